import { describe, expect, it } from 'vitest'
import type { LastMove } from '../../shared/review/session.ts'
import { takeBack, takeBackLeft } from '../../shared/review/take-back.ts'
import { phase } from './board.ts'

const move: LastMove = {
  ...{ at: 60_000, from: 'vote', to: 'act', byItself: false, round: 'r1' },
  timer: { startedAt: 0, seconds: 300 },
  spotlight: { target: 'note:alerts' },
  counted: ['r1'],
}
const session = {
  agenda: [{ ...phase('vote'), auto: true, whenAllDone: true }, phase('act')],
  phase: 'act',
  visits: [
    { phase: 'vote', at: 0 },
    { phase: 'act', at: 60_000 },
  ],
  lastMove: move,
}

describe('a step taken back', () => {
  it('[TAKEBACK1] leaves phase, timer, spotlight and the time that was spent as they were', () => {
    expect(takeBack(session, 70_000)).toEqual({
      allowed: true,
      value: {
        ...{ phase: 'vote', visits: [{ phase: 'vote', at: 0 }], agenda: session.agenda, round: 'r1', counted: ['r1'] },
        ...{ timer: move.timer, spotlight: move.spotlight },
      },
    })
  })

  it('[TAKEBACK1] is offered for ten seconds, taken a little longer, and refused with a reason', () => {
    expect([60_000, 69_000, 70_000, 99_000].map((now) => takeBackLeft(session, now))).toEqual([10_000, 1000, 0, 0])
    expect(takeBackLeft({ phase: 'vote' }, 60_000)).toBe(0)
    expect(takeBack(session, 75_001)).toEqual({ allowed: false, reason: 'too-late-to-take-back' })
    expect(takeBack({ ...session, phase: 'close' }, 60_000)).toEqual({ allowed: false, reason: 'nothing-to-take-back' })
    expect(takeBack({ ...session, agenda: [phase('act')] }, 60_000)).toEqual({
      allowed: false,
      reason: 'unknown-phase',
    })
  })

  it('[TAKEBACK3] that came by itself leaves a phase that waits for its facilitator', () => {
    const answer = takeBack({ ...session, lastMove: { ...move, byItself: true } }, 60_000)
    expect(answer).toMatchObject({ allowed: true, value: { agenda: [phase('vote'), phase('act')] } })
  })
})
