import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { decodeIncoming } from '../../../server/rooms/guard/decode.ts'
import { freshIn } from '../../../server/rooms/guard/fresh.ts'
import { lastInLine } from '../../../server/rooms/guard/key-line.ts'

const { FUZZ_RUNS = '150' } = process.env

const steps = fc.array(
  fc.record({
    who: fc.nat(3),
    what: fc.constantFrom('set', 'set', 'set', 'delete', 'send', 'listen', 'overhear'),
    other: fc.nat(3),
  }),
  { maxLength: 40 },
)

/** Which id stands last under the key once an update is applied, as the guard foresees it. */
function foreseen(server: Y.Doc, update: Uint8Array): Y.ID | undefined {
  const current = server.getMap('ballots')._map.get('key')
  const decoded = decodeIncoming(update)
  const fresh = decoded.allowed ? freshIn(server, decoded.value) : undefined
  const items = fresh?.structs.flatMap((struct) => (struct.kind === 'item' ? [struct] : [])) ?? []
  const last = lastInLine(current, items)
  return last ? Y.createID(last.client, last.clock + last.length - 1) : current?.lastId
}

describe('the items under one key', () => {
  it('[GUARD13] come to lie in the order in which Yjs puts them', () => {
    const property = fc.property(steps, fc.shuffledSubarray([3, 5, 7, 9], { minLength: 4 }), (all, clients) => {
      const server = new Y.Doc()
      const copies = clients.map((client, index) => {
        const copy = new Y.Doc({ gc: index % 2 === 0 })
        copy.clientID = client
        return copy
      })
      const send = (copy: Y.Doc) => {
        const update = Y.encodeStateAsUpdate(copy, Y.encodeStateVector(server))
        const expected = foreseen(server, update)
        Y.applyUpdate(server, update)
        expect(server.getMap('ballots')._map.get('key')?.lastId).toEqual(expected)
      }
      for (const [n, { who, what, other }] of all.entries()) {
        const copy = copies[who]!
        const done: Readonly<Record<typeof what, () => void>> = {
          set: () => copy.getMap('ballots').set('key', n),
          delete: () => copy.getMap('ballots').delete('key'),
          send: () => send(copy),
          listen: () => Y.applyUpdate(copy, Y.encodeStateAsUpdate(server)),
          overhear: () => Y.applyUpdate(copy, Y.encodeStateAsUpdate(copies[other]!)),
        }
        done[what]()
      }
      for (const copy of copies) send(copy)
    })
    fc.assert(property, { numRuns: Number(FUZZ_RUNS) * 10 })
  }, 60_000)
})
