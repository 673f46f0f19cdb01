import { useMemo } from 'react'
import {
  addCause,
  addWhy,
  addWhys,
  moveWhy,
  type NewWhyPlace,
  type RemovedCause,
  removeCause,
  takeBackRemoval,
} from '../../shared/document/cause.ts'
import type { EntryRefusal } from '../../shared/document/entry.ts'
import { addLink, removeLinks, restoreLinks } from '../../shared/document/link.ts'
import { moveEntry, type PlacedRoot } from '../../shared/document/place.ts'
import {
  type AddedEvents,
  addEvents,
  type EventsRefusal,
  type EventValues,
  markEvent,
  takeBackEvents,
  withIds,
} from '../../shared/document/timeline.ts'
import type { NewEntry } from '../../shared/document/write.ts'
import type { Marking } from '../../shared/incident/marks.ts'
import type { OutlineItem } from '../../shared/incident/outline.ts'
import type { WhyMove } from '../../shared/incident/why-tree.ts'
import type { LinkRefusal } from '../../shared/review/links.ts'
import type { Result } from '../../shared/review/result.ts'
import type { Target } from '../../shared/review/session.ts'
import { useSession } from './context.tsx'
import type { Writing } from './verbs.ts'

/** What I can write about the incident: its events, its causes, and what is linked to what. */
export interface RecordVerbs {
  /** Adds events in one change, all or none. */
  addEvents(events: readonly EventValues[]): Result<AddedEvents, EventsRefusal>
  takeBackEvents(added: AddedEvents): void
  markEvent(id: string, marking: Marking): Result<true, EntryRefusal>
  addCause(values: NewEntry<'causes'>): Result<string, EntryRefusal>
  addWhy(where: NewWhyPlace): Result<string, EntryRefusal>
  /** Adds a list in one change; answers the ids. */
  addWhys(items: readonly OutlineItem[], where: NewWhyPlace): Result<readonly string[], EntryRefusal>
  moveWhy(id: string, move: WhyMove): Result<true, EntryRefusal | 'no-such-place'>
  /** What explains it takes its place. */
  removeCause(id: string): Result<RemovedCause, EntryRefusal>
  takeBackRemoval(removed: RemovedCause): void
  /** A place up or down among those that are shown with it. */
  moveEntry(
    root: PlacedRoot,
    move: { readonly id: string; readonly shown: readonly string[]; readonly by: -1 | 1 },
  ): Result<true, EntryRefusal | 'no-such-place'>
  addLink(from: Target, to: Target): Result<string, EntryRefusal | LinkRefusal>
  removeLinks(ids: readonly string[]): Result<true, EntryRefusal>
  restoreLinks(ids: readonly string[]): void
}

/** Apart from the other verbs, so that a board's first load is without them. [PAGE4] */
export function recordVerbsOf({ board, asking, now, newId }: Writing): RecordVerbs {
  return {
    addEvents: (events) => addEvents(board.get(), asking(), withIds(board.get(), events, newId)),
    takeBackEvents: (events) => takeBackEvents(board.get(), asking(), events, now()),
    markEvent: (id, marking) => markEvent(board.get(), asking(), id, marking),
    addCause: (values) => addCause(board.get(), asking(), newId(), values),
    addWhy: (where) => addWhy(board.get(), asking(), newId(), where),
    addWhys: (items, where) => addWhys(board.get(), asking(), newId, items, where, now()),
    moveWhy: (id, move) => moveWhy(board.get(), asking(), id, move),
    removeCause: (id) => removeCause(board.get(), asking(), id, now()),
    takeBackRemoval: (removed) => takeBackRemoval(board.get(), asking(), removed),
    moveEntry: (root, move) => moveEntry(board.get(), asking(), root, move),
    addLink: (from, to) => addLink(board.get(), asking(), newId(), from, to),
    removeLinks: (ids) => removeLinks(board.get(), asking(), ids, now()),
    restoreLinks: (ids) => restoreLinks(board.get(), asking(), ids),
  }
}

export function useRecordVerbs(): RecordVerbs {
  const { writing } = useSession()
  return useMemo(() => recordVerbsOf(writing), [writing])
}
