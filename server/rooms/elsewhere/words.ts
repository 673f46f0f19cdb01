import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { DocumentKey, Missing } from '../../store/port.ts'

/** Somebody who is connected to a board on another server. */
export interface Attendee {
  readonly person: string
  /** Connections to the board and to their own desk. */
  readonly connections: number
  /** Of these, to the board itself: only then they are here. */
  readonly onBoard: number
}

/** A state that a browser on another server shows; null: it is gone. */
export interface SaidState {
  readonly client: number
  readonly person: string
  readonly clock: number
  readonly state: unknown
}

/** What servers tell each other about one board. */
export type Words =
  /** The board has a new head; with it what was written, where that fits. */
  | { readonly is: 'committed'; readonly head: number; readonly missing: Missing | undefined }
  /** Who is connected: all of it, each time. */
  | { readonly is: 'attendance'; readonly people: readonly Attendee[] }
  /** What changed of what people show. */
  | { readonly is: 'presence'; readonly states: readonly SaidState[] }
  /** A server has just opened the board, or may have missed something: everyone says all they know of their people. */
  | { readonly is: 'hello' }
  /** A server closes the board. */
  | { readonly is: 'bye' }
  /** The board was deleted. */
  | { readonly is: 'gone' }

/** Raised with every change that another version would not understand: what it says is passed over, and read later. */
const version = 1

const kinds = ['committed', 'attendance', 'presence', 'hello', 'bye', 'gone'] as const

/** Longer ones are read from the store. Bytes. */
const mostBytes = 256 * 1024

/** What a commit with this head wrote, to be said; `missing` undefined where it is too much, or secret. */
export function committedWords(missing: Missing): Words {
  const bytes = missing.updates.reduce((sum, { update }) => sum + update.byteLength, 0)
  const isToBeRead = bytes > mostBytes || missing.invites.length > 0
  return { is: 'committed', head: missing.head, missing: isToBeRead ? undefined : missing }
}

export function encodeWords(words: Words): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8(encoder, version)
    encoding.writeUint8(encoder, kinds.indexOf(words.is))
    if (words.is === 'committed') writeCommitted(encoder, words)
    else if (words.is === 'attendance') encoding.writeVarString(encoder, JSON.stringify(words.people))
    else if (words.is === 'presence') encoding.writeVarString(encoder, JSON.stringify(words.states))
  })
}

/** Undefined: words of another version, or none at all. */
export function decodeWords(bytes: Uint8Array): Words | undefined {
  try {
    const decoder = decoding.createDecoder(bytes)
    if (decoding.readUint8(decoder) !== version) return undefined
    const is = kinds[decoding.readUint8(decoder)]
    switch (is) {
      case 'committed':
        return readCommitted(decoder)
      case 'attendance':
        return { is, people: JSON.parse(decoding.readVarString(decoder)) }
      case 'presence':
        return { is, states: JSON.parse(decoding.readVarString(decoder)) }
      case 'hello':
      case 'bye':
      case 'gone':
        return { is }
      default:
        return undefined
    }
  } catch {
    return undefined // a hint that can't be read is none: the store is asked from time to time anyway
  }
}

function writeCommitted(encoder: encoding.Encoder, { head, missing }: Words & { readonly is: 'committed' }): void {
  encoding.writeVarUint(encoder, head)
  if (missing === undefined) return
  const { updates, head: _head, ...rows } = missing
  encoding.writeVarString(encoder, JSON.stringify(rows))
  encoding.writeVarUint(encoder, updates.length)
  for (const { document, seq, update } of updates) {
    encoding.writeVarString(encoder, document)
    encoding.writeVarUint(encoder, seq)
    encoding.writeVarUint8Array(encoder, update)
  }
}

function readCommitted(decoder: decoding.Decoder): Words {
  const head = decoding.readVarUint(decoder)
  if (!decoding.hasContent(decoder)) return { is: 'committed', head, missing: undefined }
  const rows: Omit<Missing, 'head' | 'updates'> = JSON.parse(decoding.readVarString(decoder))
  const updates: Missing['updates'][number][] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const document = decoding.readVarString(decoder) as DocumentKey
    const seq = decoding.readVarUint(decoder)
    updates.push({ document, seq, update: decoding.readVarUint8Array(decoder).slice() })
  }
  return { is: 'committed', head, missing: { ...rows, head, updates } }
}
