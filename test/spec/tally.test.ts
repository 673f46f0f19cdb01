import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ballot } from '../../shared/review/ballot.ts'
import { lateBallots, showsWhose } from '../../shared/review/late-ballots.ts'
import type { Pinboard } from '../../shared/review/placement.ts'
import type { Target } from '../../shared/review/session.ts'
import { abstentions, onlyChosen, tally, votableTargets } from '../../shared/review/tally.ts'
import { note, section } from './board.ts'
import { anyBallots, anySettings, anyVotes, board, sumOf } from './votes.ts'

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

describe('a vote on a choice', () => {
  it('[VOTE14] is on what was chosen alone, and gives back votes on the rest', () => {
    const ballots = new Map<string, Ballot>([['ana', { 'note:alerts': 2, 'note:deploys': 1 }]])
    const { votes, cast, perPerson } = tally(ballots, board, { ...settings, targets: ['note:deploys', 'note:gone'] })
    expect({ votes, cast }).toEqual({ votes: { 'note:deploys': 1 }, cast: 1 })
    expect(perPerson.get('ana')).toMatchObject({ left: 4, returned: [{ target: 'note:alerts', votes: 2 }] })
  })

  it('[VOTE14] follows what was chosen into its theme', () => {
    const grouped = board.notes.map((each) => (each.id === 'alerts' ? { ...each, theme: 'alerting' } : each))
    const { targets } = onlyChosen(votableTargets({ ...board, notes: grouped }), ['note:alerts'])
    expect(targets).toEqual(['theme:alerting'])
    const ballots = new Map<string, Ballot>([['ana', { 'note:alerts': 2, 'note:pager': 1 }]])
    const counted = tally(ballots, { ...board, notes: grouped }, { ...settings, targets: ['note:alerts'] })
    expect(counted.votes).toEqual({ 'theme:alerting': 3 })
  })

  it('[VOTE14] takes no votes on what takes none, also where it was chosen', () => {
    expect(onlyChosen(votableTargets(board), ['note:thanks', 'theme:binned']).targets).toEqual([])
  })
})

describe('an abstention', () => {
  it('[VOTE16] is of whoever says so and has no vote that counts', () => {
    const ballots = new Map<string, Ballot>([
      ['ana', {}],
      ['ben', { 'note:alerts': 1 }],
      ['fay', { 'note:gone': 1 }],
    ])
    const { perPerson } = tally(ballots, board, settings)
    expect(abstentions(perPerson, new Set(['ana', 'ben', 'fay']))).toBe(2)
    expect(abstentions(perPerson, new Set())).toBe(0)
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
