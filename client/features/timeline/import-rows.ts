import { mostEventsAtOnce } from '../../../shared/document/timeline.ts'
import { type Marking, markedAs } from '../../../shared/incident/marks.ts'
import { instantOf, momentOf } from '../../../shared/incident/moment.ts'
import type { ReadEvent } from '../../../shared/incident/read-event.ts'
import type { TimelineEvent } from '../../../shared/incident/record.ts'
import { toldBefore } from '../../../shared/incident/same-event.ts'

/** What somebody decided about the lines of an import, each by {@link lineKey}. */
export interface Decisions {
  readonly ticks: ReadonlyMap<string, boolean>
  readonly markings: ReadonlyMap<string, Marking>
  readonly shiftMs: number
}

/** An event that may be added. */
export interface ImportRow {
  readonly event: ReadEvent
  readonly isTold: boolean
  readonly isTicked: boolean
}

export const noDecisions: Decisions = { ticks: new Map(), markings: new Map(), shiftMs: 0 }

/** What was decided about a line is not of another that stands there after the text has changed. [IMPORT9] */
export function lineKey({ line, event }: Pick<ReadEvent, 'line' | 'event'>): string {
  return `${line} ${event}`
}

/** Everything that was read, as it was decided; what is told already, and more than go in at once, waits to be ticked. */
export function importRows(
  events: readonly ReadEvent[],
  there: readonly Pick<TimelineEvent, 'at' | 'event'>[],
  { ticks, markings, shiftMs }: Decisions,
): readonly ImportRow[] {
  const decided = events.map((event) => {
    const marking = markings.get(lineKey(event))
    return { ...shifted(event, shiftMs), ...(marking !== undefined && markedAs(marking)) }
  })
  const told = toldBefore(decided, there)
  let room = mostEventsAtOnce
  return decided.map((event) => {
    const isTold = told.has(event)
    const isTicked = ticks.get(lineKey(event)) ?? (!isTold && room > 0)
    if (isTicked) room -= 1
    return { event, isTold, isTicked }
  })
}

function shifted(event: ReadEvent, shiftMs: number): ReadEvent {
  const ms = momentOf(event.at)
  return ms === null || shiftMs === 0 ? event : { ...event, at: instantOf(ms + shiftMs) }
}
