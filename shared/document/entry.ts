import * as v from 'valibot'
import type * as Y from 'yjs'
import { allow, type Result, refuse } from '../review/result.ts'
import { type Field, textSlack } from './field.ts'
import { type Asking, mayCreate, mayWriteField, type WriteRefusal } from './may.ts'
import { readEntry } from './read.ts'
import { boardSchema, type ContentRootName } from './schema.ts'
import { createEntry, type NewEntry, type Patch, setFields, setFlat, setRemoved } from './write.ts'

/** Why an entry was not written. */
export type EntryRefusal = WriteRefusal | 'no-such-entry' | 'not-valid'

/** Brings a new entry onto the board, if this person may and its values are what the schema wants. */
export function addEntry<R extends ContentRootName>(
  doc: Y.Doc,
  asking: Asking,
  root: R,
  id: string,
  values: NewEntry<R>,
): Result<string, EntryRefusal> {
  const may = mayCreate(asking, root)
  if (!may.allowed) return may
  if (!areValid(boardSchema[root].fields, values)) return refuse('not-valid')
  createEntry(doc, root, id, values)
  return allow(id)
}

/** Sets plain values of an entry, all or none; `undefined` deletes an optional one. */
export function setEntry<R extends ContentRootName>(
  doc: Y.Doc,
  asking: Asking,
  root: R,
  id: string,
  patch: Patch<R>,
): Result<true, EntryRefusal> {
  const entry = readEntry(doc, root, id)
  if (entry === undefined) return refuse('no-such-entry')
  const may = maySet(asking, boardSchema[root].fields, patch, authorOf(entry))
  if (!may.allowed) return may
  setFields(doc, root, id, patch)
  return allow(true)
}

/** Sets plain values of the incident record, all or none. */
export function setIncident(doc: Y.Doc, asking: Asking, patch: Patch<'incident'>): Result<true, EntryRefusal> {
  const may = maySet(asking, boardSchema.incident.fields, patch, undefined)
  if (!may.allowed) return may
  setFlat(doc, 'incident', patch)
  return allow(true)
}

/** Puts an entry into the bin; `at` in epoch milliseconds. */
export function removeEntry(
  doc: Y.Doc,
  asking: Asking,
  root: ContentRootName,
  id: string,
  at: number,
): Result<true, EntryRefusal> {
  return setRemovedIfAllowed(doc, asking, root, id, { by: asking.person.id, at })
}

/** Takes an entry out of the bin, with whatever was typed into it meanwhile. */
export function restoreEntry(
  doc: Y.Doc,
  asking: Asking,
  root: ContentRootName,
  id: string,
): Result<true, EntryRefusal> {
  return setRemovedIfAllowed(doc, asking, root, id, undefined)
}

/** Whether each value is one that its field takes. Values of unknown fields are not. */
export function areValid(fields: Readonly<Record<string, Field>>, values: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(values).every(([name, given]) => {
    const field = fields[name]
    return field !== undefined && isValid(field, given)
  })
}

/** Texts may be longer than the client accepts to type: what two people wrote at once is not thrown away. */
export function isValid(field: Field, given: unknown): boolean {
  if (field.kind === 'text') return typeof given === 'string' && given.length <= field.limit * textSlack
  if (given === undefined) return field.optional || field.fallback !== undefined
  return v.is(field.schema, given)
}

function maySet(
  asking: Asking,
  fields: Readonly<Record<string, Field>>,
  patch: Readonly<Record<string, unknown>>,
  author: string | null | undefined,
): Result<true, EntryRefusal> {
  for (const [name, given] of Object.entries(patch)) {
    const field = fields[name]
    if (field?.kind !== 'value') return refuse('not-valid')
    const may = mayWriteField(asking, field, author)
    if (!may.allowed) return may
    if (given === undefined ? !field.optional : !isValid(field, given)) return refuse('not-valid')
  }
  return allow(true)
}

function setRemovedIfAllowed(
  doc: Y.Doc,
  asking: Asking,
  root: ContentRootName,
  id: string,
  removed: { readonly by: string; readonly at: number } | undefined,
): Result<true, EntryRefusal> {
  const entry = readEntry(doc, root, id)
  if (entry === undefined) return refuse('no-such-entry')
  const may = mayWriteField(asking, boardSchema[root].fields.removed, authorOf(entry))
  if (!may.allowed) return may
  setRemoved(doc, root, id, removed)
  return allow(true)
}

function authorOf(entry: object): string | null | undefined {
  return 'author' in entry && (typeof entry.author === 'string' || entry.author === null) ? entry.author : undefined
}
