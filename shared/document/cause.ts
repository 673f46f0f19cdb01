import type * as Y from 'yjs'
import type { Result } from '../review/result.ts'
import { addEntry, type EntryRefusal } from './entry.ts'
import type { Asking } from './may.ts'
import { rankAfterAll } from './note.ts'
import { readEntries } from './read.ts'
import type { NewEntry } from './write.ts'

/** A new cause, behind the others unless a rank is given. */
export function addCause(
  doc: Y.Doc,
  asking: Asking,
  id: string,
  values: NewEntry<'causes'>,
): Result<string, EntryRefusal> {
  return addEntry(doc, asking, 'causes', id, { rank: rankAfterAll(readEntries(doc, 'causes')), ...values })
}
