import { nameKnownAs } from '../incident/actor.ts'
import { markedAs, markingFrom } from '../incident/marks.ts'
import { instantOf } from '../incident/moment.ts'
import { longestActor, longestEvent, type ReadEvent, type UnreadReason } from '../incident/read-event.ts'
import { isWebLink } from '../incident/web-link.ts'
import type { Column } from './columns.ts'
import type { ReadTimes } from './times.ts'

/** One row of a table or one object, by what its columns mean. */
export type Cells = Readonly<Partial<Record<Column, string | number>>>

export interface CellHabits {
  readonly times: ReadTimes
  readonly known: readonly string[]
  /** Whether a heading said that times without a zone are in UTC. */
  readonly isUtc: boolean
}

/** The event that a row tells; else why it is none. What is no web address stays in the text. */
export function eventOf(
  cells: Cells,
  habits: CellHabits,
  where: Pick<ReadEvent, 'line' | 'until'>,
): ReadEvent | UnreadReason {
  const text = (column: Column) => String(cells[column] ?? '').trim()
  const date = text('date')
  const written = date === '' || /\d:\d/.test(date) ? (cells.at ?? date) : `${date} ${text('at')}`
  const time = habits.times(written, habits.isUtc ? 'utc' : 'chosen')
  if (typeof time === 'string') return time

  const action = text('event') === '' ? '' : text('action')
  const link = text('link')
  const event = [text('event') || text('action'), link === '' || isWebLink(link) ? '' : `(${link})`].join(' ').trim()
  if (event === '') return 'no-text'
  const actor = nameKnownAs(text('actor'), habits.known) ?? text('actor')
  if (event.length > longestEvent || action.length > longestEvent || actor.length > longestActor) return 'too-long'
  const marking = markingFrom(text('milestone')) ?? markingFrom(text('kind')) ?? 'observation'
  return {
    ...{ at: instantOf(time.ms), event, actor, action, ...markedAs(marking) },
    link: isWebLink(link) ? link : null,
    ...where,
    saysZone: time.saysZone,
  }
}
