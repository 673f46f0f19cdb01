import type * as Y from 'yjs'
import { readEntries, readFlat } from './read.ts'
import type { Entry, FlatValues } from './schema.ts'

/** A whole board as plain data, removed entries included: what reports, exports and tests work on. */
export interface BoardSnapshot {
  readonly session: FlatValues<'session'>
  readonly incident: FlatValues<'incident'>
  readonly people: readonly Entry<'people'>[]
  readonly results: readonly Entry<'results'>[]
  readonly notes: readonly Entry<'notes'>[]
  readonly themes: readonly Entry<'themes'>[]
  readonly actions: readonly Entry<'actions'>[]
  readonly services: readonly Entry<'services'>[]
  readonly responders: readonly Entry<'responders'>[]
  readonly checkIns: readonly Entry<'checkIns'>[]
  readonly timeline: readonly Entry<'timeline'>[]
  readonly causes: readonly Entry<'causes'>[]
}

export function snapshotOf(doc: Y.Doc): BoardSnapshot {
  return {
    session: readFlat(doc, 'session'),
    incident: readFlat(doc, 'incident'),
    people: readEntries(doc, 'people'),
    results: readEntries(doc, 'results'),
    notes: readEntries(doc, 'notes'),
    themes: readEntries(doc, 'themes'),
    actions: readEntries(doc, 'actions'),
    services: readEntries(doc, 'services'),
    responders: readEntries(doc, 'responders'),
    checkIns: readEntries(doc, 'checkIns'),
    timeline: readEntries(doc, 'timeline'),
    causes: readEntries(doc, 'causes'),
  }
}
