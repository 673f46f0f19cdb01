import { describe, expect, it } from 'vitest'
import { isServerPresence } from '../../shared/protocol/presence.ts'
import type { Pipe } from '../support/pipe.ts'
import { aReview, type Review } from '../support/review.ts'

const told = (pipe: Pipe) => [...pipe.presence().values()].filter(isServerPresence).at(-1)

async function react(review: Review, pipe: Pipe, n: number, clock = n + 1, waitMs = 400): Promise<void> {
  pipe.sayPresence({ reaction: { is: 'yes', n } }, { clock })
  await review.turn()
  await review.pass(waitMs)
}

describe('reactions', () => {
  it('[REACT1] reach everyone as numbers, of nobody whose, on any board', async () => {
    for (const attribution of ['named', 'anonymous'] as const) {
      const review = await aReview({ body: { settings: { attribution } } })
      const [ana, ben] = [await review.join('ana'), await review.join('ben')]
      await react(review, ana, 0)
      await react(review, ben, 0)
      const before = ben.heard.length
      await react(review, ana, 1)
      await react(review, ben, 1)
      expect(told(ben)?.reactions).toEqual({ yes: 2 })
      expect(told(ana)?.reactions).toEqual({ yes: 2 })
      expect(ben.presence().get(ana.doc.clientID)).toEqual({ person: 'ana' })
      expect(ben.heard.slice(before).map(({ type }) => type)).toEqual(['awareness', 'awareness'])
    }
  })

  it('[REACT2] are bounded for each person, in all of their tabs together', async () => {
    const review = await aReview()
    const [ana, tab] = [await review.join('ana'), await review.join('ana')]
    await react(review, ana, 0)
    await react(review, tab, 0)
    for (const n of [1, 2, 3, 4]) {
      await react(review, ana, n, n + 1, 0)
      await react(review, tab, n, n + 1, 0)
    }
    await review.pass(400)
    expect(told(tab)?.reactions).toEqual({ yes: 1 })
  })

  it('[REACT2] are counted once, also when somebody says them again or comes back with them', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    const ben = await review.join('ben')
    await react(review, ana, 0)
    await react(review, ana, 1)
    await react(review, ana, 1, 9)
    const back = await review.join('ana')
    await react(review, back, 1, 10)
    expect(told(ben)?.reactions).toEqual({ yes: 1 })
  })

  it('[REACT1] are kept by nobody', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    await react(review, ana, 0)
    await react(review, ana, 1)
    expect(JSON.stringify((await review.stored()).toJSON())).not.toContain('reaction')
    const again = review.restarted()
    const ben = await again.join('ben')
    await again.pass(400)
    expect(told(ben)).not.toHaveProperty('reactions')
  })
})
