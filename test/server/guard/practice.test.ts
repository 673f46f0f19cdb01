import { describe, expect, it } from 'vitest'
import { practise } from '../../../server/rooms/guard/practice.ts'
import type { Verdict } from '../../../server/rooms/guard/verdict.ts'
import { Clock } from '../../support/clock.ts'

describe('a server that has started', () => {
  it('[PRESSURE20] takes in events of nobody, a piece each time, and then rests', () => {
    const clock = new Clock()
    const pieces: number[] = []
    const told: (readonly Verdict[])[] = []
    const after = (ms: number, run: () => void) => {
      pieces.push(ms)
      return clock.after(ms, run)
    }
    practise({ after }, (verdicts) => told.push(verdicts))
    clock.pass(60_000)
    expect(told).toHaveLength(1)
    expect(told[0]!.length).toBeGreaterThan(20)
    expect(told[0]!.filter(({ verdict }) => verdict !== 'apply')).toEqual([])
    expect(pieces.filter((ms) => ms > 0)).toHaveLength(told[0]!.length + 1)
  })

  it('[PRESSURE20] practises no more once it stops', () => {
    const clock = new Clock()
    const told: (readonly Verdict[])[] = []
    const stop = practise(clock, (verdicts) => told.push(verdicts))
    clock.pass(100)
    stop()
    clock.pass(60_000)
    expect(told).toEqual([])
  })
})
