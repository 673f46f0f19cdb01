import { wallTimeOf } from '../incident/local-time.ts'

/** `2018-10-21 22:52 UTC` of an ISO 8601 time; what is none is handed back as it is. */
export function utcText(instant: string): string {
  const shown = wallTimeOf(instant, 'UTC')
  return shown === null ? instant : `${shown.date} ${shown.time} UTC`
}

/** As {@link utcText}, without seconds. */
export function utcMinuteText(instant: string): string {
  return utcText(`${instant.slice(0, 16)}Z`)
}

/** `2018-10-21` of epoch milliseconds. */
export function utcDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
