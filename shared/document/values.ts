import * as v from 'valibot'
import { isCalendarDate, isInstant } from '../review/calendar.ts'
import type { Removed } from '../review/entries.ts'
import { isRank } from '../review/rank.ts'
import type { Target } from '../review/session.ts'

/**
 * Ids are nanoid's; imported entries may bring other short ones of the same alphabet.
 *
 * @remarks
 * An entry named `__proto__` would be on the board and in no JSON of it: it would become the prototype. [GUARD22]
 */
export const id = v.pipe(
  v.string(),
  v.regex(/^(?!__proto__$)[A-Za-z0-9_-]{1,64}$/, 'an id: 1 to 64 letters, digits, "_" or "-"'),
)

export const line = (limit: number) => v.pipe(v.string(), v.maxLength(limit, `at most ${limit} characters`))

export const calendarDate = v.pipe(v.string(), v.check(isCalendarDate, 'a date, YYYY-MM-DD'))

export const instant = v.pipe(v.string(), v.check(isInstant, 'a time in UTC, such as 2018-10-21T22:52:00Z'))

export const rank = v.pipe(v.string(), v.check(isRank, 'a rank'))

export const webLink = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.url('a web address'),
  v.regex(/^https?:/i, 'a web address that starts with http:// or https://'),
)

export const wholeMinutes = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(5_256_000))

/** How many there were: people, tickets. */
export const count = v.pipe(v.number(), v.integer('a whole number'), v.minValue(0), v.maxValue(100_000_000_000))

export const removed = v.strictObject({
  by: v.nullable(id),
  at: v.pipe(v.number(), v.finite()),
}) satisfies v.GenericSchema<unknown, Removed>

const targetPattern = /^(note|theme|section|event|action|cause):[A-Za-z0-9_-]{1,64}$/

export const target = v.custom<Target>(
  (input) => typeof input === 'string' && targetPattern.test(input),
  'a target such as note:<id> or theme:<id>',
)
