import { beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../../server/facilitation/run-command.ts'
import type { Command } from '../../shared/api/commands.ts'
import { readEntry, readFlat } from '../../shared/document/read.ts'
import { createDraft, setFields } from '../../shared/document/write.ts'
import type { Pipe } from '../support/pipe.ts'
import { aReview, type Review } from '../support/review.ts'

const notes = [{ id: 'canary', section: 'lessons', text: 'deploys have no canary' }]

describe('the lead of a review', () => {
  let review: Review
  let fay: Pipe
  let ana: Pipe
  let ben: Pipe

  const session = () => readFlat(ben.doc, 'session')
  const roleOf = (id: string) => readEntry(ben.doc, 'people', id)?.role
  const hands = () => (session().hands ?? []).map(({ what, from, to }) => [what, from, to])
  async function order(command: Command, by: string) {
    const answer = runCommand(await review.live(), by, command, review.deps)
    await review.turn()
    return answer
  }
  async function leave(pipe: Pipe) {
    pipe.hangUp()
    await review.turn()
  }

  beforeEach(async () => {
    review = await aReview({ body: { notes } })
    ben = await review.join('ben')
    fay = await review.join('fay')
    ana = await review.join('ana')
    await review.command({ type: 'deputy.set', person: 'ana', afterSeconds: 30 })
  })

  it('[LEASE1] [LEASE2] [LEASE5] is the deputy once who leads has been gone for long, and goes back as they return', async () => {
    await leave(fay)
    await review.pass(29_000)
    expect(await order({ type: 'phase.next' }, 'ana')).toMatchObject({ reason: 'not-a-facilitator' })
    await review.pass(1000)
    expect(roleOf('ana')).toBe('facilitator')
    expect(await order({ type: 'phase.next' }, 'ana')).toMatchObject({ allowed: true })

    fay = await review.join('fay')
    expect([roleOf('ana'), roleOf('fay')]).toEqual(['participant', 'facilitator'])
    expect(await order({ type: 'phase.next' }, 'ana')).toMatchObject({ reason: 'not-a-facilitator' })
    expect(hands()).toEqual([
      ['took-over', 'fay', 'ana'],
      ['gave-back', 'ana', 'fay'],
    ])
  })

  it('[LEASE1] is nobody else where the lead is back in time, or has another tab', async () => {
    const tab = await review.join('fay')
    await leave(fay)
    await review.pass(60_000)
    expect(roleOf('ana')).toBe('participant')
    await leave(tab)
    await review.pass(20_000)
    fay = await review.join('fay')
    await review.pass(60_000)
    expect([roleOf('ana'), hands()]).toEqual(['participant', []])
  })

  it('[LEASE1] is the deputy as soon as they come, where nobody leads by then', async () => {
    await leave(ana)
    await leave(fay)
    await review.pass(60_000)
    expect(hands()).toEqual([])
    await review.join('ana')
    expect(roleOf('ana')).toBe('facilitator')
  })

  it('[LEASE3] [LEASE5] is handed over by command; who led before leads too', async () => {
    expect(await order({ type: 'lead.set', person: 'ben' }, 'fay')).toMatchObject({ allowed: true })
    expect([roleOf('ben'), roleOf('fay'), session().lease?.lead]).toEqual(['facilitator', 'facilitator', 'ben'])
    await leave(fay)
    await review.pass(60_000)
    expect(roleOf('ana')).toBe('participant')
    expect(hands()).toEqual([['handed-over', 'fay', 'ben']])
  })

  it('[LEASE2] stays the deputy’s who was handed it or made co-facilitator meanwhile', async () => {
    await leave(fay)
    await review.pass(30_000)
    await order({ type: 'role.set', person: 'ana', role: 'facilitator' }, 'ana')
    await review.join('fay')
    expect(roleOf('ana')).toBe('facilitator')
    expect(session().lease?.acting).toBeUndefined()
  })

  it('[LEASE2] does not go back to somebody who does not lead any more', async () => {
    await leave(fay)
    await review.pass(30_000)
    await order({ type: 'role.set', person: 'fay', role: 'participant' }, 'ana')
    await review.join('fay')
    expect([roleOf('ana'), roleOf('fay')]).toEqual(['facilitator', 'participant'])
  })

  it('[LEASE5] has it written down when somebody leads too, and does no more', async () => {
    await review.command({ type: 'role.set', person: 'ben', role: 'facilitator' })
    await review.command({ type: 'role.set', person: 'ben', role: 'participant' })
    expect(hands()).toEqual([
      ['leads-too', 'fay', 'ben'],
      ['leads-no-more', 'ben', null],
    ])
  })

  it('[LEASE1] is told anew by a server that was started again', async () => {
    const again = review.restarted()
    ben = await again.join('ben')
    await again.join('ana')
    await again.pass(30_000)
    expect(roleOf('ana')).toBe('facilitator')
  })
})

describe('a locked board', () => {
  let review: Review
  let fay: Pipe
  let ana: Pipe

  beforeEach(async () => {
    review = await aReview({ body: { notes } })
    fay = await review.join('fay')
    ana = await review.join('ana')
    await review.command({ type: 'phase.go', phase: readFlat(fay.doc, 'session').agenda[3]!.id })
    await review.command({ type: 'board.lock' })
  })

  it('[LOCK1] is written by facilitators alone', async () => {
    setFields(fay.doc, 'notes', 'canary', { rank: 'a5' })
    await review.turn()
    expect(readEntry(ana.doc, 'notes', 'canary')?.rank).toBe('a5')
    setFields(ana.doc, 'notes', 'canary', { rank: 'a1' })
    await review.turn()
    expect(ana.closed).toEqual({ code: 4403, reason: 'board-locked' })
    expect(readEntry(fay.doc, 'notes', 'canary')?.rank).toBe('a5')
  })

  it('[LOCK2] takes votes, and lets out what was written meanwhile once it is unlocked', async () => {
    const desk = await review.join('ana', 'desk')
    desk.doc.getMap('ballots').set('round/note:canary', 1)
    createDraft(desk.doc, 'd1', { section: 'lessons', text: 'alerts were silent', rank: 'a0' })
    await review.turn()
    expect(desk.closed).toBeUndefined()
    expect(readEntry(fay.doc, 'notes', 'd1')).toBeUndefined()
    await review.command({ type: 'board.unlock' })
    expect(readEntry(fay.doc, 'notes', 'd1')?.text).toBe('alerts were silent')
    expect(readFlat(fay.doc, 'session').locked).toBeUndefined()
  })
})
