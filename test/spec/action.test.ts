import { describe, expect, it } from 'vitest'
import { actionsByHorizon, horizonOf, isOverdue, proposedPriority, whatIsMissing } from '../../shared/review/action.ts'
import { addDays, daysBetween } from '../../shared/review/calendar.ts'
import { missingCheckIns } from '../../shared/review/check-in.ts'
import { isOpenAction, isUnproven } from '../../shared/review/proof.ts'
import { action, removed } from './board.ts'

const today = '2026-03-02'
const proven = { status: 'complete', verification: 'A drill', evidence: 'Restored in 4 min' } as const

describe('an action', () => {
  it('[ACTION1] says what it lacks', () => {
    expect(whatIsMissing({ owner: 'ana', due: '2026-03-09' })).toEqual([])
    expect(whatIsMissing({ owner: null, due: null })).toEqual(['owner', 'due'])
    expect(whatIsMissing({ owner: '  ', due: '2026-02-30' })).toEqual(['owner', 'due'])
  })

  it('[ACTION2] is immediate for a week, short-term for four, long-term after', () => {
    const dues = ['2026-02-01', '2026-03-02', '2026-03-09', '2026-03-10', '2026-03-30', '2026-03-31']
    expect(dues.map((due) => horizonOf({ due }, today))).toEqual([
      'immediate',
      'immediate',
      'immediate',
      'short-term',
      'short-term',
      'long-term',
    ])
  })

  it('[ACTION2] without a date is what was said by hand', () => {
    expect(horizonOf({ due: null, horizon: 'long-term' }, today)).toBe('long-term')
    expect(horizonOf({ due: null }, today)).toBeNull()
    expect(horizonOf({ due: '2026-03-03', horizon: 'long-term' }, today)).toBe('immediate')
  })

  it('[ACTION3] stands with others of its horizon, the most pressing first', () => {
    const actions = [
      action('someday', { due: null }),
      action('low', { priority: 'low', due: '2026-03-03' }),
      action('later', { priority: 'high', due: '2026-03-05' }),
      action('sooner', { priority: 'high', due: '2026-03-04' }),
      action('binned', { removed }),
      action('next-quarter', { due: '2026-06-01' }),
    ]
    expect(actionsByHorizon(actions, today).map((group) => [group.horizon, group.actions.map(({ id }) => id)])).toEqual(
      [
        ['immediate', ['sooner', 'later', 'low']],
        ['long-term', ['next-quarter']],
        [null, ['someday']],
      ],
    )
  })

  it('[ACTION4] is overdue the day after, until it is complete', () => {
    const overdue = (due: string | null, status: 'not-started' | 'complete' = 'not-started') =>
      isOverdue({ due, status }, today)
    expect([overdue('2026-03-01'), overdue(today), overdue(null), overdue('2026-03-01', 'complete')]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect([action('a'), action('b', proven), action('c', { removed })].map(isOpenAction)).toEqual([true, false, false])
  })

  it('[ACTION4] counts days through leap years and clock changes', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
  })

  it('[ACTION6] that is complete counts once it says how it was verified, and what shows it', () => {
    const unproven = [
      { ...proven, evidence: ' ' },
      { ...proven, evidence: undefined },
      { ...proven, verification: '' },
    ]
    expect(unproven.map(isUnproven)).toEqual([true, true, true])
    expect(unproven.map((fields) => isOpenAction(action('drill', fields)))).toEqual([true, true, true])
    expect(isUnproven(proven)).toBe(false)
    expect(isUnproven({ ...proven, status: 'in-progress', evidence: '' })).toBe(false)
  })

  it('[ACTION7] gets a priority proposed from impact and recurrence', () => {
    const levels = ['high', 'medium', 'low'] as const
    expect(levels.map((impact) => levels.map((recurrence) => proposedPriority({ impact, recurrence })))).toEqual([
      ['high', 'high', 'medium'],
      ['high', 'medium', 'low'],
      ['medium', 'low', 'low'],
    ])
    expect(proposedPriority({ impact: 'high', recurrence: null })).toBeNull()
  })

  it('[ACTION8] is looked at again by the rhythm of its horizon', () => {
    const actions = [
      action('soon', { due: '2026-03-03' }),
      action('later', { due: '2026-03-20' }),
      action('in-summer', { due: '2026-06-20' }),
      action('done', { ...proven, due: '2026-03-20' }),
      action('someday', { due: null }),
    ]
    const planned = [
      { horizon: 'immediate', done: true },
      { horizon: 'long-term', removed },
      { horizon: null },
    ] as const
    expect(missingCheckIns(actions, planned, today)).toEqual([
      { horizon: 'immediate', on: '2026-03-09' },
      { horizon: 'short-term', on: '2026-03-16' },
      { horizon: 'long-term', on: '2026-04-01' },
    ])
    expect(missingCheckIns(actions, [...planned, { horizon: 'short-term' }], today)).toHaveLength(2)
  })
})
