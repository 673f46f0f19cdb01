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
  votesOf,
  whatIsLeft,
} from '../../shared/review/ballot.ts'
import { lateBallots, showsWhose } from '../../shared/review/late-ballots.ts'
import type { Pinboard } from '../../shared/review/placement.ts'
import type { Target } from '../../shared/review/session.ts'
import { ranking, tally, votableTargets } from '../../shared/review/tally.ts'
import { note, removed, section, theme } from './board.ts'

const board: Pinboard = {
  sections: [section('went-well', { votable: false }), section('lessons')],
  themes: [theme('alerting'), theme('binned', { removed })],
  notes: [
    note('thanks', { section: 'went-well' }),
    note('alerts', { text: 'Alerts came late', rank: 'a1' }),
    note('deploys', { text: 'Deploys stopped', rank: 'a0' }),
    note('pager', { theme: 'alerting' }),
    note('gone', { removed }),
  ],
}

const rules = (change: Partial<VotingRules> = {}): VotingRules => ({
  votes: 5,
  maxPerTarget: 3,
  isOpen: true,
  countsFor: votableTargets(board).countsFor,
  ...change,
})

const settings = { votes: 5, maxPerTarget: 3 }

/** Whatever a desk may hold: also what no client of ours writes. */
const anyVotes = fc.oneof(
  fc.integer({ min: -3, max: 9 }),
  fc.constantFrom(0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300, -1e300),
)
const anyTarget = fc.constantFrom<Target>(
  'note:thanks',
  'note:alerts',
  'note:deploys',
  'note:pager',
  'note:gone',
  'note:unknown',
  'theme:alerting',
  'theme:binned',
  'section:lessons',
)
const anyBallot: fc.Arbitrary<Ballot> = fc.dictionary(anyTarget, anyVotes)
const anyBallots = fc
  .dictionary(fc.constantFrom('ana', 'ben', 'fay'), anyBallot)
  .map((all) => new Map(Object.entries(all)))
const anySettings = fc.record({ votes: fc.integer({ min: 1, max: 9 }), maxPerTarget: fc.integer({ min: 1, max: 9 }) })

const sumOf = (votes: Ballot) => votesOf(votes).reduce((sum, [, count]) => sum + count, 0)

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

describe('a tally', () => {
  it('[VOTE4] says who many voted, how much was cast and what for', () => {
    const ballots = new Map<string, Ballot>([
      ['ana', { 'note:deploys': 3, 'theme:alerting': 1 }],
      ['ben', { 'note:deploys': 1, 'note:gone': 2 }],
      ['fay', {}],
    ])
    const { perPerson, ...result } = tally(ballots, board, settings)
    expect(result).toEqual({
      votes: { 'theme:alerting': 1, 'note:deploys': 4 },
      labels: { 'theme:alerting': 'alerting', 'note:deploys': 'Deploys stopped' },
      voters: 2,
      cast: 5,
    })
    expect(perPerson.get('ben')).toEqual({
      asCast: { 'note:deploys': 1 },
      counted: { 'note:deploys': 1 },
      left: 4,
      returned: [{ target: 'note:gone', votes: 2, why: 'target-is-gone' }],
    })
  })

  it('[VOTE4] adds up, whatever the ballots say', () => {
    fc.assert(
      fc.property(anyBallots, anySettings, (ballots, limits) => {
        const result = tally(ballots, board, limits)
        const parts = [...result.perPerson.values()].map(({ counted }) => sumOf(counted))
        expect(Object.values(result.votes).reduce((sum, votes) => sum + votes, 0)).toBe(result.cast)
        expect(parts.reduce((sum, each) => sum + each, 0)).toBe(result.cast)
        expect(parts.every((each) => each <= limits.votes)).toBe(true)
        expect(result.voters).toBe(parts.filter((each) => each > 0).length)
        expect(Object.keys(result.labels)).toEqual(Object.keys(result.votes))
        expect(votableTargets(board).targets).toEqual(expect.arrayContaining(Object.keys(result.votes)))
      }),
    )
  })

  it('[VOTE6] is of themes and of ungrouped notes in votable sections', () => {
    expect(votableTargets(board).targets).toEqual(['theme:alerting', 'note:deploys', 'note:alerts'])
  })

  it('[VOTE6] shows the votes on a note whose section is gone where the note is shown', () => {
    const lost = { ...board, sections: [section('lessons')], notes: [note('alerts', { section: 'dropped' })] }
    expect(tally(new Map([['ana', { 'note:alerts': 2 }]]), lost, settings).votes).toEqual({ 'note:alerts': 2 })
  })

  it('[VOTE6] is possible even on a board whose sections were lost', () => {
    expect(votableTargets({ sections: [], themes: [], notes: [note('alerts')] }).targets).toEqual(['note:alerts'])
  })

  it('[VOTE7] takes the votes on a note into its theme, and out of it again', () => {
    const ballots = new Map<string, Ballot>([['ana', { 'note:alerts': 3, 'theme:alerting': 2 }]])
    const grouped = {
      ...board,
      notes: board.notes.map((each) => (each.id === 'alerts' ? { ...each, theme: 'alerting' } : each)),
    }
    expect(tally(ballots, grouped, settings).votes).toEqual({ 'theme:alerting': 5 })
    expect(tally(ballots, board, settings).votes).toEqual({ 'note:alerts': 3, 'theme:alerting': 2 })
  })

  it('[VOTE7] loses and gains no vote by grouping and ungrouping', () => {
    const votesOnNotes = fc.dictionary(fc.constantFrom<Target>('note:alerts', 'note:deploys', 'note:pager'), anyVotes)
    fc.assert(
      fc.property(votesOnNotes, fc.subarray(['alerts', 'deploys', 'pager']), (ballot, grouped) => {
        const notes = board.notes.map((each) => ({ ...each, theme: grouped.includes(each.id) ? 'alerting' : null }))
        const cast = (on: Pinboard) => tally(new Map([['ana', ballot]]), on, settings).cast
        expect(cast({ ...board, notes })).toBe(cast(board))
      }),
    )
  })
})

describe('a late ballot', () => {
  const counted = new Map<string, Ballot>([
    ['ana', { 'note:alerts': 2 }],
    ['ben', { 'note:alerts': 1 }],
  ])

  it('[VOTE9] is one that came, changed or went since the count', () => {
    const now = new Map<string, Ballot>([
      ['ana', { 'note:alerts': 2, 'note:deploys': 0 }],
      ['ben', { 'note:deploys': 1 }],
      ['fay', { 'note:alerts': 1 }],
    ])
    expect(lateBallots(counted, now)).toEqual(['ben', 'fay'])
    expect(lateBallots(counted, new Map())).toEqual(['ana', 'ben'])
    expect(lateBallots(counted, counted)).toEqual([])
  })

  it('[VOTE9] would show whose it is when it is the only one', () => {
    expect([0, 1, 2].map(showsWhose)).toEqual([false, true, false])
  })
})

describe('a ranking', () => {
  it('[VOTE10] shares places between equal votes, and lists what got none', () => {
    const votable = votableTargets(board)
    expect(ranking({ votes: { 'note:alerts': 4, 'theme:alerting': 4 } }, votable)).toEqual([
      { target: 'theme:alerting', votes: 4, place: 1 },
      { target: 'note:alerts', votes: 4, place: 1 },
      { target: 'note:deploys', votes: 0, place: 3 },
    ])
  })

  it('[VOTE10] shows votes at the theme of a note grouped since, and votes on what is gone', () => {
    const votable = votableTargets(board)
    expect(ranking({ votes: { 'note:pager': 2, 'theme:alerting': 1, 'note:gone': 5 } }, votable)).toEqual([
      { target: 'note:gone', votes: 5, place: 1 },
      { target: 'theme:alerting', votes: 3, place: 2 },
      { target: 'note:deploys', votes: 0, place: 3 },
      { target: 'note:alerts', votes: 0, place: 3 },
    ])
  })

  it('[VOTE10] loses no vote', () => {
    fc.assert(
      fc.property(fc.dictionary(anyTarget, fc.nat(20)), (votes) => {
        const ranked = ranking({ votes }, votableTargets(board)).reduce((sum, each) => sum + each.votes, 0)
        expect(ranked).toBe(Object.values(votes).reduce((sum, each) => sum + each, 0))
      }),
    )
  })
})
