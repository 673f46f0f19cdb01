import { describe, expect, it } from 'vitest'
import { roomLimits } from '../../server/limits.ts'
import { readFlat } from '../../shared/document/read.ts'
import { flatTextOf } from '../../shared/document/write.ts'
import { addTheme, labels } from '../support/labels.ts'
import { aReview, type Review } from '../support/review.ts'

/** A board that nobody uses has left memory by then. */
const unloaded = roomLimits.idleMs + 2 * roomLimits.keepAliveMs

const logOf = async (review: Review) => (await review.store.load(review.id))?.heads.get('board')?.sinceSnapshot

async function write(review: Review, word: string): Promise<void> {
  const ana = await review.join('ana')
  for (const letter of word) {
    flatTextOf(ana.doc, 'incident', 'summary')?.insert(0, letter)
    await review.turn()
  }
  ana.hangUp()
  await review.turn()
}

describe('a board that leaves memory', () => {
  it('[JOURNAL13] has its log folded once nobody uses it', async () => {
    const review = await aReview({ limits: { foldOnUnload: 5 } })
    await write(review, 'checkout')
    expect(await logOf(review)).toBeGreaterThan(5)
    await review.pass(unloaded)
    expect([review.registry.stats().boards, await logOf(review)]).toEqual([0, 0])
    expect(readFlat(await review.stored(), 'incident').summary).toBe([...'checkout'].reverse().join(''))
  })

  it('[JOURNAL13] has its log folded as the server stops', async () => {
    const review = await aReview({ limits: { foldOnUnload: 5 } })
    await write(review, 'checkout')
    await review.registry.close()
    expect(await logOf(review)).toBe(0)
  })

  it('[JOURNAL13] keeps a log that is short', async () => {
    const review = await aReview({ limits: { foldOnUnload: 50 } })
    await write(review, 'checkout')
    const before = await logOf(review)
    await review.pass(unloaded)
    expect([review.registry.stats().boards, await logOf(review)]).toEqual([0, before])
  })

  it('[JOURNAL13] stores nothing in place of its log where what is in memory could not be committed', async () => {
    const review = await aReview({ limits: { foldOnUnload: 5 } })
    await write(review, 'checkout')
    const before = await logOf(review)
    const ana = await review.join('ana')
    review.store.breakDown()
    addTheme(ana.doc, 'alerts')
    await review.turn()
    await review.registry.close()
    expect([ana.closed?.code, await logOf(review), labels(await review.stored())]).toEqual([4500, before, []])
  })
})

describe('whoever opens a board', () => {
  it('[JOURNAL14] is answered while a commit runs that has nothing of it', async () => {
    const review = await aReview()
    review.store.hold() // the server's own client id, which it takes as the first one comes
    const ana = await review.join('ana')
    expect([ana.count('step-2'), readFlat(ana.doc, 'session').title]).toEqual([
      1,
      readFlat(await review.stored(), 'session').title,
    ])
    review.store.letAll()
    await review.turn()
  })

  it('[ROOM23] gets what is stored as it is stored, and with the first change what is in memory', async () => {
    const review = await aReview({ limits: { foldOnUnload: 1 } })
    await write(review, 'checkout')
    await review.pass(unloaded)
    const snapshot = (await review.store.load(review.id))?.documents.get('board')
    expect(snapshot).toHaveLength(1)
    const ana = await review.join('ana')
    addTheme(ana.doc, 'alerts')
    await review.turn()
    const ben = await review.join('ben')
    expect([ana.doc, ben.doc].map((doc) => [readFlat(doc, 'incident').summary, labels(doc)])).toEqual([
      ['tuokcehc', ['alerts']],
      ['tuokcehc', ['alerts']],
    ])
  })
})
