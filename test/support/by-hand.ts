import * as encoding from 'lib0/encoding'
import type * as Y from 'yjs'

export type Part = number | string | { readonly byte: number } | Uint8Array

/** Numbers as variable integers, texts as variable strings: the parts of an update by hand. */
export function bytes(...parts: readonly Part[]): Uint8Array {
  const encoder = encoding.createEncoder()
  write(encoder, parts)
  return encoding.toUint8Array(encoder)
}

/** The same parts over and over, or different ones each time. */
export function times(count: number, parts: (n: number) => readonly Part[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (let n = 0; n < count; n++) write(encoder, parts(n))
  return encoding.toUint8Array(encoder)
}

function write(encoder: encoding.Encoder, parts: readonly Part[]): void {
  for (const part of parts) {
    if (typeof part === 'string') encoding.writeVarString(encoder, part)
    else if (typeof part === 'number') encoding.writeVarUint(encoder, part)
    else if (part instanceof Uint8Array) encoding.writeUint8Array(encoder, part)
    else encoding.writeUint8(encoder, part.byte)
  }
}

/** How an item begins: its kind of content, with 128 for a left and 64 for a right neighbour, 32 for a key. */
export function info(byte: number): Part {
  return { byte }
}

/** Kinds of content, as the first byte of an item names them. */
export const kinds = {
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  doc: 9,
} as const

/** A value that is a short string, as an item of values holds it. */
export const aString = (text: string): readonly Part[] => [1, { byte: 119 }, text]

export const idOf = ({ id }: { readonly id: Y.ID }): readonly [number, number] => [id.client, id.clock]

/** A string that stands alone in the text that an item holds. */
export const stringIn = (parent: readonly [number, number], text: string): readonly Part[] => [
  info(kinds.string),
  0,
  ...parent,
  text,
]
