import type * as Y from 'yjs'
import type { CreateBoard, PlainEntry } from '../../shared/api/boards.ts'
import { boardSchema, type ContentRootName } from '../../shared/document/schema.ts'
import { createEntry, type NewEntry } from '../../shared/document/write.ts'
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
  for (const root of roots) bring(doc, root, body[root] ?? [], {}, deps)
  const author = body.settings?.attribution === 'anonymous' ? null : creator.id
  bring(doc, 'notes', body.notes ?? [], { author, createdAt: deps.now() }, deps)
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
