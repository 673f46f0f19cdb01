import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TimerRecord } from '../../shared/review/session.ts'
import { addSeconds, clockText, pauseTimer, resumeTimer, startTimer, timerAt } from '../../shared/review/timer.ts'

const fiveMinutes: TimerRecord = { startedAt: 1000, seconds: 300 }

describe('a timer', () => {
  it('[TIMER1] ends at one moment, whenever one looks', () => {
    expect(startTimer(300, 1000)).toEqual({ allowed: true, value: fiveMinutes })
    expect(timerAt(fiveMinutes, 1000)).toEqual({ state: 'running', endsAt: 301_000, remainingMs: 300_000 })
    expect(timerAt(fiveMinutes, 200_000)).toEqual({ state: 'running', endsAt: 301_000, remainingMs: 101_000 })
    expect(timerAt(null, 1000)).toEqual({ state: 'idle' })
  })

  it('[TIMER2] goes on after its end', () => {
    expect(timerAt(fiveMinutes, 366_000)).toEqual({ state: 'running', endsAt: 301_000, remainingMs: -65_000 })
  })

  it('[TIMER3] keeps what is left while paused, and goes on with it', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (ran, rested) => {
        const paused = pauseTimer(fiveMinutes, 1000 + ran)
        if (!paused.allowed) throw new Error(paused.reason)
        const left = { state: 'paused', remainingMs: 300_000 - ran }
        expect(timerAt(paused.value, 1000 + ran + rested)).toEqual(left)
        const resumed = resumeTimer(paused.value, 1000 + ran + rested)
        if (!resumed.allowed) throw new Error(resumed.reason)
        expect(timerAt(resumed.value, 1000 + ran + rested)).toMatchObject({ remainingMs: 300_000 - ran })
      }),
    )
  })

  it('[TIMER4] takes and gives time while running and while paused', () => {
    expect(addSeconds(fiveMinutes, 60)).toEqual({ allowed: true, value: { startedAt: 1000, seconds: 360 } })
    expect(addSeconds({ ...fiveMinutes, pausedAt: 2000 }, -60)).toEqual({
      allowed: true,
      value: { startedAt: 1000, seconds: 240, pausedAt: 2000 },
    })
    expect(addSeconds(fiveMinutes, -301)).toEqual({ allowed: true, value: { startedAt: 1000, seconds: 0 } })
  })

  it('[TIMER5] says why not', () => {
    expect(startTimer(0, 1000)).toEqual({ allowed: false, reason: 'no-time' })
    expect(pauseTimer(null, 1000)).toEqual({ allowed: false, reason: 'no-timer' })
    expect(pauseTimer({ ...fiveMinutes, pausedAt: 2000 }, 3000)).toEqual({ allowed: false, reason: 'not-running' })
    expect(resumeTimer(null, 1000)).toEqual({ allowed: false, reason: 'no-timer' })
    expect(resumeTimer(fiveMinutes, 2000)).toEqual({ allowed: false, reason: 'already-running' })
    expect(addSeconds(null, 60)).toEqual({ allowed: false, reason: 'no-timer' })
  })

  it('[TIMER6] reads mm:ss, with a plus in overtime', () => {
    expect([299_000, 298_001, 1, 0, -1, -65_900, 7_200_000].map(clockText)).toEqual([
      '04:59',
      '04:59',
      '00:01',
      '00:00',
      '00:00',
      '+01:05',
      '120:00',
    ])
  })
})
