import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phaseKinds } from '../../shared/review/agenda.ts'
import { describeMove, endsForOthers, type MovePlan, planMove } from '../../shared/review/move.ts'
import {
  budgetOf,
  changeBudget,
  closeRound,
  nextOpening,
  openRound,
  openRoundOf,
  type RoundState,
  recountRound,
  roundOf,
} from '../../shared/review/round.ts'
import { type AgendaItem, defaultSettings, type Target } from '../../shared/review/session.ts'
import { phase } from './board.ts'

const agenda = [
  phase('reflect'),
  phase('discuss'),
  phase('vote', 5, 'first-vote'),
  phase('act'),
  phase('vote', 5, 'second-vote'),
]

function move(
  from: string,
  to: string,
  rounds: Readonly<Record<string, RoundState>> = {},
  items: readonly AgendaItem[] = agenda,
): Omit<MovePlan, 'to'> {
  const answer = planMove(
    { agenda: items, phase: from, settings: defaultSettings },
    new Map(Object.entries(rounds)),
    to,
  )
  if (!answer.allowed) throw new Error(answer.reason)
  const { to: _, ...plan } = answer.value
  return plan
}

const open = (phase: string, openedAt = 0): RoundState => ({ phase, openedAt, closedAt: null })
const counted = (phase: string, openedAt = 0): RoundState => ({ phase, openedAt, closedAt: openedAt + 1 })

const quiet = { forward: true, publishesDrafts: true, closes: [], pauses: null, enters: { do: 'nothing' } } as const

describe('a move to another phase', () => {
  it('[PHASE2] counts the round that is left, whatever kind comes next', () => {
    const others = phaseKinds.filter((kind) => kind !== 'vote')
    for (const kind of others) {
      const items = [phase('vote'), phase(kind)]
      expect(move('vote', kind, { r1: open('vote') }, items)).toMatchObject({ closes: ['r1'], pauses: null })
    }
  })

  it('[PHASE2] counts a paused round that is skipped', () => {
    expect(move('discuss', 'act', { r1: open('first-vote') })).toEqual({ ...quiet, closes: ['r1'] })
  })

  it('[PHASE2] leaves what was counted alone', () => {
    expect(move('first-vote', 'act', { r1: counted('first-vote') })).toEqual(quiet)
  })

  it('[PHASE3] pauses the round when going back', () => {
    expect(move('first-vote', 'discuss', { r1: open('first-vote') })).toEqual({
      ...quiet,
      forward: false,
      pauses: 'r1',
    })
  })

  it('[PHASE3] counts nothing when going back, not even a paused round that lies before', () => {
    const rounds = { r1: open('first-vote'), r2: open('second-vote', 5) }
    expect(move('second-vote', 'act', rounds)).toEqual({ ...quiet, forward: false, pauses: 'r2' })
  })

  it('[PHASE4] opens the first round of a vote', () => {
    expect(move('discuss', 'first-vote')).toEqual({ ...quiet, enters: { do: 'open' } })
  })

  it('[PHASE4] resumes a paused round with its ballots', () => {
    expect(move('discuss', 'first-vote', { r1: open('first-vote') })).toEqual({
      ...quiet,
      enters: { do: 'resume', id: 'r1', counted: false },
    })
  })

  it('[PHASE4] shows a counted round and opens no second one', () => {
    expect(move('act', 'first-vote', { r1: counted('first-vote') })).toEqual({
      ...quiet,
      forward: false,
      enters: { do: 'resume', id: 'r1', counted: true },
    })
  })

  it('[PHASE4] never opens a round where there is one, in any order of any agenda', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...phaseKinds], { minLength: 2 }), fc.boolean(), (kinds, isCounted) => {
        const items = kinds.map((kind) => phase(kind))
        const [from, to] = [kinds[0] ?? '', kinds[1] ?? '']
        const plan = move(from, to, { r1: isCounted ? counted(to) : open(to) }, items)
        expect(plan.enters).toEqual({ do: 'resume', id: 'r1', counted: isCounted })
      }),
    )
  })

  it('[PHASE5] publishes drafts on entering any phase that does not keep them', () => {
    const publishing = phaseKinds.filter((kind) => {
      const items = [phase('vote', 5, 'start'), phase(kind)]
      return move('start', kind, {}, items).publishesDrafts
    })
    expect(publishing).toEqual(['discuss', 'group', 'vote', 'act', 'close'])
  })

  it('[PHASE6] counts the one round and opens the other when going from vote to vote', () => {
    expect(move('first-vote', 'second-vote', { r1: open('first-vote') })).toEqual({
      ...quiet,
      closes: ['r1'],
      enters: { do: 'open' },
    })
  })

  it('[PHASE6] pauses the one round and shows the other when going back from vote to vote', () => {
    const rounds = { r1: counted('first-vote'), r2: open('second-vote', 5) }
    expect(move('second-vote', 'first-vote', rounds)).toEqual({
      ...quiet,
      forward: false,
      pauses: 'r2',
      enters: { do: 'resume', id: 'r1', counted: true },
    })
  })

  it('[PHASE7] says what it will do', () => {
    const sentence = (from: string, to: string, rounds: Readonly<Record<string, RoundState>> = {}) => {
      const titled = agenda.map((item) => (item.id === 'discuss' ? { ...item, title: 'Discuss' } : item))
      const plan = planMove(
        { agenda: titled, phase: from, settings: defaultSettings },
        new Map(Object.entries(rounds)),
        to,
      )
      if (!plan.allowed) throw new Error(plan.reason)
      return describeMove(plan.value, { drafts: 31, writing: 2, votesLeft: 4 })
    }
    expect(sentence('reflect', 'discuss')).toBe('Next: Discuss · reveals 31 notes · 2 still writing')
    expect(sentence('first-vote', 'discuss', { r1: open('first-vote') })).toBe(
      'Back to: Discuss · reveals 31 notes · pauses the vote, every vote stays · 2 still writing',
    )
    expect(sentence('first-vote', 'act', { r1: open('first-vote') })).toBe(
      'Next: act · reveals 31 notes · counts the votes · 4 votes not cast · 2 still writing',
    )
  })

  it('[PHASE7] asks first when somebody is not done', () => {
    const plan: MovePlan = { ...quiet, to: phase('act'), closes: ['r1'] }
    expect(endsForOthers(plan, { drafts: 0, writing: 0, votesLeft: 3 })).toBe(true)
    expect(endsForOthers(plan, { drafts: 0, writing: 1, votesLeft: 0 })).toBe(true)
    expect(endsForOthers(plan, { drafts: 9, writing: 0, votesLeft: 0 })).toBe(false)
  })

  it('[PHASE8] goes nowhere it is, and nowhere unknown', () => {
    const session = { agenda, phase: 'act', settings: defaultSettings }
    expect(planMove(session, new Map(), 'act')).toEqual({ allowed: false, reason: 'already-there' })
    expect(planMove(session, new Map(), 'gone')).toEqual({ allowed: false, reason: 'unknown-phase' })
  })
})

describe('a round', () => {
  const on = { settings: defaultSettings, countsFor: new Map<Target, Target>([['note:alerts', 'note:alerts']]) }
  const rounds = new Map([
    ['r1', counted('first-vote', 1)],
    ['r2', open('first-vote', 9)],
    ['r3', open('second-vote', 20)],
  ])

  it('[ROUND1] is the newest of its agenda item', () => {
    expect(roundOf(rounds, 'first-vote')).toBe('r2')
    expect(openRoundOf(rounds, 'first-vote')).toBe('r2')
    expect(roundOf(rounds, 'act')).toBeNull()
  })

  it('[ROUND2] is opened afresh only while none is open', () => {
    expect(openRound(rounds, 'first-vote', {}, on)).toEqual({ allowed: false, reason: 'round-is-open' })
    expect(openRound(new Map([['r1', counted('first-vote')]]), 'first-vote', {}, on)).toEqual({
      allowed: true,
      value: { phase: 'first-vote', budget: { votes: 5, maxPerTarget: 3 } },
    })
  })

  it('[ROUND4] may be on what is chosen, between equals, and with a budget of its own', () => {
    const before = new Map([['r1', counted('first-vote')]])
    const wishes = { targets: ['note:alerts', 'note:alerts'], breaks: 'r1', votes: 1 } as const
    expect(openRound(before, 'first-vote', wishes, on)).toEqual({
      allowed: true,
      value: {
        phase: 'first-vote',
        budget: { votes: 1, maxPerTarget: 3 },
        targets: ['note:alerts'],
        breaks: 'r1',
      },
    })
    expect(openRound(before, 'first-vote', { targets: ['note:gone'] }, on)).toEqual({
      allowed: false,
      reason: 'no-such-target',
    })
    expect(openRound(rounds, 'second-vote-after', { breaks: 'r2' }, on)).toEqual({ allowed: false, reason: 'no-round' })
  })

  it('[ROUND5] has the budget it was opened with, an older one that of the settings, and only what changes changes', () => {
    expect(budgetOf({ budget: { votes: 1, maxPerTarget: 1 } }, on.settings)).toEqual({ votes: 1, maxPerTarget: 1 })
    expect(budgetOf(undefined, { ...defaultSettings, votes: 7 })).toEqual({ votes: 7, maxPerTarget: 3 })
    expect(changeBudget({ votes: 1, maxPerTarget: 1 }, { votes: 4 })).toEqual({ votes: 4, maxPerTarget: 1 })
  })

  it('[ROUND6] is the newest once it is opened, whatever the clock says', () => {
    expect([nextOpening(rounds, 30), nextOpening(rounds, 20), nextOpening(rounds, 3)]).toEqual([30, 21, 21])
    expect(nextOpening(new Map(), 5)).toBe(5)
  })

  it('[ROUND3] is counted while open, and counted again once closed', () => {
    expect(closeRound(rounds, 'first-vote')).toEqual({ allowed: true, value: 'r2' })
    expect(closeRound(rounds, 'act')).toEqual({ allowed: false, reason: 'no-open-round' })
    expect(recountRound(rounds, 'r1')).toEqual({ allowed: true, value: 'r1' })
    expect(recountRound(rounds, 'r2')).toEqual({ allowed: false, reason: 'round-is-open' })
    expect(recountRound(rounds, null)).toEqual({ allowed: false, reason: 'no-round' })
  })
})
