import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addTheme, labels } from '../support/labels.ts'
import { aReview } from '../support/review.ts'

describe('the saved sign of a connection', () => {
  it('[SAVED1] counts its own messages that are committed, as a prefix in order', async () => {
    const review = await aReview()
    const [ana, ben] = [await review.join('ana'), await review.join('ben')]
    expect([ana.saved, ben.saved]).toEqual([1, 1]) // the answer to the server's question
    for (const label of ['alerts', 'deploys']) addTheme(ana.doc, label)
    await review.turn()
    expect([ana.saved, ben.saved]).toEqual([3, 1])
  })

  it('[SAVED1] does not count past a message that still waits', async () => {
    const review = await aReview()
    const ana = await review.connect('ana')
    const [early, whole, late] = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
    addTheme(early, 'alerts')
    const known = Y.encodeStateVector(early)
    addTheme(early, 'deploys')
    addTheme(late, 'rollbacks')
    ana.say({ type: 'update', update: Y.encodeStateAsUpdate(early, known) })
    ana.say({ type: 'update', update: Y.encodeStateAsUpdate(late) })
    ana.deliver()
    await new Promise(setImmediate)
    review.clock.turn()
    await new Promise(setImmediate)
    review.clock.turn()
    ana.hear()
    expect(labels((await review.live()).doc)).toEqual(['rollbacks'])
    expect(ana.saved).toBeUndefined()

    Y.applyUpdate(whole, Y.encodeStateAsUpdate(early))
    ana.say({ type: 'step-2', update: Y.encodeStateAsUpdate(whole) })
    await review.turn()
    await review.pass(1000)
    expect(ana.saved).toBeGreaterThanOrEqual(3)
  })

  it('[SAVED2] counts a message that changed nothing only once all that memory holds is committed', async () => {
    const review = await aReview()
    const [one, two] = [await review.join('ana'), await review.join('ana')]
    review.store.hold()
    addTheme(one.doc, 'alerts')
    await review.turn()
    two.say({ type: 'update', update: Y.encodeStateAsUpdate(one.doc) })
    await review.turn()
    expect(two.saved).toBe(1)
    review.store.letAll()
    await review.turn()
    expect(two.saved).toBe(2)
  })

  it('[SAVED3] is shown again every 15 seconds, which keeps the connection', async () => {
    const review = await aReview()
    const [ana, desk] = [await review.join('ana'), await review.join('ana', 'desk')]
    const before = [ana.count('saved'), desk.count('saved')]
    await review.pass(15_000)
    expect([ana.count('saved') - before[0]!, desk.count('saved') - before[1]!]).toEqual([1, 1])
  })
})
