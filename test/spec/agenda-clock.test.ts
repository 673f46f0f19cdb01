import { describe, expect, it } from 'vitest'
import { changeAgenda } from '../../shared/review/agenda.ts'
import { endsOutOfOrder, movesOnAt, movesOnWhenAllDone } from '../../shared/review/agenda-clock.ts'
import type { AgendaItem, Session } from '../../shared/review/session.ts'
import { phase } from './board.ts'

const tuesday = Date.UTC(2018, 9, 23, 17)
const hour = 3_600_000

const reflect = (change: Partial<AgendaItem> = {}): AgendaItem => ({ ...phase('reflect'), ...change })

function running(item: AgendaItem, change: Partial<Session> = {}) {
  return {
    agenda: [item, phase('discuss')],
    phase: item.id,
    status: 'open' as const,
    timer: null,
    visits: [{ phase: item.id, at: tuesday - 24 * hour }],
    ...change,
  }
}

describe('a phase that ends by the clock', () => {
  it('[CLOCK1] ends at its end date', () => {
    expect(movesOnAt(running(reflect({ auto: true, endsAt: tuesday })))).toBe(tuesday)
  })

  it('[CLOCK1] without a date ends when its timer is up, and not while that is paused', () => {
    const timer = { startedAt: tuesday, seconds: 60 }
    expect(movesOnAt(running(reflect({ auto: true }), { timer }))).toBe(tuesday + 60_000)
    expect(movesOnAt(running(reflect({ auto: true }), { timer: { ...timer, pausedAt: tuesday + 1 } }))).toBeNull()
    expect(movesOnAt(running(reflect({ auto: true })))).toBeNull()
  })

  it('[CLOCK1] is only where a facilitator asked for it', () => {
    const timer = { startedAt: tuesday, seconds: 60 }
    expect(movesOnAt(running(reflect({ endsAt: tuesday }), { timer }))).toBeNull()
  })

  it('[CLOCK1] is neither the last one, nor one of a finished review', () => {
    const item = reflect({ auto: true, endsAt: tuesday })
    expect(movesOnAt(running(item, { agenda: [phase('facts'), item] }))).toBeNull()
    expect(movesOnAt(running(item, { status: 'closed' }))).toBeNull()
  })

  it('[CLOCK2] stays where its end had passed when it was entered', () => {
    const visits = [{ phase: 'reflect', at: tuesday + hour }]
    expect(movesOnAt(running(reflect({ auto: true, endsAt: tuesday }), { visits }))).toBeNull()
  })

  it('[AGENDA6] gets an end that is still to come, and keeps one that has passed', () => {
    const past = running(reflect({ auto: true, endsAt: tuesday - hour }))
    expect(changeAgenda(past, past.agenda, tuesday)).toMatchObject({ allowed: true })
    const change = (item: Partial<AgendaItem>) => changeAgenda(running(reflect()), [reflect(item)], tuesday)
    expect(change({ auto: true, endsAt: tuesday - 1 })).toEqual({ allowed: false, reason: 'ends-in-the-past' })
    expect(change({ auto: true, endsAt: tuesday + 1 })).toMatchObject({ allowed: true })
    expect(change({ endsAt: tuesday - 1 })).toMatchObject({ allowed: true })
  })
})

describe('a phase that ends once all are done', () => {
  it('[CLOCK3] is one where a facilitator asked for it, unless the clock ends it', () => {
    expect(movesOnWhenAllDone(running(reflect({ whenAllDone: true })))).toBe(true)
    expect(movesOnWhenAllDone(running(reflect({ whenAllDone: true, auto: true })))).toBe(false)
    expect(movesOnWhenAllDone(running(reflect()))).toBe(false)
    expect(movesOnWhenAllDone(running(reflect({ whenAllDone: true }), { status: 'closed' }))).toBe(false)
  })
})

describe('the ends of phases', () => {
  it('[CLOCK5] come one after the other, or are pointed out', () => {
    const late = reflect({ endsAt: tuesday })
    const early = { ...phase('discuss'), endsAt: tuesday - hour }
    const same = { ...phase('vote'), endsAt: tuesday }
    expect(endsOutOfOrder([late, phase('group'), early, same])).toEqual([early, same])
    expect(endsOutOfOrder([early, phase('group'), late])).toEqual([])
  })
})
