import { isCalendarDate } from '../review/calendar.ts'
import { instantOf, momentOf } from './moment.ts'

/** What a clock on the wall shows. */
export interface WallTime {
  /** YYYY-MM-DD. */
  readonly date: string
  /** HH:MM, or HH:MM:SS where there are seconds. */
  readonly time: string
}

const minuteMs = 60_000

/** How far an IANA zone is ahead of UTC at a moment. */
export function offsetMinutesAt(ms: number, zone: string): number {
  if (zone === 'UTC') return 0
  const parts = clockOf(zone).formatToParts(ms)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0)
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return Math.round((shown - Math.floor(ms / 1000) * 1000) / minuteMs)
}

// A formatter takes longer to make than to use a hundred times, and a timeline has hundreds of times.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = make()
  formatters.set(key, made)
  return made
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
  return formatterOf(
    `clock ${timeZone}`,
    () => new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...numeric, second: 'numeric' }),
  )
}

/** Whether this names a zone, as `Europe/Berlin` does. */
export function isZone(name: string): boolean {
  try {
    clockOf(name)
    return true
  } catch {
    return false // Intl has no other way of asking
  }
}

/** The wall time of a zone at an instant (ISO 8601 in UTC); null where that is no instant. */
export function wallTimeOf(instant: string, zone: string): WallTime | null {
  const ms = momentOf(instant)
  return ms === null ? null : wallTimeAt(ms, zone)
}

export function wallTimeAt(ms: number, zone: string): WallTime {
  const shown = new Date(ms + offsetMinutesAt(ms, zone) * minuteMs).toISOString()
  return { date: shown.slice(0, 10), time: shown.slice(11, shown.slice(17, 19) === '00' ? 16 : 19) }
}

/**
 * The instant (ISO 8601 in UTC) at which a clock of the zone shows this; null where it is no date or time.
 *
 * Of a time that comes twice, when clocks go back, the first is meant that is not before `after` (epoch milliseconds), or
 * else the first. One that is skipped, when they go forward, is read as if they had not: it shows an hour later.
 */
export function instantFromWallTime({ date, time }: WallTime, zone: string, after = -Infinity): string | null {
  if (!isCalendarDate(date) || !/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time)) return null
  const asUtc = Date.parse(`${date}T${time}Z`)
  const dayBefore = offsetMinutesAt(asUtc - 86_400_000, zone)
  const shownThen = [dayBefore, offsetMinutesAt(asUtc + 86_400_000, zone)]
    .map((offset) => asUtc - offset * minuteMs)
    .filter((ms) => ms + offsetMinutesAt(ms, zone) * minuteMs === asUtc)
    .sort((a, b) => a - b)
  return instantOf(shownThen.find((ms) => ms >= after) ?? shownThen[0] ?? asUtc - dayBefore * minuteMs)
}

/** `14:05 UTC · 16:05 CEST`, with `(next day)` or `(day before)` where the dates differ; one of them if they agree. */
export function timeInBothZones(instant: string, zone: string): string {
  const utc = wallTimeOf(instant, 'UTC')
  const mine = wallTimeOf(instant, zone)
  const ms = momentOf(instant)
  if (utc === null || mine === null || ms === null) return instant
  const name = zoneName(ms, zone)
  if (name === 'UTC') return `${utc.time} UTC`
  const day = mine.date === utc.date ? '' : mine.date > utc.date ? ' (next day)' : ' (day before)'
  return `${utc.time} UTC · ${mine.time} ${name}${day}`
}

/** The zone's usual letters at a moment where any of these tongues has some (CEST, EDT, AEST), else `GMT+2`. */
export function zoneName(ms: number, zone: string): string {
  if (zone === 'UTC') return 'UTC'
  let first: string | undefined
  for (const locale of ['en-GB', 'en-US', 'en-AU', 'en-IN']) {
    const letters = formatterOf(
      `name ${locale} ${zone}`,
      () => new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' }),
    )
    const name = letters.formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? zone
    if (!/^GMT[+-]/.test(name)) return name
    first ??= name
  }
  return first ?? zone
}
