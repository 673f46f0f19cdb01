import type * as v from 'valibot'
import { type Field, optional, type Who } from './field.ts'
import { removed } from './values.ts'

/** Keys in one root, those of removed entries included. */
export const mostKeys = 5000

type Fields = Readonly<Record<string, Field>>

/** A root whose keys are the fields themselves. */
export interface FlatRoot<F extends Fields = Fields> {
  readonly shape: 'flat'
  readonly fields: F
}

/** A root of entries: id -> `Y.Map` of fields. Entries are never deleted or overwritten, only marked `removed`. */
export interface EntriesRoot<F extends Fields = Fields> {
  readonly shape: 'entries'
  readonly create: Who
  readonly livesOn: boolean
  readonly fields: F
}

/** A root of plain values under keys of a known form; deleted by deleting the key. */
export interface ScalarsRoot<Schema extends v.GenericSchema = v.GenericSchema> {
  readonly shape: 'scalars'
  readonly key: RegExp
  readonly schema: Schema
  readonly change: Who
}

export type Root = FlatRoot | EntriesRoot | ScalarsRoot

/** A root that people write field by field. */
export const flat = <const F extends Fields>(fields: F): FlatRoot<F> => ({ shape: 'flat', fields })

/** A root of entries with a bin: `remove` says who may put one there and take it back out. */
export const entries = <const F extends Fields>(
  fields: F,
  options: { readonly create?: Who; readonly remove?: Who; readonly livesOn?: boolean } = {},
) => ({
  shape: 'entries' as const,
  create: options.create ?? ('participant' as Who),
  livesOn: options.livesOn ?? false,
  fields: {
    ...fields,
    removed: optional(removed, { change: options.remove ?? 'participant', livesOn: options.livesOn ?? false }),
  },
})

/** A root of entries that the server alone writes. */
export const serverEntries = <const F extends Fields>(fields: F): EntriesRoot<F> => ({
  shape: 'entries',
  create: 'server',
  livesOn: false,
  fields,
})
