import { describe, expect, it } from 'vitest'
import { readFlat } from '../../shared/document/read.ts'
import { flatTextOf, setFlat } from '../../shared/document/write.ts'
import { addTheme, labels } from '../support/labels.ts'
import { aReview } from '../support/review.ts'

/** Longer than an unused board stays in memory. */
const aWhile = 120_000

describe('the boards in memory', () => {
  it('[ROOM11] are loaded once, however many ask at the same moment', async () => {
    const review = await aReview()
    await review.pass(aWhile)
    const loadsBefore = review.store.loads
    const live = await Promise.all([review.live(), review.live(), review.live()])
    expect([review.store.loads - loadsBefore, new Set(live).size]).toEqual([1, 1])
  })

  it('[ROOM11] answer nothing before they are loaded', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    addTheme(ana.doc, 'alerts')
    await review.turn()
    ana.hangUp()
    await review.pass(aWhile)

    const go = review.store.holdLoading()
    const joining = review.connect('ben')
    await review.turn()
    await expect(Promise.race([joining, 'not yet'])).resolves.toBe('not yet')
    go()
    const ben = await joining
    ben.greet()
    await review.turn()
    expect(labels(ben.doc)).toEqual(['alerts'])
  })

  it('[ROOM12] leave memory when nobody has used them for a while, and come back whole', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    addTheme(ana.doc, 'alerts')
    await review.turn()
    await review.pass(aWhile)
    expect(review.registry.stats()).toEqual({ boards: 1, connections: 1 })
    ana.hangUp()
    await review.pass(aWhile)
    expect(review.registry.stats()).toEqual({ boards: 0, connections: 0 })
    expect(labels((await review.live()).doc)).toEqual(['alerts'])
  })

  it('[ROOM12] stay in memory until their last commit is done', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    review.store.hold()
    addTheme(ana.doc, 'alerts')
    await review.turn()
    ana.hangUp()
    await review.pass(aWhile)
    expect(review.registry.stats().boards).toBe(1)
    review.store.letAll()
    await review.turn()
    await review.pass(aWhile)
    expect(review.registry.stats().boards).toBe(0)
    expect(labels((await review.live()).doc)).toEqual(['alerts'])
  })

  it('[ROOM12] take no more writing once they are out of memory', async () => {
    const review = await aReview()
    const old = await review.live()
    await review.pass(aWhile)
    const late = old.write(({ board }) => setFlat(board, 'session', { title: 'Late' }))
    await expect(late).rejects.toThrow('not in memory')
    expect(readFlat(old.doc, 'session').title).toBe('Deploys stopped')
    expect(readFlat((await review.live()).doc, 'session').title).toBe('Deploys stopped')
  })

  it('[ROOM13] are only so many: an unused one makes room, and one in use does not', async () => {
    const review = await aReview({ limits: { boards: 1 } })
    await expect(review.registry.open('another')).resolves.toBeUndefined()
    expect(review.registry.stats().boards).toBe(0)
    await review.join('ana')
    await expect(review.registry.open('another')).rejects.toThrow('too many boards')
  })

  it('[PRESSURE11] take so many bytes together: unused ones make room, and those in use do not', async () => {
    const review = await aReview({ limits: { boardsBytes: 50_000 } })
    const ana = await review.join('ana')
    flatTextOf(ana.doc, 'incident', 'appendix')?.insert(0, 'x'.repeat(60_000))
    await review.turn()
    await expect(review.registry.open('another')).rejects.toThrow('too many boards')
    ana.hangUp()
    await expect(review.registry.open('another')).resolves.toBeUndefined()
    expect(review.registry.stats().boards).toBe(0)
    expect((await review.join('ben')).closed).toBeUndefined()
  })

  it('[ROOM14] let members in, and say why to everyone else', async () => {
    const review = await aReview()
    const stranger = await review.connect('zoe')
    const nowhere = await review.registry.connect('nowhere', 'board', stranger)
    await review.command({ type: 'person.remove', person: 'ben' })
    const ben = await review.connect('ben', 'desk')
    expect([stranger.closed, nowhere, ben.closed]).toEqual([
      { code: 4403, reason: 'not-a-member' },
      { admitted: false, code: 4404, reason: 'no-such-board' },
      { code: 4409, reason: 'removed' },
    ])
  })

  it('[ROOM15] bound the connections of one person, and of one board', async () => {
    const review = await aReview({ limits: { connectionsPerPerson: 2, connectionsPerBoard: 3 } })
    const pipes = [await review.connect('ana'), await review.connect('ana', 'desk'), await review.connect('ana')]
    pipes.push(await review.connect('ben'), await review.connect('fay'))
    expect(pipes.map(({ closed }) => closed?.code)).toEqual([undefined, undefined, 4529, undefined, 4529])
    pipes[0]?.hangUp()
    expect((await review.connect('ana')).closed).toBeUndefined()
  })

  it('[ROOM16] send everyone away from a board that was deleted, for good', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    await review.store.remove(review.id)
    await review.registry.drop(review.id)
    expect(ana.closed).toEqual({ code: 4404, reason: 'no-such-board' })
    expect((await review.connect('ana')).closed?.code).toBe(4404)
  })

  it('[ROOM16] find out from a commit that a board was deleted', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    await review.store.remove(review.id)
    addTheme(ana.doc, 'alerts')
    await review.turn()
    expect(ana.closed).toEqual({ code: 4404, reason: 'no-such-board' })
  })

  it('[ROOM17] are all committed before everyone is sent away at the end', async () => {
    const review = await aReview()
    const [ana, ben] = [await review.join('ana'), await review.join('ben')]
    addTheme(ana.doc, 'alerts')
    ana.deliver()
    const closed = review.registry.close()
    await review.turn()
    await closed
    expect([ana.closed, ben.closed]).toEqual([
      { code: 4500, reason: 'restarting' },
      { code: 4500, reason: 'restarting' },
    ])
    expect([labels(await review.stored()), ana.saved]).toEqual([['alerts'], 1])
    await expect(review.registry.open(review.id)).rejects.toThrow('stopping')
  })
})
