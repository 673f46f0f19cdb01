import * as Y from 'yjs'
import type { Field } from './field.ts'
import type { DocumentSchema } from './schema.ts'
import { localEdit, newEntryMap } from './write.ts'

/** A field of a document: `id` is null in a flat root, and for the keys of a scalar one. */
export interface Address {
  readonly root: string
  readonly id: string | null
  readonly field: string
}

/**
 * Reads and writes by the schema's declaration alone, where the names are only known when running: undo and salvage.
 *
 * Whoever calls checks rights and values before.
 */
export function readByName(doc: Y.Doc, address: Address): unknown {
  const found = mapAt(doc, address)?.get(address.field)
  return found instanceof Y.Text ? found.toString() : found
}

/** Sets a plain value, or deletes it where it is undefined. Says whether there was something to set it on. */
export function setByName(doc: Y.Doc, address: Address, next: unknown): boolean {
  const map = mapAt(doc, address)
  if (map === undefined) return false
  doc.transact(() => {
    if (next === undefined) map.delete(address.field)
    else map.set(address.field, next)
  }, localEdit)
  return true
}

export function textByName(doc: Y.Doc, address: Address): Y.Text | undefined {
  const found = mapAt(doc, address)?.get(address.field)
  return found instanceof Y.Text ? found : undefined
}

export function createByName(
  doc: Y.Doc,
  schema: DocumentSchema,
  root: string,
  id: string,
  values: Readonly<Record<string, unknown>>,
): boolean {
  const spec = schema[root]
  if (spec?.shape !== 'entries') return false
  doc.transact(() => doc.getMap(root).set(id, newEntryMap(spec.fields, values, `${root} entry`)), localEdit)
  return true
}

export function fieldByName(schema: DocumentSchema, root: string, field: string): Field | undefined {
  const spec = schema[root]
  return spec === undefined || spec.shape === 'scalars' ? undefined : spec.fields[field]
}

function mapAt(doc: Y.Doc, { root, id }: Address): Y.Map<unknown> | undefined {
  const map = doc.getMap(root)
  if (id === null) return map
  const entry = map.get(id)
  return entry instanceof Y.Map ? entry : undefined
}
