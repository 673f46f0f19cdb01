import * as decoding from 'lib0/decoding'
import { deepestValue, mostParts } from './limits.ts'
import type { GuardRefusal } from './refusal.ts'

/** What an item holds; nothing else is ever let in. */
export type Content =
  | { readonly kind: 'deleted' }
  | { readonly kind: 'values'; readonly values: readonly unknown[] }
  | { readonly kind: 'string' }
  | { readonly kind: 'map' }
  | { readonly kind: 'text' }

/** Thrown while reading, caught where reading began. */
export class Unwelcome extends Error {
  readonly reason: GuardRefusal

  constructor(reason: GuardRefusal) {
    super(reason)
    this.reason = reason
  }
}

/** Counts what an update is made of, down to the parts of its values: none may be endless. */
export class Parts {
  #left = mostParts

  /** @throws Unwelcome at one too many. */
  count(weight = 1): void {
    this.#left -= weight
    if (this.#left < 0) throw new Unwelcome('too-large')
  }
}

export function readContent(
  decoder: decoding.Decoder,
  kind: number,
  parts: Parts,
): { content: Content; length: number } {
  switch (kind) {
    case 1:
      return { content: { kind: 'deleted' }, length: decoding.readVarUint(decoder) }
    case 4:
      return { content: { kind: 'string' }, length: decoding.readVarString(decoder).length }
    case 7:
      return { content: readType(decoding.readVarUint(decoder)), length: 1 }
    case 8: {
      const values = readValues(decoder, parts)
      return { content: { kind: 'values', values }, length: values.length }
    }
    default:
      throw new Unwelcome(kind >= 2 && kind <= 9 ? 'forbidden-content' : 'malformed')
  }
}

function readType(type: number): Content {
  if (type === 1) return { kind: 'map' }
  if (type === 2) return { kind: 'text' }
  throw new Unwelcome('forbidden-content')
}

function readValues(decoder: decoding.Decoder, parts: Parts): readonly unknown[] {
  const values: unknown[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const value: unknown = decoding.readAny(decoder)
    if (!isPlain(value, deepestValue, parts)) throw new Unwelcome('invalid-value')
    values.push(value)
  }
  return values
}

/** JSON as `JSON.parse` gives it: no bytes, and no prototype slipped in under `__proto__`. */
function isPlain(value: unknown, depth: number, parts: Parts): boolean {
  parts.count()
  if (typeof value !== 'object' || value === null) return true
  if (depth === 0) return false
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return false
  return Object.values(value).every((item) => isPlain(item, depth - 1, parts))
}
