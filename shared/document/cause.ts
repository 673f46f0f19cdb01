import type * as Y from 'yjs'
import type { OutlineItem } from '../incident/outline.ts'
import { planMove, planNew, planRemoval, type WhyMove, type WhyPlace } from '../incident/why-tree.ts'
import { allow, type Result, refuse } from '../review/result.ts'
import { addEntry, type EntryRefusal, removeEntry, restoreEntry, setEntry } from './entry.ts'
import type { Asking } from './may.ts'
import { rankAfterAll } from './note.ts'
import { readEntries, readEntry } from './read.ts'
import { localEdit, type NewEntry } from './write.ts'

/** Where a new why goes: beside another one, or as the last that explains it; at the end without one. */
export type NewWhyPlace = Parameters<typeof planNew>[2]

/** A removal that can be taken back: where what explained the removed one stood before. */
export interface RemovedCause {
  readonly id: string
  readonly moved: readonly { readonly before: WhyPlace; readonly after: WhyPlace }[]
}

/** A new cause, behind the others unless a rank is given. */
export function addCause(
  doc: Y.Doc,
  asking: Asking,
  id: string,
  values: NewEntry<'causes'>,
): Result<string, EntryRefusal> {
  return addEntry(doc, asking, 'causes', id, { rank: rankAfterAll(readEntries(doc, 'causes')), ...values })
}

/** A new why; others move only where nothing fits between equal ranks. */
export function addWhy(
  doc: Y.Doc,
  asking: Asking,
  id: string,
  where: NewWhyPlace,
  text = '',
): Result<string, EntryRefusal> {
  const [own, ...others] = planNew(readEntries(doc, 'causes'), id, where)
  if (own === undefined) return refuse('not-valid')
  return doc.transact(() => {
    const { parent, rank } = own
    const added = addEntry(doc, asking, 'causes', id, { kind: 'why', parent, rank, text })
    if (added.allowed) writePlaces(doc, asking, others)
    return added
  }, localEdit)
}

/**
 * Adds a whole list in one change, each item under the one it is indented below; answers their ids. [WHY5]
 *
 * A why without words that it is pasted into goes in the same change.
 */
export function addWhys(
  doc: Y.Doc,
  asking: Asking,
  newId: () => string,
  items: readonly OutlineItem[],
  where: NewWhyPlace,
  at: number,
): Result<readonly string[], EntryRefusal> {
  return doc.transact(() => {
    const ids: string[] = []
    const above: string[] = []
    let top = where
    for (const { depth, text } of items) {
      const under = above[depth - 1]
      const added = addWhy(doc, asking, newId(), under === undefined ? top : { beside: under, as: 'child' }, text)
      if (!added.allowed) return added
      if (under === undefined) top = { beside: added.value, as: 'after' }
      above.splice(depth, above.length, added.value)
      ids.push(added.value)
    }
    const into = where.beside === null ? undefined : readEntry(doc, 'causes', where.beside)
    if (into?.text === '') removeCause(doc, asking, into.id, at)
    return allow(ids)
  }, localEdit)
}

/** Moves a why one step; what explains it goes with it. */
export function moveWhy(
  doc: Y.Doc,
  asking: Asking,
  id: string,
  move: WhyMove,
): Result<true, EntryRefusal | 'no-such-place'> {
  const places = planMove(readEntries(doc, 'causes'), id, move)
  if (places === null) return refuse('no-such-place')
  return doc.transact(() => writePlaces(doc, asking, places), localEdit)
}

/** Puts a cause into the bin; what explains it takes its place. */
export function removeCause(doc: Y.Doc, asking: Asking, id: string, at: number): Result<RemovedCause, EntryRefusal> {
  const causes = readEntries(doc, 'causes')
  const moved = planRemoval(causes, id).flatMap((after) => {
    const before = causes.find((cause) => cause.id === after.id)
    return before === undefined ? [] : [{ before: { id: before.id, parent: before.parent, rank: before.rank }, after }]
  })
  return doc.transact(() => {
    const done = removeEntry(doc, asking, 'causes', id, at)
    if (!done.allowed) return done
    writePlaces(
      doc,
      asking,
      moved.map(({ after }) => after),
    )
    return allow({ id, moved })
  }, localEdit)
}

/** Takes a removal back: whatever nobody has moved since stands under it again. */
export function takeBackRemoval(doc: Y.Doc, asking: Asking, { id, moved }: RemovedCause): void {
  doc.transact(() => {
    restoreEntry(doc, asking, 'causes', id)
    const untouched = moved.filter(({ after }) => {
      const now = readEntry(doc, 'causes', after.id)
      return now?.parent === after.parent && now.rank === after.rank
    })
    writePlaces(
      doc,
      asking,
      untouched.map(({ before }) => before),
    )
  }, localEdit)
}

/** Rights are the same for all of them, so the first refusal is everyone's. */
function writePlaces(doc: Y.Doc, asking: Asking, places: readonly WhyPlace[]): Result<true, EntryRefusal> {
  for (const { id, parent, rank } of places) {
    const done = setEntry(doc, asking, 'causes', id, { parent, rank })
    if (!done.allowed) return done
  }
  return allow(true)
}
