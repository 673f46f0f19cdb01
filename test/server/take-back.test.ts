import { beforeEach, describe, expect, it } from 'vitest'
import { readEntries, readEntry, readFlat } from '../../shared/document/read.ts'
import { createDraft } from '../../shared/document/write.ts'
import type { PhaseKind } from '../../shared/review/session.ts'
import type { Pipe } from '../support/pipe.ts'
import { aReview, type Review } from '../support/review.ts'

describe('a step taken back', () => {
  let review: Review
  let fay: Pipe
  let ana: Pipe

  const session = () => readFlat(fay.doc, 'session')
  const kind = () => session().agenda.find(({ id }) => id === session().phase)?.kind
  const go = (to: PhaseKind) =>
    review.command({ type: 'phase.go', phase: session().agenda.find((item) => item.kind === to)!.id })
  const takeBack = () => review.command({ type: 'phase.undo', from: session().phase })

  async function vote(target: string, votes: number): Promise<void> {
    ana.doc.getMap('ballots').set(`${session().round}/${target}`, votes)
    await review.turn()
  }

  beforeEach(async () => {
    review = await aReview({ body: { notes: [{ id: 'canary', section: 'lessons', text: 'deploys have no canary' }] } })
    fay = await review.join('fay')
    ana = await review.join('ana', 'desk')
  })

  it('[TAKEBACK2] opens the vote again that it counted, with its ballots, for everybody to go on', async () => {
    await go('vote')
    await review.command({ type: 'timer.start', seconds: 300 })
    await review.command({ type: 'spotlight.set', target: 'note:canary' })
    const before = session()
    await vote('note:canary', 2)
    await go('act')
    expect(readEntry(fay.doc, 'results', before.round!)).toMatchObject({ cast: 2 })

    await takeBack()
    expect(session()).toEqual({ ...before, lastMove: undefined })
    const opened = readEntry(fay.doc, 'results', before.round!)!
    expect(opened).toMatchObject({ closedAt: null, cast: 0, voters: 0, votes: {}, labels: {} })
    expect(opened).not.toHaveProperty('eligible')
    await vote('note:canary', 3)
    await go('act')
    expect(readEntry(fay.doc, 'results', before.round!)).toMatchObject({ cast: 3, votes: { 'note:canary': 3 } })
  })

  it('[TAKEBACK2] shows the running counts of an open vote again', async () => {
    await review.command({ type: 'settings.set', ballot: 'open' })
    await go('vote')
    await vote('note:canary', 2)
    await go('act')
    await takeBack()
    expect(readEntry(fay.doc, 'results', session().round!)).toMatchObject({
      closedAt: null,
      votes: { 'note:canary': 2 },
    })
  })

  it('[TAKEBACK2] leaves what was revealed for all to read', async () => {
    await go('reflect')
    createDraft(ana.doc, 'd1', { section: 'lessons', text: 'alerts were silent', rank: 'a0' })
    await review.turn()
    await go('discuss')
    await takeBack()
    expect(kind()).toBe('reflect')
    expect(readEntries(fay.doc, 'notes').map(({ text }) => text)).toContain('alerts were silent')
  })

  it('[TAKEBACK1] is to be had once, for a while, from the phase that it led to', async () => {
    await go('reflect')
    await go('discuss')
    await takeBack()
    await takeBack()
    expect(kind()).toBe('reflect')
    await go('discuss')
    await review.pass(15_001)
    await takeBack()
    expect(kind()).toBe('discuss')
  })

  it('[TAKEBACK3] does not come again by itself', async () => {
    await go('reflect')
    const { agenda, phase } = session()
    const endsByItself = agenda.map((item) => (item.id === phase ? { ...item, whenAllDone: true } : item))
    await review.command({ type: 'agenda.set', agenda: endsByItself })
    const desks = [ana, await review.join('ben', 'desk'), await review.join('fay', 'desk')]
    for (const desk of desks) desk.doc.getMap('ready').set(phase, true)
    await review.turn()
    expect(kind()).toBe('discuss')
    expect(session().lastMove?.byItself).toBe(true)

    await takeBack()
    ana.doc.getMap('ready').set('elsewhere', true)
    await review.turn()
    expect(kind()).toBe('reflect')
  })
})
