import type * as Y from 'yjs'
import type { CreateBoard, PlainEntry } from '../../shared/api/boards.ts'
import { boardSchema, type ContentRootName } from '../../shared/document/schema.ts'
import { createEntry, type NewEntry } from '../../shared/document/write.ts'
import { idsInOrder } from '../../shared/incident/event-ids.ts'
import { ranksBetween } from '../../shared/review/rank.ts'
import type { Member } from '../store/port.ts'
import type { FacilitationDeps } from './deps.ts'

const roots = [
  'timeline',
  'services',
  'responders',
  'communications',
  'references',
  'followUps',
  'themes',
  'causes',
  'actions',
] as const

/** Writes the lists of a request as entries, in their order; ids and ranks are made where they were left out. */
export function bringEntries(doc: Y.Doc, body: CreateBoard, creator: Member, deps: FacilitationDeps): void {
  for (const root of roots) bring(doc, root, inTheirOrder(root, body[root] ?? [], deps), {}, deps)
  const author = body.settings?.attribution === 'anonymous' ? null : creator.id
  bring(doc, 'notes', body.notes ?? [], { author, createdAt: deps.now() }, deps)
}

/** Events of one moment are ordered by their ids; all else has ranks, or stands as it was written. [TIME13] */
function inTheirOrder<R extends ContentRootName>(
  root: R,
  list: readonly PlainEntry<R>[],
  deps: FacilitationDeps,
): readonly PlainEntry<R>[] {
  if (root !== 'timeline') return list
  const times = list.map((event: PlainEntry<ContentRootName>) => ({ at: 'at' in event ? String(event.at) : '' }))
  const ids = idsInOrder(times, [], deps.newId)
  return list.map((event, index) => ({ id: ids[index], ...event }))
}

function bring<R extends ContentRootName>(
  doc: Y.Doc,
  root: R,
  list: readonly PlainEntry<R>[],
  stamped: NewEntry<R>,
  deps: FacilitationDeps,
): void {
  const ranks = ranksBetween(null, null, list.length)
  list.forEach(({ id, ...entry }, index) => {
    const rank = 'rank' in boardSchema[root].fields ? { rank: ranks[index] } : {}
    createEntry(doc, root, id ?? deps.newId(), { ...rank, ...entry, ...stamped } as NewEntry<R>)
  })
}
