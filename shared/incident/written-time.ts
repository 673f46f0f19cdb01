import { offsetOfZone } from './zone-letters.ts'

/** A day as it is written: whole, without its year, or so many days after the first line's or the incident's. */
export type WrittenDay =
  | { readonly year: number | null; readonly month: number; readonly day: number }
  | { readonly later: number; readonly than: 'first-line' | 'incident' }

/** A moment as somebody wrote it down: which one it is depends on the day and the zone around it. */
export interface WrittenTime {
  /** Null: that of the line above. */
  readonly day: WrittenDay | null
  /** Milliseconds after midnight. */
  readonly clock: number
  /** Whether it says AM or PM. */
  readonly saysHalf: boolean
  /** Minutes ahead of UTC; null where it does not say. */
  readonly offset: number | null
}

export interface TimeRead {
  readonly time: WrittenTime
  /** What stands behind the time. */
  readonly rest: string
  /** `[14:05]`, as chats write it. */
  readonly isBracketed: boolean
}

export interface WritingHabits {
  /** An IANA zone: what ambiguous zone letters mean. */
  readonly zone: string
  /** `3/2` is the third of February. */
  readonly dayFirst: boolean
}

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const weekday = '(?:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?'

const dayForms = [
  '(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})',
  '(?<first>\\d{1,2})(?<mark>[./-])(?<second>\\d{1,2})(?:\\k<mark>(?<lastYear>\\d{4}|\\d{2}))?\\.?',
  `(?<dayBefore>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?<monthAfter>${month})(?:,?\\s+(?<yearAfter>\\d{4}))?`,
  `(?<monthBefore>${month})\\s+(?<dayAfter>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<yearBehind>\\d{4}))?`,
  '(?<later>[+-]\\d{1,3})\\s?d(?:ays?)?',
  '(?<word>today|yesterday)',
].map((form) => new RegExp(`^${weekday}(?:${form})(?=[T\\s,]|$)`, 'iu'))

const bullet = /^\s*(?:[-*•–|>]\s+)*/u
const clockForms = [
  /^(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?!\d)(?:\s?(?<half>[ap])\.?m\b\.?)?/iu,
  /^(?<hour>\d{1,2})\s?(?<half>[ap])\.?m\b\.?/iu,
]
const zoneForm =
  /^(?:\s?(?<offset>(?:UTC|GMT)?[+-]\d{2}:?\d{2}(?!\d)|(?:UTC|GMT)[+-]\d{1,2}(?!\d))|(?<near>[+-]\d{2}(?!\d))|\s*(?<letters>[A-Z]{1,5})(?![\p{L}\p{N}]))/u

/** The time that a line begins with. */
export function readTime(line: string, habits: WritingHabits): TimeRead | 'no-time' | 'no-such-time' {
  const start = line.replace(bullet, '')
  const isBracketed = /^[[(]/.test(start)
  const day = readDay(isBracketed ? start.slice(1) : start, habits.dayFirst)
  const afterDay = (day?.rest ?? (isBracketed ? start.slice(1) : start)).replace(
    /^(?:T|[\s,]+(?:at\s+|[—–-]\s+)?)/iu,
    '',
  )
  const found = clockForms.map((form) => form.exec(afterDay)).find((match) => match !== null)
  if (found?.groups === undefined) return 'no-time'
  const clock = clockOf(found.groups)
  if (clock === null || day?.day === 'none') return 'no-such-time'
  const afterClock = afterDay.slice(found[0].length)
  const zone = readZone(afterClock, habits.zone)
  return {
    time: {
      day: day?.day ?? null,
      clock,
      saysHalf: found.groups.half !== undefined,
      offset: zone?.offset ?? null,
    },
    rest: (zone?.rest ?? afterClock).replace(/^\s?[\])]?[\s:|,–—-]*/u, '').trim(),
    isBracketed,
  }
}

/** The day that a line gives and nothing else: a heading over the lines below it. */
export function readDayAlone(line: string, dayFirst: boolean): WrittenDay | null {
  const bare = line.replace(bullet, '').replace(/^[#=_\s—–-]+|[=_:\s—–-]+$/gu, '')
  const read = readDay(bare, dayFirst)
  return read === null || read.day === 'none' || read.rest.trim() !== '' ? null : read.day
}

/** Whether the days of a text are written day first: told by a number that can be no month, else by its clock. */
export function isDayFirst(text: string): boolean {
  const pairs = [
    ...text.matchAll(/(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})(?:\2(?:\d{4}|\d{2}))?,?(?:\s+at)?\s+\d{1,2}:\d{2}/gu),
  ]
  if (pairs.some((pair) => Number(pair[1]) > 12)) return true
  if (pairs.some((pair) => Number(pair[3]) > 12)) return false
  return !/\d\s?[ap]\.?m\b/iu.test(text)
}

function readDay(text: string, dayFirst: boolean): { readonly day: WrittenDay | 'none'; readonly rest: string } | null {
  for (const form of dayForms) {
    const found = form.exec(text)
    if (found?.groups === undefined) continue
    return { day: dayOf(found.groups, dayFirst), rest: text.slice(found[0].length) }
  }
  return null
}

type Groups = Readonly<Record<string, string | undefined>>

function dayOf(groups: Groups, dayFirst: boolean): WrittenDay | 'none' {
  if (groups.later !== undefined) return { later: Number(groups.later), than: 'incident' }
  if (groups.word !== undefined) return { later: groups.word.toLowerCase() === 'today' ? 0 : -1, than: 'first-line' }
  if (groups.first !== undefined) {
    const numbers = [Number(groups.first), Number(groups.second)] as const
    const [day, month] = dayFirst || groups.mark === '.' ? numbers : [numbers[1], numbers[0]]
    return existing(fullYear(groups.lastYear), month, day)
  }
  const name = groups.monthAfter ?? groups.monthBefore
  const year = groups.year ?? groups.yearAfter ?? groups.yearBehind
  const month = name === undefined ? Number(groups.month) : monthNumber(name)
  return existing(fullYear(year), month, Number(groups.day ?? groups.dayBefore ?? groups.dayAfter))
}

function existing(year: number | null, month: number, day: number): WrittenDay | 'none' {
  const date = new Date(Date.UTC(year ?? 2024, month - 1, day)) // a leap year
  if (year !== null && (year < 1970 || year > 2199)) return 'none'
  return month >= 1 && month <= 12 && day >= 1 && date.getUTCDate() === day ? { year, month, day } : 'none'
}

function fullYear(written: string | undefined): number | null {
  if (written === undefined) return null
  return written.length === 2 ? 2000 + Number(written) : Number(written)
}

function monthNumber(name: string): number {
  return (
    ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(
      name.slice(0, 3).toLowerCase(),
    ) + 1
  )
}

function clockOf({ hour, minute = '0', second = '0', fraction = '0', half }: Groups): number | null {
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  const isTwelve = half === undefined || (Number(hour) >= 1 && Number(hour) <= 12)
  if (!isTwelve || hours > 23 || Number(minute) > 59 || Number(second) > 59) return null
  return ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Math.floor(Number(`0.${fraction}`) * 1000)
}

function readZone(text: string, own: string): { readonly offset: number; readonly rest: string } | null {
  const found = zoneForm.exec(text)
  const written = found?.groups?.offset ?? found?.groups?.near ?? found?.groups?.letters
  const offset = written === undefined ? undefined : offsetOfZone(written, own)
  return found === null || offset === undefined ? null : { offset, rest: text.slice(found[0].length) }
}

/** `2:06` below `2:05 PM` is in the afternoon too. */
export function inHalfOf(above: WrittenTime | null, time: WrittenTime): WrittenTime {
  const noon = 12 * 3_600_000
  const isAfternoon = above?.saysHalf === true && above.clock >= noon && !time.saysHalf && time.clock < noon
  return isAfternoon ? { ...time, clock: time.clock + noon, saysHalf: true } : time
}
