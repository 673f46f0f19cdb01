import type * as Y from 'yjs'
import { idsInOrder } from '../incident/event-ids.ts'
import { type Marking, markedAs } from '../incident/marks.ts'
import { milestones, timesToFill } from '../incident/timeline.ts'
import { allow, type Result, refuse } from '../review/result.ts'
import { areValid, type EntryRefusal, removeEntry, setEntry, setIncident } from './entry.ts'
import { type Asking, mayChange, mayCreate } from './may.ts'
import { readEntry, readFlat } from './read.ts'
import { boardSchema, type Entry } from './schema.ts'
import { createEntry, localEdit, type NewEntry, type Patch, setFlat } from './write.ts'

/** An event that is about to be added. */
export type EventValues = NewEntry<'timeline'> & Pick<Entry<'timeline'>, 'at'>

/** The same under an id that nothing has yet. */
export type NewEvent = { readonly id: string } & EventValues

/** So many events are added at once, which the guard takes as one update. */
export const mostEventsAtOnce = 1000

/** So many events a timeline holds, those in the bin included; the guard takes a few more. */
export const mostEvents = 4500

/** Why events were not added. */
export type EventsRefusal = EntryRefusal | 'too-many-at-once' | 'timeline-full'

/** What adding events has brought: all that is to be undone together. */
export interface AddedEvents {
  readonly ids: readonly string[]
  /** The times of the record that were empty before. */
  readonly filled: Patch<'incident'>
}

/** Brings events onto the board in one change, all or none; milestones fill the times that the record lacks. */
export function addEvents(doc: Y.Doc, asking: Asking, events: readonly NewEvent[]): Result<AddedEvents, EventsRefusal> {
  const may = mayCreate(asking, 'timeline')
  if (!may.allowed) return may
  if (events.length > mostEventsAtOnce) return refuse('too-many-at-once')
  if (!hasRoomFor(doc, events.length)) return refuse('timeline-full')
  if (!events.every(({ id, ...values }) => areValid(boardSchema.timeline.fields, values))) return refuse('not-valid')
  const filled = doc.transact(() => writeEvents(doc, events), localEdit)
  return allow({ ids: events.map(({ id }) => id), filled })
}

/** Puts into the bin what was added, and empties the times it filled unless somebody has changed them. */
export function takeBackEvents(doc: Y.Doc, asking: Asking, { ids, filled }: AddedEvents, at: number): void {
  doc.transact(() => {
    for (const id of ids) removeEntry(doc, asking, 'timeline', id, at)
    const record = readFlat(doc, 'incident')
    const untouched = milestones.filter(({ field }) => filled[field] !== undefined && record[field] === filled[field])
    setIncident(doc, asking, Object.fromEntries(untouched.map(({ field }) => [field, null])))
  }, localEdit)
}

/** Events under ids in which they keep their order. [TIME13] */
export function withIds<E extends EventValues>(
  doc: Y.Doc,
  events: readonly E[],
  newId: () => string,
): readonly (E & { readonly id: string })[] {
  const ids = idsInOrder(events, timesOnBoard(doc), newId)
  return events.map((event, index) => ({ ...event, id: ids[index] ?? newId() }))
}

function* timesOnBoard(doc: Y.Doc): Iterable<readonly [id: string, { readonly at: string }]> {
  for (const [id, event] of doc.getMap<Y.Map<unknown>>('timeline')) yield [id, { at: String(event.get('at')) }]
}

export function hasRoomFor(doc: Y.Doc, events: number): boolean {
  return doc.getMap('timeline').size + events <= mostEvents
}

/** Writes events that were checked, with what follows for the record. The server's own way in. */
export function writeEvents(doc: Y.Doc, events: readonly NewEvent[]): Patch<'incident'> {
  for (const { id, ...values } of events) createEntry(doc, 'timeline', id, values)
  return fillTimes(doc, events)
}

/** Says what an event is; a milestone fills its time in the record where that is empty. */
export function markEvent(doc: Y.Doc, asking: Asking, id: string, marking: Marking): Result<true, EntryRefusal> {
  return doc.transact(() => {
    const done = setEntry(doc, asking, 'timeline', id, markedAs(marking))
    const event = readEntry(doc, 'timeline', id)
    if (done.allowed && event !== undefined && mayChange(asking, 'incident', 'startedAt').allowed)
      fillTimes(doc, [event])
    return done
  }, localEdit)
}

function fillTimes(
  doc: Y.Doc,
  events: readonly (Pick<Entry<'timeline'>, 'id' | 'at'> & NewEntry<'timeline'>)[],
): Patch<'incident'> {
  const told = events.map(({ id, at, milestone = null }) => ({ id, at, milestone }))
  const filled = timesToFill(readFlat(doc, 'incident'), told)
  setFlat(doc, 'incident', filled)
  return filled
}
