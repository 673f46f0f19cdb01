import { isInstant } from '../review/calendar.ts'

/** Epoch milliseconds of an ISO 8601 time in UTC; null where there is none or it is none. */
export function momentOf(instant: string | null | undefined): number | null {
  return instant !== null && instant !== undefined && isInstant(instant) ? Date.parse(instant) : null
}

/** ISO 8601 in UTC, without a fraction that says nothing: `2018-10-21T22:52:00Z`. */
export function instantOf(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}
