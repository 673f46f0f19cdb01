import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { flatTextOf } from '../../shared/document/write.ts'
import { bytes, idOf, info, kinds, stringIn } from '../support/by-hand.ts'
import { aGuardedBoard, type GuardedRoom } from '../support/guarded-room.ts'

const { FUZZ_RUNS = '150' } = process.env

const writers = [
  { name: 'ana', client: 500 },
  { name: 'ben', client: 600 },
  { name: 'fay', client: 700 },
] as const

const summary = (doc: Y.Doc) => flatTextOf(doc, 'incident', 'summary')!

type LetterId = readonly [client: number, clock: number]

/** The letters of the summary, from left to right. */
function lettersOf(doc: Y.Doc): readonly LetterId[] {
  const found: LetterId[] = []
  for (let item = summary(doc)._start; item; item = item.right) {
    for (let n = 0; n < item.length; n++) found.push([item.id.client, item.id.clock + n])
  }
  return found
}

/** A letter between any two others, or none: whoever speaks to the server can claim what they like. */
function claim(room: GuardedRoom, client: number, left: LetterId | undefined, right: LetterId | undefined): Uint8Array {
  const head = [1, 1, client, Y.getState(room.doc.store, client)]
  if (!left && !right) return bytes(...head, ...stringIn(idOf(summary(room.doc)._item!), 'x'), 0)
  const kind = info(kinds.string + (left ? 128 : 0) + (right ? 64 : 0))
  return bytes(...head, kind, ...(left ?? []), ...(right ?? []), 'x', 0)
}

describe('letters that somebody put anywhere', () => {
  const attempt = fc.record({ who: fc.nat(2), left: fc.nat(12), right: fc.nat(12) })

  it('[GUARD24] stand in the same order everywhere, whatever the order in which they arrive, or are refused', () => {
    let [taken, refused] = [0, 0]
    const orders = fc.array(fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), { minLength: 4, maxLength: 8 })
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 3, maxLength: 12 }), orders, (attempts, ranks) => {
        const room = aGuardedBoard()
        const before = Y.encodeStateAsUpdate(room.doc)
        const passed: Uint8Array[] = []
        for (const { who, left, right } of attempts) {
          const { name, client } = writers[who]!
          const letters = lettersOf(room.doc)
          const update = claim(room, client, letters[left], letters[right])
          if (room.take(name, update).verdict === 'apply') passed.push(update)
          else refused += 1
        }
        taken += passed.length
        for (const rank of ranks) {
          const browser = new Y.Doc()
          Y.applyUpdate(browser, before)
          const inOrder = passed.map((update, n) => ({ update, rank: rank[n]! })).toSorted((a, b) => a.rank - b.rank)
          for (const { update } of inOrder) Y.applyUpdate(browser, update)
          expect(lettersOf(browser)).toEqual(lettersOf(room.doc))
        }
      }),
      { numRuns: Number(FUZZ_RUNS) * 2 },
    )
    expect(Math.min(taken, refused)).toBeGreaterThan(Number(FUZZ_RUNS))
  }, 60_000)
})
