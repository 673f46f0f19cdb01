import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * The wire: one y-protocols message per WebSocket frame.
 *
 *     frame    = 0 sync | 1 awareness | 3 (query awareness) | 4 saved
 *     sync     = 0 state-vector (step 1) | 1 update (step 2) | 2 update
 *     awareness = update of y-protocols/awareness
 *     saved    = varuint: document-changing messages of this connection, as a prefix in order, that are committed
 */
export type Frame =
  | { readonly type: 'step-1'; readonly stateVector: Uint8Array }
  | { readonly type: 'step-2'; readonly update: Uint8Array }
  | { readonly type: 'update'; readonly update: Uint8Array }
  | { readonly type: 'awareness'; readonly update: Uint8Array }
  | { readonly type: 'query-awareness' }
  | { readonly type: 'saved'; readonly count: number }

const sync = 0
const awareness = 1
const queryAwareness = 3
export const savedType = 4

/** Decodes one frame; undefined for anything that is not exactly one known message. */
export function decodeFrame(bytes: Uint8Array): Frame | undefined {
  try {
    const decoder = decoding.createDecoder(bytes)
    const frame = read(decoder)
    return decoding.hasContent(decoder) ? undefined : frame
  } catch {
    return undefined // lib0 throws on truncated input: that is our caller's "not a frame"
  }
}

/** Whether bytes that are no frame at least start like one. */
export function isKnownFrameType(bytes: Uint8Array): boolean {
  const type = bytes[0]
  return type === sync || type === awareness || type === queryAwareness
}

function read(decoder: decoding.Decoder): Frame | undefined {
  switch (decoding.readVarUint(decoder)) {
    case sync:
      return readSync(decoder)
    case awareness:
      return { type: 'awareness', update: decoding.readVarUint8Array(decoder) }
    case queryAwareness:
      return { type: 'query-awareness' }
    case savedType:
      return { type: 'saved', count: decoding.readVarUint(decoder) }
    default:
      return undefined
  }
}

function readSync(decoder: decoding.Decoder): Frame | undefined {
  const step = decoding.readVarUint(decoder)
  const payload = decoding.readVarUint8Array(decoder)
  if (step === 0) return { type: 'step-1', stateVector: payload }
  if (step === 1) return { type: 'step-2', update: payload }
  if (step === 2) return { type: 'update', update: payload }
  return undefined
}

export function encodeFrame(frame: Frame): Uint8Array {
  switch (frame.type) {
    case 'step-1':
      return withPayload([sync, 0], frame.stateVector)
    case 'step-2':
      return withPayload([sync, 1], frame.update)
    case 'update':
      return withPayload([sync, 2], frame.update)
    case 'awareness':
      return withPayload([awareness], frame.update)
    case 'query-awareness':
      return varUints([queryAwareness])
    case 'saved':
      return varUints([savedType, frame.count])
  }
}

/** Payloads may be long: they are copied once. */
function withPayload(types: readonly number[], payload: Uint8Array): Uint8Array {
  const head = varUints([...types, payload.length])
  const frame = new Uint8Array(head.length + payload.length)
  frame.set(head)
  frame.set(payload, head.length)
  return frame
}

function varUints(numbers: readonly number[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number)
  })
}
