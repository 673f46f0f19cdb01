import { addDays } from '../review/calendar.ts'
import { instantFromWallTime } from './local-time.ts'
import { momentOf } from './moment.ts'
import type { WrittenDay, WrittenTime } from './written-time.ts'

/** Lines that are a little out of order are of the same day. */
const mostOutOfOrderMs = 6 * 60 * 60_000

/** Knows of which day each line is, from those above it. */
export interface DayByDay {
  /** Epoch milliseconds of a line's time; those of the lines below are read from there on. */
  place(time: WrittenTime): number | null
  /** The lines below are of this day, YYYY-MM-DD. */
  turnTo(day: WrittenDay): string
}

export interface FirstDay {
  /** The day of the first line, YYYY-MM-DD in the zone. */
  readonly date: string
  /** An IANA zone. */
  readonly zone: string
  /** The day of the incident, from which `+2d` counts; left out: that of the first line. */
  readonly incidentDate?: string | undefined
}

/**
 * Reads the days of lines one after the other.
 *
 * @remarks
 * A time more than six hours before that of the line above it is of the next day. A day written out holds for the lines
 * below it too; one without a year is of the year that is nearest. While clocks go back an hour comes twice: a line is
 * of the second where it would else be before the line above it. [TIME4]
 */
export function dayByDay(first: FirstDay): DayByDay {
  let date = first.date
  let last: number | null = null

  function instant(clock: number, offset: number | null): number | null {
    if (offset !== null) return Date.parse(`${date}T00:00:00Z`) + clock - offset * 60_000
    const time = new Date(clock).toISOString().slice(11, 19)
    const above = last === null ? undefined : Math.floor(last / 1000) * 1000
    const whole = momentOf(instantFromWallTime({ date, time }, first.zone, above))
    return whole === null ? null : whole + (clock % 1000)
  }

  return {
    place({ day, clock, offset }) {
      if (day !== null) date = dateOf(day, date, first)
      let ms = instant(clock, offset)
      if (ms !== null && day === null && last !== null && ms < last - mostOutOfOrderMs) {
        date = addDays(date, 1)
        ms = instant(clock, offset)
      }
      last = ms ?? last
      return ms
    },
    turnTo(day) {
      date = dateOf(day, date, first)
      last = null
      return date
    },
  }
}

function dateOf(day: WrittenDay, now: string, { date, incidentDate }: FirstDay): string {
  if ('later' in day) return addDays(day.than === 'incident' ? (incidentDate ?? date) : date, day.later)
  const rest = `-${two(day.month)}-${two(day.day)}`
  if (day.year !== null) return `${String(day.year).padStart(4, '0')}${rest}`
  const year = Number(now.slice(0, 4))
  const candidates = [year - 1, year, year + 1].map((each) => `${each}${rest}`)
  const distance = (candidate: string) =>
    Math.abs(Date.parse(`${candidate}T00:00:00Z`) - Date.parse(`${now}T00:00:00Z`))
  const existing = candidates.filter((candidate) => !Number.isNaN(distance(candidate)))
  return existing.sort((a, b) => distance(a) - distance(b))[0] ?? now
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
