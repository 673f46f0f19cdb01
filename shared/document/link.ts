import type * as Y from 'yjs'
import { type LinkRefusal, mayLink } from '../review/links.ts'
import { isLive } from '../review/placement.ts'
import { allow, type Result } from '../review/result.ts'
import type { Target } from '../review/session.ts'
import { parseTarget, type TargetKind } from '../review/target.ts'
import { addEntry, type EntryRefusal, removeEntry, restoreEntry } from './entry.ts'
import type { Asking } from './may.ts'
import { readEntries, readEntry } from './read.ts'
import type { ContentRootName } from './schema.ts'
import { localEdit } from './write.ts'

/** The root that holds things of a kind; sections are in none. */
export const rootOfKind = {
  note: 'notes',
  theme: 'themes',
  event: 'timeline',
  action: 'actions',
  cause: 'causes',
  section: null,
} as const satisfies Readonly<Record<TargetKind, ContentRootName | null>>

/** Links two things that are on the board. */
export function addLink(
  doc: Y.Doc,
  asking: Asking,
  id: string,
  from: Target,
  to: Target,
): Result<string, EntryRefusal | LinkRefusal> {
  const may = mayLink(readEntries(doc, 'links'), (target) => isOnBoard(doc, target), from, to)
  return may.allowed ? addEntry(doc, asking, 'links', id, { from, to }) : may
}

/** Takes a link away, with all that say the same. */
export function removeLinks(
  doc: Y.Doc,
  asking: Asking,
  ids: readonly string[],
  at: number,
): Result<true, EntryRefusal> {
  const done = doc.transact(() => ids.map((id) => removeEntry(doc, asking, 'links', id, at)), localEdit)
  return done.find(({ allowed }) => !allowed) ?? allow(true)
}

export function restoreLinks(doc: Y.Doc, asking: Asking, ids: readonly string[]): void {
  doc.transact(() => {
    for (const id of ids) restoreEntry(doc, asking, 'links', id)
  }, localEdit)
}

function isOnBoard(doc: Y.Doc, target: Target): boolean {
  const parsed = parseTarget(target)
  const root = parsed === null ? null : rootOfKind[parsed.kind]
  const entry = parsed === null || root === null ? undefined : readEntry(doc, root, parsed.id)
  return entry !== undefined && isLive(entry)
}
