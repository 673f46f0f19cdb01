import { beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../../server/facilitation/run-command.ts'
import { readEntry, readFlat } from '../../shared/document/read.ts'
import { isServerPresence } from '../../shared/protocol/presence.ts'
import type { Pipe } from '../support/pipe.ts'
import { aReview, type Review } from '../support/review.ts'

const notes = [
  { id: 'canary', section: 'lessons', text: 'deploys have no canary' },
  { id: 'silent', section: 'lessons', text: 'alerts were silent' },
]

describe('votes for people in the room', () => {
  let review: Review
  let fay: Pipe
  let ana: Pipe

  const session = () => readFlat(fay.doc, 'session')
  const result = () => readEntry(fay.doc, 'results', session().round!)!
  const forRoom = (person: string, people: number | null) => review.command({ type: 'room.set', person, people })
  async function vote(root: 'ballots' | 'roomBallots', votes: Readonly<Record<string, number>>, pipe = ana) {
    const { round } = session()
    pipe.doc.transact(() => {
      for (const [on, count] of Object.entries(votes)) pipe.doc.getMap(root).set(`${round}/${on}`, count)
    })
    await review.turn()
  }

  beforeEach(async () => {
    review = await aReview({ body: { notes } })
    fay = await review.join('fay')
    ana = await review.join('ana', 'desk')
    await review.command({ type: 'phase.go', phase: session().agenda.find(({ kind }) => kind === 'vote')!.id })
  })

  it('[PROXY1] are counted apart, within the budget of as many people as were stated', async () => {
    await forRoom('ana', 3)
    await vote('ballots', { 'note:canary': 2 })
    await vote('roomBallots', { 'note:canary': 12, 'note:silent': 4 })
    await review.command({ type: 'round.close' })
    expect(result()).toMatchObject({ voters: 1, cast: 2, votes: { 'note:canary': 2 }, eligible: 3 })
    expect(result().room).toEqual({
      people: 3,
      cast: 13,
      votes: { 'note:canary': 9, 'note:silent': 4 },
      by: { ana: 3 },
    })
  })

  it('[PROXY1] count for nothing where nobody stated for how many, or it was taken back', async () => {
    await forRoom('ana', 3)
    await vote('roomBallots', { 'note:canary': 5 })
    await forRoom('ana', null)
    await review.command({ type: 'round.close' })
    expect(result()).not.toHaveProperty('room')
    expect(session()).not.toHaveProperty('roomVoters')
  })

  it('[PROXY4] are left to be given beside one’s own until they are cast, as everybody is told', async () => {
    const told = () => [...fay.presence().values()].filter(isServerPresence).at(-1)?.progress
    await forRoom('ana', 20)
    await vote('roomBallots', { 'note:canary': 58 })
    await review.pass(100)
    expect(told()).toMatchObject({ people: { ana: { votesLeft: 5, roomVotesLeft: 42 } } })
    await forRoom('ana', null)
    await review.pass(100)
    expect(told()).toMatchObject({ people: { ana: { votesLeft: 5, ready: false } } })
    expect(told()).not.toHaveProperty('people.ana.roomVotesLeft')
  })

  it('[PROXY2] are never those of one person alone, and given to people who take part', async () => {
    const order = async (person: string) => {
      const answer = runCommand(await review.live(), 'fay', { type: 'room.set', person, people: 4 }, review.deps)
      await review.turn()
      return answer
    }
    expect(await order('olga')).toEqual({ allowed: false, reason: 'no-such-person' })
    expect(await order('nobody')).toEqual({ allowed: false, reason: 'no-such-person' })
    expect(await order('ana')).toMatchObject({ allowed: true })
    expect(session().roomVoters).toEqual({ ana: 4 })
  })

  it('[PROXY3] that come after the count wait, and whoever was counted stays counted', async () => {
    await forRoom('ana', 2)
    await review.command({ type: 'round.close' })
    await vote('roomBallots', { 'note:canary': 5 })
    expect(result()).toMatchObject({ late: 1, room: { cast: 0 } })
    await review.command({ type: 'round.recount' })
    expect(result()).toMatchObject({ late: 0, room: { cast: 5 } })
    await forRoom('ana', null)
    await review.command({ type: 'person.remove', person: 'ana' })
    await review.command({ type: 'round.recount' })
    expect(result().room).toMatchObject({ people: 2, cast: 5 })
  })
})
