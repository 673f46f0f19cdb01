import { describe, expect, it } from 'vitest'
import { readDrafts } from '../../shared/document/read.ts'
import { createDraft, setFlat } from '../../shared/document/write.ts'
import { addTheme, labels } from '../support/labels.ts'
import { aReview, type Review } from '../support/review.ts'

/** Longer than an unused board stays in memory, and than one that failed is left alone. */
const aWhile = 120_000

/** Something of the server's own goes wrong half-way, so that the board is dropped from memory. */
async function breakMemory(review: Review): Promise<void> {
  const half = (await review.live()).write(({ board }) => {
    setFlat(board, 'session', { title: 'Half' })
    throw new Error('the other half went wrong')
  })
  await expect(half).rejects.toThrow('half')
}

describe('somebody who comes', () => {
  it('[ROOM11] while a board is loaded finds it whole, as all do who come meanwhile', async () => {
    const review = await aReview()
    const [first, desk] = [await review.join('ana'), await review.join('ana', 'desk')]
    addTheme(first.doc, 'alerts')
    createDraft(desk.doc, 'n1', { section: 'lessons', text: 'Alerts came late', rank: 'a1' })
    await review.turn()
    for (const pipe of [first, desk]) pipe.hangUp()
    await review.pass(aWhile)

    const [loadsBefore, go] = [review.store.loads, review.store.holdLoading()]
    const joining = [
      review.connect('ana'),
      review.connect('ana', 'desk'),
      review.connect('ben'),
      review.connect('zoe'),
      review.connect('ana', 'board', first.doc),
    ]
    await review.turn()
    go()
    const [ana, anasDesk, ben, zoe, again] = await Promise.all(joining)
    for (const pipe of [ana, anasDesk, ben, again]) pipe?.greet()
    await review.turn()
    expect([ana, ben, again].map((pipe) => labels(pipe!.doc))).toEqual([['alerts'], ['alerts'], ['alerts']])
    expect(readDrafts(anasDesk!.doc)).toHaveLength(1)
    expect(zoe?.closed).toEqual({ code: 4403, reason: 'not-a-member' })
    expect(review.store.loads - loadsBefore).toBe(1)
  })

  it('[ROOM20] at the moment in which a board makes room for another is told to try again, and then let in', async () => {
    const review = await aReview({ limits: { boards: 1 } })
    const [joining, another] = [review.connect('ana'), review.registry.open('another')]
    expect((await joining).closed).toEqual({ code: 4500, reason: 'too-busy' })
    await another
    const ana = await review.join('ana')
    addTheme(ana.doc, 'alerts')
    await review.turn()
    expect([ana.closed, labels(await review.stored())]).toEqual([undefined, ['alerts']])
  })

  it('[ROOM20] at the moment in which a board is deleted is told so', async () => {
    const review = await aReview()
    await review.store.remove(review.id)
    const [joining, dropped] = [review.connect('ana'), review.registry.drop(review.id)]
    expect((await joining).closed).toEqual({ code: 4404, reason: 'no-such-board' })
    await dropped
  })

  it('[ROOM20] at the moment in which the server stops is told to try again', async () => {
    const review = await aReview()
    const [joining, closed] = [review.connect('ana'), review.registry.close()]
    await closed
    const away = { code: 4500, reason: 'restarting' }
    expect([(await joining).closed, (await review.connect('ana')).closed]).toEqual([away, away])
  })

  it('[ROOM20] while the last commit of a dropped board runs waits for it, and finds what it stored', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    review.store.hold()
    addTheme(ana.doc, 'alerts')
    await review.turn()
    await breakMemory(review)
    const loadsBefore = review.store.loads
    const joining = review.connect('ben')
    await review.pass(aWhile)
    expect([ana.closed?.code, review.store.loads - loadsBefore]).toEqual([4500, 0])

    review.store.letAll()
    await review.turn()
    await review.pass(aWhile)
    const ben = await joining
    ben.greet()
    await review.turn()
    expect(labels(ben.doc)).toEqual(['alerts'])
  })

  it('[ROOM20] while a board that leaves memory is still being folded waits for that', async () => {
    const review = await aReview({ limits: { foldAfter: 2 } })
    const ana = await review.join('ana')
    const go = review.store.holdFolding()
    for (const label of ['alerts', 'deploys', 'rollbacks']) {
      addTheme(ana.doc, label)
      await review.turn()
    }
    ana.hangUp()
    await review.pass(aWhile)
    const loadsBefore = review.store.loads
    const joining = review.connect('ben')
    await review.turn()
    expect([review.registry.stats().boards, review.store.loads - loadsBefore]).toEqual([0, 0])

    go()
    await review.turn()
    const ben = await joining
    ben.greet()
    await review.turn()
    expect(labels(ben.doc).sort()).toEqual(['alerts', 'deploys', 'rollbacks'])
  })
})

describe('a socket that closes late', () => {
  it('[ROOM21] takes nothing from the one with which its person is back', async () => {
    const review = await aReview()
    const [ana, ben] = [await review.join('ana'), await review.join('ben')]
    const again = await review.join('ana', 'board', ana.doc)
    ana.hangUp()
    await review.pass(aWhile)
    addTheme(again.doc, 'alerts')
    addTheme(ben.doc, 'deploys')
    await review.turn()
    expect([again.closed, again.saved, review.registry.stats()]).toEqual([undefined, 2, { boards: 1, connections: 2 }])
    expect([labels(ben.doc).sort(), labels(again.doc).sort()]).toEqual([
      ['alerts', 'deploys'],
      ['alerts', 'deploys'],
    ])
  })
})
