import * as Y from 'yjs'
import type { Removed } from '../review/entries.ts'
import { type DeskSchema, deskSchema } from './desk-schema.ts'
import type { Field } from './field.ts'
import {
  type BoardSchema,
  boardSchema,
  type ContentRootName,
  type EntriesRootName,
  type FlatRootName,
  type TextFieldsOf,
  type ValueFieldsOf,
  type ValuesOf,
} from './schema.ts'

/** The origin of every write made through this module: what undo tracks. An outer transaction's origin wins. */
export const localEdit = 'local-edit'

type FieldsOf<R extends EntriesRootName | FlatRootName> = BoardSchema[R]['fields']

/** Values for a new entry: a field may be left out where the schema knows what it takes then. */
export type NewEntry<R extends EntriesRootName> = Partial<ValuesOf<FieldsOf<R>>>

export type Patch<R extends EntriesRootName | FlatRootName> = Partial<
  Pick<ValuesOf<FieldsOf<R>>, ValueFieldsOf<FieldsOf<R>> & keyof ValuesOf<FieldsOf<R>>>
>

/**
 * Creates an entry with all of its texts in one transaction, as the guard wants it.
 *
 * @throws Error where a field without a fallback is missing: a bug of the caller.
 */
export function createEntry<R extends EntriesRootName>(doc: Y.Doc, root: R, id: string, values: NewEntry<R>): void {
  doc.transact(
    () => doc.getMap(root).set(id, newEntryMap(boardSchema[root].fields, values, `${root} entry`)),
    localEdit,
  )
}

export function createDraft(desk: Y.Doc, id: string, values: Partial<ValuesOf<DeskSchema['drafts']['fields']>>): void {
  desk.transact(() => desk.getMap('drafts').set(id, newEntryMap(deskSchema.drafts.fields, values, 'draft')), localEdit)
}

/** Sets plain values of an entry; `undefined` deletes an optional field. Says whether there was such an entry. */
export function setFields<R extends EntriesRootName>(doc: Y.Doc, root: R, id: string, patch: Patch<R>): boolean {
  return setIn(doc, doc.getMap(root).get(id), patch)
}

export function setDraftFields(
  desk: Y.Doc,
  id: string,
  patch: Partial<ValuesOf<DeskSchema['drafts']['fields']>>,
): boolean {
  return setIn(desk, desk.getMap('drafts').get(id), patch)
}

export function setFlat<R extends FlatRootName>(doc: Y.Doc, root: R, patch: Patch<R>): void {
  setIn(doc, doc.getMap(root), patch)
}

/** Fills plain values and texts of a flat root whose texts exist and are empty: for a board that is being born. */
export function fillFlat<R extends FlatRootName>(doc: Y.Doc, root: R, values: Partial<ValuesOf<FieldsOf<R>>>): void {
  const map = doc.getMap(root)
  const fields: Readonly<Record<string, Field>> = boardSchema[root].fields
  doc.transact(() => {
    for (const [name, given] of Object.entries(values)) {
      if (fields[name]?.kind === 'text') textIn(map, name)?.insert(0, String(given))
      else if (given !== undefined) map.set(name, given)
    }
  }, localEdit)
}

/** The collaborative text of a field, to bind an editor to. */
export function textOf<R extends EntriesRootName>(
  doc: Y.Doc,
  root: R,
  id: string,
  field: TextFieldsOf<FieldsOf<R>>,
): Y.Text | undefined {
  return textIn(doc.getMap(root).get(id), field)
}

export function flatTextOf<R extends FlatRootName>(
  doc: Y.Doc,
  root: R,
  field: TextFieldsOf<FieldsOf<R>>,
): Y.Text | undefined {
  return textIn(doc.getMap(root), field)
}

export function draftText(desk: Y.Doc, id: string): Y.Text | undefined {
  return textIn(desk.getMap('drafts').get(id), 'text')
}

/** Keeps a desk's ballot as it was counted. Server only. */
export function setCounted(
  desk: Y.Doc,
  round: string,
  ballot: Readonly<Record<string, number>>,
  root: 'counted' | 'countedRoom' = 'counted',
): void {
  setIn(desk, desk.getMap(root), { [round]: ballot })
}

/** Puts an entry into the bin, or takes it back out of it whole. */
export function setRemoved(doc: Y.Doc, root: ContentRootName, id: string, removed: Removed | undefined): boolean {
  return setIn(doc, doc.getMap(root).get(id), { removed })
}

/** Creates the texts of the flat roots that are missing: at a board's birth and when migrating. Server only. */
export function createFlatTexts(doc: Y.Doc): void {
  const incident = doc.getMap('incident')
  doc.transact(() => {
    for (const [name, field] of Object.entries(boardSchema.incident.fields)) {
      if (field.kind === 'text' && !incident.has(name)) incident.set(name, new Y.Text())
    }
  }, localEdit)
}

/** An entry of plain values, with all of its texts. */
export function newEntryMap(
  fields: Readonly<Record<string, Field>>,
  values: Readonly<Record<string, unknown>>,
  what: string,
): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  for (const [name, field] of Object.entries(fields)) {
    const given = values[name]
    if (field.kind === 'text') map.set(name, new Y.Text(typeof given === 'string' ? given : ''))
    else if (given !== undefined) map.set(name, given)
    else if (!field.optional && field.fallback === undefined) throw new Error(`a ${what} needs its ${name}`)
    else if (!field.optional) map.set(name, field.fallback)
  }
  return map
}

function setIn(doc: Y.Doc, map: unknown, patch: Readonly<Record<string, unknown>>): boolean {
  if (!(map instanceof Y.Map)) return false
  doc.transact(() => {
    for (const [name, next] of Object.entries(patch)) {
      if (next === undefined) map.delete(name)
      else if (map.get(name) !== next) map.set(name, next)
    }
  }, localEdit)
  return true
}

function textIn(map: unknown, field: string): Y.Text | undefined {
  const found = map instanceof Y.Map ? map.get(field) : undefined
  return found instanceof Y.Text ? found : undefined
}
