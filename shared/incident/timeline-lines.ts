import { addDays, isCalendarDate } from '../review/calendar.ts'
import { instantOf } from './moment.ts'

export interface PastedEvent {
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly event: string
  /** Counted from 1, blank lines included. */
  readonly line: number
}

export type UnreadReason = 'no-time' | 'no-such-time' | 'no-text'

export interface UnreadLine {
  readonly line: number
  readonly text: string
  readonly reason: UnreadReason
}

export interface PastedTimeline {
  readonly events: readonly PastedEvent[]
  readonly unread: readonly UnreadLine[]
}

export interface LinesOptions {
  /** The day of the first line, YYYY-MM-DD in the zone of the lines. */
  readonly date: string
  /** How far the zone of the lines is ahead of UTC. */
  readonly offsetMinutes: number
}

const minuteMs = 60_000
const dayMs = 86_400_000

/** Lines that are a little out of order are of the same day. */
const mostOutOfOrderMs = 6 * 60 * minuteMs

const pattern =
  /^\s*(?:[-*•]\s+)?\[?(?:(?<date>\d{4}-\d{2}-\d{2})[T ]\s*)?(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?\s*(?<zone>Z\b|UTC\b|[+-]\d{2}:?\d{2}(?!\d))?\]?[\s:|,–—-]*(?<event>.*)$/iu

/**
 * The events of a pasted timeline, one a line: `14:05 text`, `14:05:30 text` or an ISO time, with `UTC` where a line
 * is not in the zone of the others. What can't be read is handed back, never dropped.
 *
 * @remarks
 * A time more than six hours before that of the line above it is of the next day. A date written out holds for the
 * lines below it too. [TIME4]
 */
export function parseTimelineLines(text: string, options: LinesOptions): PastedTimeline {
  const events: PastedEvent[] = []
  const unread: UnreadLine[] = []
  let date = options.date
  let last: number | null = null

  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const read = readLine(line, date, options.offsetMinutes)
    if (typeof read === 'string') {
      unread.push({ line: index + 1, text: line, reason: read })
      continue
    }
    let ms = read.ms
    if (read.date !== null) date = read.date
    else if (last !== null && ms < last - mostOutOfOrderMs) {
      date = addDays(date, 1)
      ms += dayMs
    }
    last = ms
    events.push({ at: instantOf(ms), event: read.event, line: index + 1 })
  }
  return { events, unread }
}

interface ReadLine {
  readonly ms: number
  /** Null where the line gives none. */
  readonly date: string | null
  readonly event: string
}

function readLine(line: string, date: string, offsetMinutes: number): ReadLine | UnreadReason {
  const found = pattern.exec(line)?.groups
  if (found === undefined) return 'no-time'
  const [hour, minute, second] = [Number(found.hour), Number(found.minute), Number(found.second ?? 0)]
  const day = found.date ?? date
  if (hour > 23 || minute > 59 || second > 59 || !isCalendarDate(day)) return 'no-such-time'
  const event = (found.event ?? '').trim()
  if (event === '') return 'no-text'
  const offset = found.zone === undefined ? offsetMinutes : zoneMinutes(found.zone)
  const local = Date.parse(`${day}T00:00:00Z`) + hour * 60 * minuteMs + minute * minuteMs + second * 1000
  return { ms: local - offset * minuteMs, date: found.date ?? null, event }
}

function zoneMinutes(zone: string): number {
  const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (parts === null) return 0
  const minutes = Number(parts[2]) * 60 + Number(parts[3])
  return parts[1] === '-' ? -minutes : minutes
}
