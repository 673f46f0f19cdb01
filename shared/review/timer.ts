import { allow, type Result, refuse } from './result.ts'
import type { TimerRecord } from './session.ts'

/** What a timer shows at a moment. `remainingMs` is negative in overtime: a timer never cuts anyone off. [TIMER2] */
export type Timer =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly endsAt: number; readonly remainingMs: number }
  | { readonly state: 'paused'; readonly remainingMs: number }

/** `now` is by the server's clock, as the record is. */
export function timerAt(record: TimerRecord | null, now: number): Timer {
  if (record === null) return { state: 'idle' }
  const endsAt = record.startedAt + record.seconds * 1000
  if (record.pausedAt !== undefined) return { state: 'paused', remainingMs: endsAt - record.pausedAt }
  return { state: 'running', endsAt, remainingMs: endsAt - now }
}

/** Starts afresh, whatever ran before. */
export function startTimer(seconds: number, now: number): Result<TimerRecord, 'no-time'> {
  if (!Number.isFinite(seconds) || seconds <= 0) return refuse('no-time')
  return allow({ startedAt: now, seconds })
}

export function pauseTimer(record: TimerRecord | null, now: number): Result<TimerRecord, 'no-timer' | 'not-running'> {
  if (record === null) return refuse('no-timer')
  if (record.pausedAt !== undefined) return refuse('not-running')
  return allow({ startedAt: record.startedAt, seconds: record.seconds, pausedAt: now })
}

/** Goes on with the time that was left when paused. */
export function resumeTimer(
  record: TimerRecord | null,
  now: number,
): Result<TimerRecord, 'no-timer' | 'already-running'> {
  if (record === null) return refuse('no-timer')
  if (record.pausedAt === undefined) return refuse('already-running')
  return allow({ startedAt: record.startedAt + now - record.pausedAt, seconds: record.seconds })
}

/** Lengthens or, with a negative number, shortens the whole length, running or paused; not below nothing. */
export function addSeconds(record: TimerRecord | null, seconds: number): Result<TimerRecord, 'no-timer'> {
  if (record === null) return refuse('no-timer')
  return allow({ ...record, seconds: Math.max(0, record.seconds + seconds) })
}

/** `04:59` while time is left, rounded up; `+01:05` in overtime, rounded down; minutes go past 59. */
export function clockText(remainingMs: number): string {
  const seconds = remainingMs >= 0 ? Math.ceil(remainingMs / 1000) : Math.floor(-remainingMs / 1000)
  const sign = remainingMs < 0 && seconds > 0 ? '+' : ''
  return `${sign}${twoDigits(Math.floor(seconds / 60))}:${twoDigits(seconds % 60)}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
