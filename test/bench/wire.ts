import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { decodeFrame, encodeFrame } from '../../shared/protocol/frames.ts'

/** What one frame from a server says. */
export type Heard =
  | { readonly is: 'step-1'; readonly stateVector: Uint8Array }
  /** Part of the document: an answer, or what somebody wrote. */
  | { readonly is: 'step-2' | 'update'; readonly update: Uint8Array }
  | { readonly is: 'presence' }
  /** How many of this connection's messages are acknowledged; undefined: one more. */
  | { readonly is: 'saved'; readonly count: number | undefined }
  | { readonly is: 'other' }

/** The language one server speaks with its clients. */
export interface Wire {
  /** What a client says first, given the state vector of what it has. Empty: nothing will be answered. */
  greeting(stateVector: Uint8Array): readonly Uint8Array[]
  stepTwo(update: Uint8Array): Uint8Array
  update(update: Uint8Array): Uint8Array
  /** The payload is that of y-protocols/awareness. */
  presence(payload: Uint8Array): Uint8Array
  /** Told without decoding, since these frames are many and large. */
  isPresence(frame: Uint8Array): boolean
  presencePayload(frame: Uint8Array): Uint8Array
  read(frame: Uint8Array): Heard
}

/** As y-websocket speaks, with Hindsight's `saved`. */
export const yWebsocket: Wire = {
  greeting: (stateVector) => [encodeFrame({ type: 'step-1', stateVector })],
  stepTwo: (update) => encodeFrame({ type: 'step-2', update }),
  update: (update) => encodeFrame({ type: 'update', update }),
  presence: (update) => encodeFrame({ type: 'awareness', update }),
  isPresence: (frame) => frame[0] === 1,
  presencePayload(frame) {
    const decoded = decodeFrame(frame)
    return decoded?.type === 'awareness' ? decoded.update : new Uint8Array([0])
  },
  read(bytes) {
    const frame = decodeFrame(bytes)
    switch (frame?.type) {
      case 'step-1':
        return { is: 'step-1', stateVector: frame.stateVector }
      case 'step-2':
      case 'update':
        return { is: frame.type, update: frame.update }
      case 'saved':
        return { is: 'saved', count: frame.count }
      default:
        return { is: 'other' }
    }
  },
}

/** Whoever only relays answers nothing. */
export const relayed: Wire = { ...yWebsocket, greeting: () => [] }

const types = { sync: 0, auth: 2, reply: 4, presence: 1, status: 8 } as const

/** As Hocuspocus 3 speaks: y-protocols under a document's name, after a token, with a status for each update. */
export function hocuspocus(document: string): Wire {
  const name = encoding.encode((encoder) => encoding.writeVarString(encoder, document))

  const frame = (type: number, write: (encoder: encoding.Encoder) => void) =>
    encoding.encode((encoder) => {
      encoding.writeUint8Array(encoder, name)
      encoding.writeVarUint(encoder, type)
      write(encoder)
    })
  const sync = (step: number, payload: Uint8Array) =>
    frame(types.sync, (encoder) => {
      encoding.writeVarUint(encoder, step)
      encoding.writeVarUint8Array(encoder, payload)
    })

  return {
    greeting: (stateVector) => [
      frame(types.auth, (encoder) => {
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarString(encoder, 'anyone')
      }),
      sync(0, stateVector),
    ],
    stepTwo: (update) => sync(1, update),
    update: (update) => sync(2, update),
    presence: (payload) => frame(types.presence, (encoder) => encoding.writeVarUint8Array(encoder, payload)),
    isPresence: (bytes) => bytes[name.length] === types.presence,
    presencePayload: (bytes) => decoding.readVarUint8Array(decoding.createDecoder(bytes.subarray(name.length + 1))),
    read(bytes) {
      const decoder = decoding.createDecoder(bytes.subarray(name.length))
      const type = decoding.readVarUint(decoder)
      if (type === types.status) return { is: 'saved', count: undefined }
      if (type !== types.sync && type !== types.reply) return { is: 'other' }
      const step = decoding.readVarUint(decoder)
      const payload = decoding.readVarUint8Array(decoder)
      if (step === 0) return { is: 'step-1', stateVector: payload }
      return { is: step === 1 ? 'step-2' : 'update', update: payload }
    },
  }
}
