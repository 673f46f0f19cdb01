import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ballot } from '../../shared/review/ballot.ts'
import { lateBallots, showsWhose } from '../../shared/review/late-ballots.ts'
import type { Pinboard } from '../../shared/review/placement.ts'
import type { Target } from '../../shared/review/session.ts'
import { ranking, tally, votableTargets } from '../../shared/review/tally.ts'
import { note, section } from './board.ts'
import { anyBallots, anySettings, anyTarget, anyVotes, board, sumOf } from './votes.ts'

const settings = { votes: 5, maxPerTarget: 3 }

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
