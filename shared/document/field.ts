import * as v from 'valibot'

/**
 * Who may do something to a field or an entry.
 *
 * - `server`: nobody but the server.
 * - `participant`: participants and facilitators.
 * - `author-or-facilitator`: who wrote the entry, and facilitators.
 * - `wording`: the author; anyone taking part where `settings.editing` is `anyone` or the author is null.
 */
export type Who = 'server' | 'participant' | 'author-or-facilitator' | 'wording'

/** A `Y.Text`: merges letter by letter, exists from its entry's creation on. */
export interface TextField {
  readonly kind: 'text'
  /** Characters the client accepts; the guard accepts ten times as many, since people type at once. */
  readonly limit: number
  readonly change: Who
  /** Goes on changing on a closed board. */
  readonly livesOn: boolean
}

/** A plain JSON value: the last writer wins. */
export interface ValueField<Schema extends v.GenericSchema = v.GenericSchema> {
  readonly kind: 'value'
  readonly schema: Schema
  readonly change: Who
  /** May be absent, and deleted by whoever may set it. */
  readonly optional: boolean
  /** What a new entry takes where nothing is given; `undefined`: it has to be given. */
  readonly fallback: v.InferOutput<Schema> | undefined
  readonly livesOn: boolean
}

export type Field = TextField | ValueField

/** How much longer than its field's limit a text may get: two people, each within it, may exceed it together. */
export const textSlack = 10

interface Options {
  readonly change?: Who
  readonly livesOn?: boolean
}

export function text(limit: number, options: Options = {}): TextField {
  return { kind: 'text', limit, change: options.change ?? 'participant', livesOn: options.livesOn ?? false }
}

export function value<const Schema extends v.GenericSchema>(
  schema: Schema,
  options: Options & { readonly fallback?: v.InferOutput<Schema> } = {},
) {
  return {
    kind: 'value',
    schema,
    change: options.change ?? 'participant',
    optional: false,
    fallback: options.fallback,
    livesOn: options.livesOn ?? false,
  } as const satisfies ValueField<Schema>
}

export function optional<const Schema extends v.GenericSchema>(schema: Schema, options: Options = {}) {
  return {
    kind: 'value',
    schema,
    change: options.change ?? 'participant',
    optional: true,
    fallback: undefined,
    livesOn: options.livesOn ?? false,
  } as const satisfies ValueField<Schema>
}

/** A field that only the server writes, and that is therefore not checked again on reading. */
export function stamped<Type>() {
  return value(
    v.custom<Type>(() => true),
    { change: 'server' },
  )
}

export function stampedOptional<Type>() {
  return optional(
    v.custom<Type>(() => true),
    { change: 'server' },
  )
}
