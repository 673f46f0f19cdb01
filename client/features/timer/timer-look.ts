import type { Timer } from '../../../shared/review/timer.ts'

/** How pressing it is: `last-minute` turns amber, `over` counts up; nobody is ever cut off. */
export type TimerMood = 'calm' | 'last-minute' | 'over'

export interface TimerLook {
  readonly mood: TimerMood
  /** The part of the ring that is still full, from 0 to 1. */
  readonly left: number
}

const lastMinuteMs = 60_000

/** `lengthMs` is what the timer was set to, minutes added since included. */
export function timerLook(timer: Timer, lengthMs: number): TimerLook {
  if (timer.state === 'idle') return { mood: 'calm', left: 1 }
  const { remainingMs } = timer
  if (remainingMs < 0) return { mood: 'over', left: 0 }
  const left = lengthMs > 0 ? Math.min(1, remainingMs / lengthMs) : 0
  return { mood: remainingMs <= lastMinuteMs ? 'last-minute' : 'calm', left }
}

/** What a running timer has just come to, between two looks at it in milliseconds left. */
export function timerMoment(before: number, now: number): 'last-minute' | 'time-up' | null {
  if (before > 0 && now <= 0) return 'time-up'
  return before > lastMinuteMs && now <= lastMinuteMs ? 'last-minute' : null
}

/** For a screen reader: `4 minutes and 59 seconds left`. */
export function spokenTimer(timer: Timer): string {
  if (timer.state === 'idle') return 'The timer is not running'
  const over = timer.remainingMs < 0
  const seconds = Math.round(Math.abs(timer.remainingMs) / 1000)
  const said = [count(Math.floor(seconds / 60), 'minute'), count(seconds % 60, 'second')].filter((part) => part !== '')
  const length = said.length === 0 ? 'no time' : said.join(' and ')
  return `${length} ${over ? 'over' : 'left'}${timer.state === 'paused' ? ', paused' : ''}`
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`
}
