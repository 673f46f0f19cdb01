import { isCalendarDate, isInstant } from '../review/calendar.ts'

/** Epoch milliseconds of an ISO 8601 time in UTC; null where there is none or it is none. */
export function momentOf(instant: string | null | undefined): number | null {
  return instant !== null && instant !== undefined && isInstant(instant) ? Date.parse(instant) : null
}

/** ISO 8601 in UTC, without a fraction that says nothing: `2018-10-21T22:52:00Z`. */
export function instantOf(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}

const withZone = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/iu

/** From 1973 to 2199, in seconds or milliseconds. */
const [earliest, latest] = [1e8, 7.25e9]

/**
 * A moment as programs write it, as ISO 8601 in UTC: RFC 3339 with any offset, or seconds or milliseconds since 1970.
 * Null for anything else, a time without its zone included.
 */
export function momentFrom(written: string | number): string | null {
  const number = typeof written === 'number' ? written : /^\d{9,13}(?:\.\d+)?$/.test(written) ? Number(written) : null
  if (number !== null) {
    if (number >= earliest && number <= latest) return instantOf(Math.round(number * 1000))
    return number >= earliest * 1000 && number <= latest * 1000 ? instantOf(Math.round(number)) : null
  }
  const text = String(written).trim()
  if (!withZone.test(text)) return null
  const ms = Date.parse(
    text
      .replace(' ', 'T')
      .replace(',', '.')
      .replace(/(\.\d{3})\d+/u, '$1')
      .replace(/([+-]\d{2})(\d{2})$/u, '$1:$2')
      .toUpperCase(),
  )
  const instant = Number.isNaN(ms) ? null : instantOf(ms)
  return instant !== null && momentOf(instant) !== null && isCalendarDate(text.slice(0, 10)) ? instant : null
}
