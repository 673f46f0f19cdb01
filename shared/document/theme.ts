import type * as Y from 'yjs'
import { liveThemes } from '../review/placement.ts'
import { rankAt } from '../review/rank.ts'
import { allow, type Result } from '../review/result.ts'
import { addEntry, type EntryRefusal, setEntry } from './entry.ts'
import type { Asking } from './may.ts'
import { rankAfterAll } from './note.ts'
import { readEntries } from './read.ts'
import { localEdit } from './write.ts'

/** A new theme, behind the others. */
export function addTheme(doc: Y.Doc, asking: Asking, id: string, label: string): Result<string, EntryRefusal> {
  return addEntry(doc, asking, 'themes', id, { label, rank: rankAfterAll(readEntries(doc, 'themes')) })
}

/** `index` counts the other themes only. */
export function moveTheme(doc: Y.Doc, asking: Asking, id: string, index: number): Result<true, EntryRefusal> {
  return doc.transact(() => {
    for (const each of rankAt(liveThemes(readEntries(doc, 'themes')), index, id)) {
      const done = setEntry(doc, asking, 'themes', each.id, { rank: each.rank })
      if (!done.allowed) return done
    }
    return allow(true)
  }, localEdit)
}
