import type * as Y from 'yjs'
import { readEntries, readFlat } from './read.ts'
import { type EntriesRootName, type Entry, entriesRoots, type FlatValues } from './schema.ts'

type Lists = { readonly [R in EntriesRootName]: readonly Entry<R>[] }

/** A whole board as plain data, removed entries included: what reports, exports and tests work on. */
export interface BoardSnapshot extends Lists {
  readonly session: FlatValues<'session'>
  readonly incident: FlatValues<'incident'>
}

export function snapshotOf(doc: Y.Doc): BoardSnapshot {
  return {
    ...eachEntriesRoot<Lists>((root) => readEntries(doc, root)),
    session: readFlat(doc, 'session'),
    incident: readFlat(doc, 'incident'),
  }
}

/** One thing for each root of entries, by its name; `make` gives for a root what `Of` has under its name. */
export function eachEntriesRoot<Of extends { readonly [R in EntriesRootName]: unknown }>(
  make: (root: EntriesRootName) => unknown,
): Of {
  return Object.fromEntries(entriesRoots.map((root) => [root, make(root)])) as Of
}
