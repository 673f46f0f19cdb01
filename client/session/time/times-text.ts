import { timeInBothZones, wallTimeOf, zoneName } from '../../../shared/incident/local-time.ts'
import { momentOf } from '../../../shared/incident/moment.ts'

const days = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

/** `Sun, 21 Oct 2018` of YYYY-MM-DD. */
export function dayText(date: string): string {
  return days.format(Date.parse(`${date}T00:00:00Z`))
}

/** `Sun, 21 Oct 2018 · 22:54 UTC · 00:54 CEST (next day)`. */
export function momentText(instant: string, zone: string): string {
  const utc = wallTimeOf(instant, 'UTC')
  return utc === null ? instant : `${dayText(utc.date)} · ${timeInBothZones(instant, zone)}`
}

export interface TwoClocks {
  /** Of the UTC day, YYYY-MM-DD. */
  readonly day: string
  readonly utc: string
  /** With its zone, and the day where it is another; null where my clock shows UTC. */
  readonly mine: string | null
}

/** What the clock shows in UTC and in my zone; null for what is no time. */
export function twoClocks(instant: string, zone: string): TwoClocks | null {
  const [utc, mine, ms] = [wallTimeOf(instant, 'UTC'), wallTimeOf(instant, zone), momentOf(instant)]
  if (utc === null || mine === null || ms === null) return null
  const name = zoneName(ms, zone)
  const shift = mine.date === utc.date ? '' : mine.date > utc.date ? ' +1 day' : ' −1 day'
  return { day: utc.date, utc: utc.time, mine: name === 'UTC' ? null : `${mine.time} ${name}${shift}` }
}

const shortDays = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** `21 Oct` of 2018-10-21, where there is no room for more. */
export function shortDayText(date: string): string {
  return shortDays.format(Date.parse(`${date}T00:00:00Z`))
}
