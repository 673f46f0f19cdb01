import type * as Y from 'yjs'
import { byRank, rankAt } from '../review/rank.ts'
import { allow, type Result, refuse } from '../review/result.ts'
import { type EntryRefusal, setEntry } from './entry.ts'
import type { Asking } from './may.ts'
import { inOneGo } from './note.ts'
import { readEntries } from './read.ts'

/** Lists of the record whose order is what people make it. */
export type PlacedRoot = 'services' | 'responders' | 'references' | 'followUps'

/**
 * Moves an entry a place up or down among those that are shown with it; usually one rank is written.
 *
 * @remarks
 * On boards older than their ranks the others get one too, so that they stay where they are seen. [RANK6]
 */
export function moveEntry(
  doc: Y.Doc,
  asking: Asking,
  root: PlacedRoot,
  { id, shown, by }: { readonly id: string; readonly shown: readonly string[]; readonly by: -1 | 1 },
): Result<true, EntryRefusal | 'no-such-place'> {
  const ordered = readEntries(doc, root)
    .filter((entry) => shown.includes(entry.id))
    .map((entry) => ({ id: entry.id, rank: entry.rank ?? '' }))
    .sort(byRank)
  const index = ordered.findIndex((entry) => entry.id === id) + by
  if (index - by < 0) return refuse('no-such-entry')
  if (index < 0 || index >= ordered.length) return refuse('no-such-place')
  const steps = rankAt(ordered, index, id).map(
    (each) => () => setEntry(doc, asking, root, each.id, { rank: each.rank }),
  )
  return steps.length === 0 ? allow(true) : inOneGo(doc, steps)
}
