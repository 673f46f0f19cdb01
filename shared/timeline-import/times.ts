import { DateTime } from 'luxon'
import { dayByDay, type FirstDay } from '../incident/day-by-day.ts'
import { momentFrom } from '../incident/moment.ts'
import type { PlacedTime } from '../incident/timeline-lines.ts'
import { readTime, type WritingHabits } from '../incident/written-time.ts'

/** Reads the time of one row after the other: a row that gives a clock alone is of the day of the one above it. */
export type ReadTimes = (written: string | number, zone: 'utc' | 'chosen') => PlacedTime | 'no-time' | 'no-such-time'

export function openTimes(first: WritingHabits & FirstDay): ReadTimes {
  const days = dayByDay(first)
  return (written, assumed) => {
    const whole = momentFrom(written)
    if (whole !== null) return { ms: Date.parse(whole), saysZone: true }
    const text = String(written).trim()
    const zone = assumed === 'utc' ? 'UTC' : first.zone
    const own = readTime(text, { zone, dayFirst: first.dayFirst })
    if (typeof own !== 'string' && own.rest === '') {
      const offset = own.time.offset ?? (assumed === 'utc' ? 0 : null)
      const ms = days.place({ ...own.time, offset })
      return ms === null ? 'no-such-time' : { ms, saysZone: offset !== null }
    }
    const placed = placeTime(text, zone)
    if (placed !== null) return { ...placed, saysZone: placed.saysZone || assumed === 'utc' }
    return own === 'no-such-time' ? own : 'no-time'
  }
}

/** A whole time in one of the forms that standards know, or in `format`; null for anything else. */
export function placeTime(text: string, zone: string, format?: string): PlacedTime | null {
  if (!/\d:\d|\dT\d/.test(text)) return null
  const ms = parse(text, zone, format)
  if (ms === null) return null
  return { ms, saysZone: parse(text, elsewhere, format) === ms }
}

/** Nobody's zone: a time that is the same here and there says its zone itself. */
const elsewhere = 'UTC+13:45'

function parse(text: string, zone: string, format: string | undefined): number | null {
  if (format !== undefined) return msOf(DateTime.fromFormat(text, format, { zone, locale: 'en' }))
  const named = /^(?<time>\S.*\S)\s+\[?(?<zone>[A-Z][A-Za-z]+\/[A-Za-z_/+-]+)\]?$/.exec(text)?.groups
  if (named !== undefined) return parse(named.time ?? '', named.zone ?? '', undefined)
  for (const read of [DateTime.fromISO, DateTime.fromSQL, DateTime.fromRFC2822, DateTime.fromHTTP]) {
    const ms = msOf(read(text, { zone }))
    if (ms !== null) return ms
  }
  return null
}

function msOf(time: DateTime): number | null {
  return time.isValid && time.year >= 1970 && time.year <= 2199 ? time.toMillis() : null
}
