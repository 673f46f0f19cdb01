import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ranking, standingOf, tiesIn } from '../../shared/review/ranking.ts'
import { votableTargets } from '../../shared/review/tally.ts'
import { anyTarget, board } from './votes.ts'

const votable = votableTargets(board)

describe('a ranking', () => {
  it('[VOTE10] shares places between equal votes, and lists what got none', () => {
    expect(ranking({ votes: { 'note:alerts': 4, 'theme:alerting': 4 } }, votable)).toEqual([
      { target: 'theme:alerting', votes: 4, place: 1 },
      { target: 'note:alerts', votes: 4, place: 1 },
      { target: 'note:deploys', votes: 0, place: 3 },
    ])
  })

  it('[VOTE10] shows votes at the theme of a note grouped since, and votes on what is gone', () => {
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
        const ranked = ranking({ votes }, votable).reduce((sum, each) => sum + each.votes, 0)
        expect(ranked).toBe(Object.values(votes).reduce((sum, each) => sum + each, 0))
      }),
    )
  })

  it('[VOTE14] lists of a vote on a choice only what was chosen', () => {
    const result = { votes: { 'note:alerts': 1 }, targets: ['note:alerts', 'note:deploys'] } as const
    expect(ranking(result, votable).map(({ target }) => target)).toEqual(['note:alerts', 'note:deploys'])
  })

  it('[VOTE15] is decided between equals by the votes that broke the tie, one after the other', () => {
    const result = { votes: { 'note:alerts': 4, 'theme:alerting': 4, 'note:deploys': 4 } }
    const first = { votes: { 'note:alerts': 2, 'note:deploys': 2, 'theme:alerting': 1 } }
    const second = { votes: { 'note:deploys': 3, 'note:alerts': 2 } }
    expect(tiesIn(ranking(result, votable))).toEqual([['theme:alerting', 'note:deploys', 'note:alerts']])
    expect(tiesIn(ranking(result, votable, [first]))).toEqual([['note:deploys', 'note:alerts']])
    expect(ranking(result, votable, [first, second])).toEqual([
      { target: 'note:deploys', votes: 4, place: 1 },
      { target: 'note:alerts', votes: 4, place: 2 },
      { target: 'theme:alerting', votes: 4, place: 3 },
    ])
  })

  it('[VOTE15] is never turned round by a vote between equals', () => {
    const votes = fc.dictionary(anyTarget, fc.nat(4))
    fc.assert(
      fc.property(votes, votes, (cast, between) => {
        const ranked = ranking({ votes: cast }, votable, [{ votes: between }])
        expect(ranked.map((each) => each.votes)).toEqual(ranked.map((each) => each.votes).toSorted((a, b) => b - a))
        expect(ranked.map((each) => each.place)).toEqual(ranked.map((each) => each.place).toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('a count that stands', () => {
  const round = (id: string, openedAt: number, more: { breaks?: string; closedAt?: null } = {}) => ({
    ...{ id, phase: 'vote', openedAt, closedAt: openedAt + 1, votes: {} },
    ...more,
  })

  it('[VOTE15] is the one whose ties were broken, with the counted rounds that broke them in their order', () => {
    const rounds = [
      round('third', 3, { breaks: 'first' }),
      round('first', 1),
      round('second', 2, { breaks: 'first' }),
      round('open', 4, { breaks: 'first', closedAt: null }),
    ]
    const { round: head, breaks } = standingOf(rounds, rounds[0]!)
    expect([head.id, breaks.map(({ id }) => id)]).toEqual(['first', ['second', 'third']])
  })

  it('[VOTE15] is itself where what it leads to is not there, or leads round in a circle', () => {
    const lost = round('lost', 1, { breaks: 'gone' })
    expect(standingOf([lost], lost)).toEqual({ round: lost, breaks: [] })
    const circle = [round('a', 1, { breaks: 'b' }), round('b', 2, { breaks: 'a' })]
    expect(standingOf(circle, circle[0]!).round.id).toBe('a')
  })
})
