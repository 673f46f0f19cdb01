import { beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../../server/facilitation/run-command.ts'
import type { Command } from '../../shared/api/commands.ts'
import { readEntry, readFlat } from '../../shared/document/read.ts'
import type { Pipe } from '../support/pipe.ts'
import { aReview, type Review } from '../support/review.ts'

describe('a command', () => {
  let review: Review
  let ana: Pipe

  const session = () => readFlat(ana.doc, 'session')
  async function order(command: Command, by = 'fay') {
    const live = await review.live()
    const answer = runCommand(live, by, command, review.deps)
    await review.turn()
    return answer
  }

  beforeEach(async () => {
    review = await aReview({ body: { notes: [{ id: 'canary', section: 'lessons', text: 'deploys have no canary' }] } })
    ana = await review.join('ana')
  })

  it('[CMD1] is a facilitator’s alone', async () => {
    expect(await order({ type: 'phase.next' }, 'ana')).toEqual({ allowed: false, reason: 'not-a-facilitator' })
    expect(await order({ type: 'role.set', person: 'ana', role: 'facilitator' })).toMatchObject({ allowed: true })
    expect(await order({ type: 'phase.next' }, 'ana')).toMatchObject({ allowed: true })
  })

  it('[CMD2] moves once for two people who ask from the same phase', async () => {
    const from = session().phase
    expect(await order({ type: 'phase.next', from })).toMatchObject({ allowed: true })
    expect(await order({ type: 'phase.next', from })).toEqual({ allowed: false, reason: 'phase-has-moved' })
    expect(session().phase).toBe(session().agenda[1]!.id)
    expect(session().visits.map((visit) => visit.phase)).toEqual([session().agenda[0]!.id, session().agenda[1]!.id])
  })

  it('[CMD3] with an id that has run has no effect', async () => {
    await order({ type: 'phase.next', id: 'one' })
    await order({ type: 'phase.next', id: 'one' })
    expect(session().phase).toBe(session().agenda[1]!.id)
  })

  it('[CMD4] changes the phase and starts its timer in one update, or clears the old one', async () => {
    const before = ana.count('update')
    await order({ type: 'phase.next', timer: true })
    expect(ana.count('update') - before).toBe(1)
    expect(session().timer).toEqual({ startedAt: review.clock.now(), seconds: session().agenda[1]!.minutes! * 60 })
    await order({ type: 'phase.next' })
    expect(session().timer).toBeNull()
  })

  it('[CMD5] runs the timer: start, pause, resume, a minute more, stop', async () => {
    expect(await order({ type: 'timer.pause' })).toEqual({ allowed: false, reason: 'no-timer' })
    await order({ type: 'timer.start', seconds: 60 })
    const startedAt = review.clock.now()
    await review.pass(10_000)
    await order({ type: 'timer.pause' })
    await review.pass(30_000)
    await order({ type: 'timer.resume' })
    await order({ type: 'timer.add', seconds: 60 })
    expect(session().timer).toEqual({ startedAt: startedAt + 30_000, seconds: 120 })
    await order({ type: 'timer.stop' })
    expect(session().timer).toBeNull()
  })

  it('[CMD6] keeps the running phase on the agenda, and sections that hold notes on the board', async () => {
    const { agenda, sections } = session()
    expect(await order({ type: 'agenda.set', agenda: [...agenda.slice(1)] })).toEqual({
      allowed: false,
      reason: 'drops-current-phase',
    })
    const without = (id: string) => sections.filter((section) => section.id !== id).map((s) => ({ ...s, prompts: [] }))
    expect(await order({ type: 'sections.set', sections: without('lessons') })).toEqual({
      allowed: false,
      reason: 'section-in-use',
    })
    expect(await order({ type: 'sections.set', sections: without('went-well') })).toMatchObject({ allowed: true })
  })

  it('[CMD7] shows only what is on the board in the spotlight', async () => {
    expect(await order({ type: 'spotlight.set', target: 'note:nowhere' })).toMatchObject({ reason: 'no-such-target' })
    await order({ type: 'spotlight.set', target: 'note:canary' })
    expect(session().spotlight).toEqual({ target: 'note:canary' })
    await order({ type: 'spotlight.set', target: null })
    expect(session().spotlight).toBeNull()
  })

  it('[TOPIC2] gives a topic its time as it is shown, and none where none is said', async () => {
    await order({ type: 'spotlight.set', target: 'note:canary', seconds: 180 })
    expect(session().spotlight).toEqual({ target: 'note:canary', startedAt: review.clock.now(), seconds: 180 })
    await order({ type: 'spotlight.set', target: 'note:canary' })
    expect(session().spotlight).toEqual({ target: 'note:canary' })
  })

  it('[CMD8] leaves a board its last facilitator', async () => {
    expect(await order({ type: 'role.set', person: 'fay', role: 'observer' })).toMatchObject({
      reason: 'last-facilitator',
    })
    expect(await order({ type: 'person.remove', person: 'fay' })).toMatchObject({ reason: 'last-facilitator' })
  })

  it('[CMD9] marks who was removed, and sends them away', async () => {
    await order({ type: 'person.remove', person: 'ana' })
    expect(ana.closed).toEqual({ code: 4409, reason: 'removed' })
    expect(readEntry(await review.stored(), 'people', 'ana')).toMatchObject({ name: 'ana', left: review.clock.now() })
  })

  it('[CMD10] renames, finishes and reopens a review', async () => {
    await order({ type: 'board.rename', title: '  Deploys   stopped for an hour ' })
    await order({ type: 'board.close' })
    expect(session()).toMatchObject({ title: 'Deploys stopped for an hour', status: 'closed' })
    expect(await order({ type: 'board.close' })).toMatchObject({ reason: 'already-closed' })
    await order({ type: 'board.reopen' })
    expect(session().status).toBe('open')
  })

  it('[CMD11] gives a role a new invite, and the old one opens nothing', async () => {
    const live = await review.live()
    const old = live.invites.get('participant')!.secret
    await order({ type: 'invite.rotate', role: 'participant' })
    expect(live.invites.get('participant')!.secret).not.toBe(old)
  })
})
