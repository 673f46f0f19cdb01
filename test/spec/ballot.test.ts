import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Ballot,
  ballotKey,
  ballotOf,
  castVote,
  countBallot,
  parseBallotKey,
  takeBack,
  type VotingRules,
  whatIsLeft,
} from '../../shared/review/ballot.ts'
import type { Target } from '../../shared/review/session.ts'
import { votableTargets } from '../../shared/review/tally.ts'
import { anyBallot, anySettings, anyTarget, board, sumOf } from './votes.ts'

const rules = (change: Partial<VotingRules> = {}): VotingRules => ({
  votes: 5,
  maxPerTarget: 3,
  isOpen: true,
  countsFor: votableTargets(board).countsFor,
  ...change,
})

/** A ballot merged from two tabs of ana: eight votes. */
const fromTwoTabs: Ballot = { 'theme:alerting': 4, 'note:deploys': 3, 'note:alerts': 1 }

describe('a ballot', () => {
  it('[VOTE1] takes votes until they run out', () => {
    const spent: Ballot = { 'note:alerts': 3, 'note:deploys': 2 }
    expect(castVote({ 'note:alerts': 3, 'note:deploys': 1 }, 'note:deploys', rules())).toEqual({
      allowed: true,
      value: spent,
    })
    expect(castVote(spent, 'note:deploys', rules())).toEqual({ allowed: false, reason: 'no-votes-left' })
    expect(whatIsLeft(spent, rules())).toBe(0)
  })

  it('[VOTE2] takes no more votes on one target than the facilitator allows', () => {
    expect(castVote({ 'note:alerts': 3 }, 'note:alerts', rules())).toEqual({ allowed: false, reason: 'target-is-full' })
  })

  it('[VOTE1] [VOTE2] stays within its limits through anything one does to it', () => {
    const step = fc.tuple(fc.constantFrom('cast', 'take'), anyTarget)
    fc.assert(
      fc.property(anySettings, fc.array(step, { maxLength: 30 }), (limits, steps) => {
        let ballot: Ballot = {}
        for (const [verb, on] of steps) {
          const answer = verb === 'cast' ? castVote(ballot, on, rules(limits)) : takeBack(ballot, on, rules(limits))
          if (answer.allowed) {
            const change = verb === 'cast' ? 1 : -1
            expect(sumOf(answer.value)).toBe(sumOf(ballot) + change)
            ballot = answer.value
          }
          expect(sumOf(ballot)).toBeLessThanOrEqual(limits.votes)
          expect(Object.values(ballot).every((votes) => votes <= limits.maxPerTarget)).toBe(true)
        }
      }),
    )
  })

  it('[VOTE3] that grew too big in two tabs counts alike everywhere', () => {
    expect(countBallot(fromTwoTabs, rules())).toEqual({
      asCast: { 'note:alerts': 1, 'note:deploys': 3, 'theme:alerting': 1 },
      counted: { 'note:alerts': 1, 'note:deploys': 3, 'theme:alerting': 1 },
      left: 0,
      returned: [
        { target: 'theme:alerting', votes: 1, why: 'target-is-full' },
        { target: 'theme:alerting', votes: 2, why: 'over-budget' },
      ],
    })
  })

  it('[VOTE3] counts the same whichever order its votes lie in', () => {
    fc.assert(
      fc.property(anyBallot, anySettings, (ballot, limits) => {
        const reversed: Ballot = Object.fromEntries(Object.entries(ballot).reverse())
        expect(countBallot(reversed, rules(limits))).toEqual(countBallot(ballot, rules(limits)))
      }),
    )
  })

  it('[VOTE3] accounts for every vote in it: counted or returned', () => {
    fc.assert(
      fc.property(anyBallot, anySettings, (ballot, limits) => {
        const { asCast, counted, left, returned } = countBallot(ballot, rules(limits))
        const back = returned.reduce((sum, { votes }) => sum + votes, 0)
        expect(sumOf(counted) + back).toBe(sumOf(ballot))
        expect(sumOf(asCast)).toBe(sumOf(counted))
        expect(sumOf(counted) + left).toBe(limits.votes)
      }),
    )
  })

  it('[VOTE5] gets back votes on what is gone, for use elsewhere', () => {
    const ballot: Ballot = { 'note:gone': 3, 'note:alerts': 2, 'note:thanks': 1 }
    expect(countBallot(ballot, rules())).toEqual({
      asCast: { 'note:alerts': 2 },
      counted: { 'note:alerts': 2 },
      left: 3,
      returned: [
        { target: 'note:gone', votes: 3, why: 'target-is-gone' },
        { target: 'note:thanks', votes: 1, why: 'target-is-gone' },
      ],
    })
  })

  it('[VOTE5] keeps returned votes for the case that the target comes back, but not over votes cast since', () => {
    const ballot: Ballot = { 'note:gone': 3, 'note:alerts': 2 }
    expect(castVote(ballot, 'note:deploys', rules())).toEqual({
      allowed: true,
      value: { 'note:alerts': 2, 'note:deploys': 1, 'note:gone': 2 },
    })
  })

  it('[VOTE6] takes votes on nothing else', () => {
    const others: Target[] = ['note:thanks', 'note:pager', 'note:gone', 'theme:binned', 'section:lessons']
    expect(others.map((on) => castVote({}, on, rules()))).toEqual(
      Array(5).fill({ allowed: false, reason: 'no-such-target' }),
    )
  })

  it('[VOTE8] gives back one vote at a time', () => {
    expect(takeBack({ 'note:alerts': 2 }, 'note:alerts', rules())).toEqual({
      allowed: true,
      value: { 'note:alerts': 1 },
    })
    expect(takeBack({ 'note:alerts': 1 }, 'note:alerts', rules())).toEqual({ allowed: true, value: {} })
    expect(takeBack({ 'note:alerts': 1 }, 'note:deploys', rules())).toEqual({
      allowed: false,
      reason: 'nothing-to-take-back',
    })
  })

  it('[VOTE8] gives back from a theme what was cast on its notes', () => {
    expect(takeBack({ 'note:pager': 2 }, 'theme:alerting', rules())).toEqual({
      allowed: true,
      value: { 'note:pager': 1 },
    })
  })

  it('[VOTE8] leaves one vote more to cast, also after two tabs cast too many', () => {
    const answer = takeBack(fromTwoTabs, 'note:deploys', rules())
    if (!answer.allowed) throw new Error(answer.reason)
    expect(whatIsLeft(answer.value, rules())).toBe(1)
  })

  it('[VOTE11] changes no more once its round is closed', () => {
    const closed = { allowed: false, reason: 'round-is-closed' }
    expect(castVote({}, 'note:alerts', rules({ isOpen: false }))).toEqual(closed)
    expect(takeBack({ 'note:alerts': 1 }, 'note:alerts', rules({ isOpen: false }))).toEqual(closed)
  })

  it('[VOTE12] has no vote in what is no whole number above zero', () => {
    const odd: Ballot = { 'note:alerts': -2, 'note:deploys': 1.5, 'theme:alerting': Number.NaN }
    expect(countBallot(odd, rules())).toEqual({ asCast: {}, counted: {}, left: 5, returned: [] })
    expect(castVote(odd, 'note:alerts', rules())).toEqual({ allowed: true, value: { 'note:alerts': 1 } })
  })

  it('[VOTE12] counts a huge number as what a target takes', () => {
    expect(countBallot({ 'note:alerts': 1e300 }, rules()).counted).toEqual({ 'note:alerts': 3 })
  })

  it('[VOTE13] is kept apart from those of other rounds', () => {
    const desk = { 'r1/note:alerts': 2, 'r2/note:alerts': 1, 'r2/theme:alerting': 3, 'r2/nonsense': 9, r2: 9 }
    expect(ballotOf(desk, 'r2')).toEqual({ 'note:alerts': 1, 'theme:alerting': 3 })
    expect(ballotOf(desk, 'r')).toEqual({})
    expect(parseBallotKey(ballotKey('r1', 'note:a/b'))).toEqual({ round: 'r1', target: 'note:a/b' })
  })
})
