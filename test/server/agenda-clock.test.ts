import { beforeEach, describe, expect, it } from 'vitest'
import { startAgendaClock } from '../../server/facilitation/agenda-clock.ts'
import { readEntries, readFlat } from '../../shared/document/read.ts'
import { createDraft } from '../../shared/document/write.ts'
import type { AgendaItem } from '../../shared/review/session.ts'
import { aReview, type Review } from '../support/review.ts'

const hour = 3_600_000

describe('the clock of an agenda', () => {
  let review: Review
  let failures: unknown[]

  const session = async () => readFlat((await review.live()).doc, 'session')
  const kindNow = async () => {
    const { agenda, phase } = await session()
    return agenda.find(({ id }) => id === phase)?.kind
  }
  const setCurrent = async (change: Partial<AgendaItem>) => {
    const { agenda, phase } = await session()
    await review.command({
      type: 'agenda.set',
      agenda: agenda.map((item) => (item.id === phase ? { ...item, ...change } : item)),
    })
  }
  const goTo = async (kind: AgendaItem['kind']) => {
    const { agenda } = await session()
    await review.command({ type: 'phase.go', phase: agenda.find((item) => item.kind === kind)!.id })
  }
  /** Some time, and then the next look of the clock. */
  const pass = async (ms: number) => {
    await review.pass(ms)
    await review.pass(1000)
  }
  const startClock = () =>
    startAgendaClock({
      dueBy: (at) => review.store.dueBy(at),
      open: (board) => review.registry.open(board),
      deps: review.deps,
      timers: review.clock,
      failed: (error) => failures.push(error),
    })

  beforeEach(async () => {
    review = await aReview()
    failures = []
    await goTo('reflect')
  })

  it('[CLOCK4] moves a review on at the end of its phase, with all that brings', async () => {
    startClock()
    const ana = await review.join('ana', 'desk')
    createDraft(ana.doc, 'd1', { section: 'lessons', text: 'deploys have no canary', rank: 'a0' })
    await review.turn()
    await setCurrent({ auto: true, endsAt: review.clock.now() + hour })
    await pass(hour - 10_000)
    expect(await kindNow()).toBe('reflect')
    await pass(10_000)
    expect(await kindNow()).toBe('discuss')
    expect(readEntries((await review.live()).doc, 'notes')).toMatchObject([{ text: 'deploys have no canary' }])
    expect((await session()).visits.at(-1)?.at).toBe(review.clock.now())
    expect(failures).toEqual([])
  })

  it('[CLOCK4] moves a review on that nobody has open, also after a restart', async () => {
    await setCurrent({ auto: true, endsAt: review.clock.now() + 24 * hour })
    await review.registry.drop(review.id)
    await review.pass(48 * hour)
    startClock()
    await pass(0)
    expect(await kindNow()).toBe('discuss')
  })

  it('[CLOCK1] moves on when a timer is up, and starts the next one', async () => {
    startClock()
    await setCurrent({ auto: true })
    await review.command({ type: 'timer.start', seconds: 60 })
    await pass(59_000)
    await pass(1000)
    expect(await kindNow()).toBe('discuss')
    expect((await session()).timer).toMatchObject({ seconds: 15 * 60 })
  })

  it('[CLOCK2] leaves a review where a facilitator took it back to', async () => {
    startClock()
    await setCurrent({ auto: true, endsAt: review.clock.now() + hour })
    await pass(hour)
    await goTo('reflect')
    await pass(hour)
    expect(await kindNow()).toBe('reflect')
  })

  it('[CLOCK6] stops the timer of a phase that is given an end date, and lets a later one run', async () => {
    await review.command({ type: 'timer.start', seconds: 60 })
    await setCurrent({ endsAt: review.clock.now() + hour })
    expect((await session()).timer).toBeNull()
    await review.command({ type: 'timer.start', seconds: 60 })
    await setCurrent({ title: 'Reflect in writing' })
    expect((await session()).timer).toMatchObject({ seconds: 60 })
  })

  it('[CLOCK3] moves on as the last of those who take part is done', async () => {
    await setCurrent({ whenAllDone: true })
    const { phase } = await session()
    for (const name of ['ana', 'ben', 'fay']) {
      expect(await kindNow()).toBe('reflect')
      const desk = await review.join(name, 'desk')
      desk.doc.getMap('ready').set(phase, true)
      await review.turn()
    }
    expect(await kindNow()).toBe('discuss')
  })

  it('[CLOCK4] tries a board again that could not be moved on, and goes on with the others meanwhile', async () => {
    startClock()
    await setCurrent({ auto: true, endsAt: review.clock.now() + hour })
    await pass(hour - 5000)
    review.store.breakDown()
    await pass(5000)
    expect(failures).toHaveLength(1)
    review.store.mend()
    await pass(60_000)
    expect(await kindNow()).toBe('discuss')
  })
})
