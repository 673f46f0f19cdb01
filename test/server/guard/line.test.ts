import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { decodeIncoming } from '../../../server/rooms/guard/decode.ts'
import { Effort } from '../../../server/rooms/guard/effort.ts'
import { freshIn } from '../../../server/rooms/guard/fresh.ts'
import { Line } from '../../../server/rooms/guard/line.ts'
import { lastUnderKey } from '../../../server/rooms/guard/placing.ts'

const { FUZZ_RUNS = '150' } = process.env

const steps = fc.array(
  fc.record({
    who: fc.nat(3),
    what: fc.constantFrom('set', 'set', 'set', 'delete', 'send', 'listen', 'overhear'),
    other: fc.nat(3),
    at: fc.nat(30),
  }),
  { maxLength: 40 },
)

/** What four people do to one document apart, hearing of each other now and then; `sent` sees all that reaches the server. */
function property(
  deeds: {
    readonly set: (copy: Y.Doc, at: number, n: number) => void
    readonly delete: (copy: Y.Doc, at: number) => void
  },
  sent: (server: Y.Doc, update: Uint8Array) => void,
) {
  return fc.property(steps, fc.shuffledSubarray([3, 5, 7, 9], { minLength: 4 }), (all, clients) => {
    const server = new Y.Doc()
    const copies = clients.map((client, index) => {
      const copy = new Y.Doc({ gc: index % 2 === 0 })
      copy.clientID = client
      return copy
    })
    const send = (copy: Y.Doc) => sent(server, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(server)))
    for (const [n, { who, what, other, at }] of all.entries()) {
      const copy = copies[who]!
      const done: Readonly<Record<typeof what, () => void>> = {
        set: () => deeds.set(copy, at, n),
        delete: () => deeds.delete(copy, at),
        send: () => send(copy),
        listen: () => Y.applyUpdate(copy, Y.encodeStateAsUpdate(server)),
        overhear: () => Y.applyUpdate(copy, Y.encodeStateAsUpdate(copies[other]!)),
      }
      done[what]()
    }
    for (const copy of copies) send(copy)
  })
}

function freshItems(server: Y.Doc, update: Uint8Array) {
  const decoded = decodeIncoming(update)
  const fresh = decoded.allowed ? freshIn(server, decoded.value) : undefined
  return fresh?.structs.flatMap((struct) => (struct.kind === 'item' ? [struct] : [])) ?? []
}

describe('the items under one key', () => {
  it('[GUARD13] come to lie in the order in which Yjs puts them', () => {
    const foreseen = (server: Y.Doc, update: Uint8Array): Y.ID | undefined => {
      const current = server.getMap('ballots')._map.get('key')
      const last = lastUnderKey(current, freshItems(server, update), new Effort())
      return last ? Y.createID(last.client, last.clock + last.length - 1) : current?.lastId
    }
    fc.assert(
      property(
        {
          set: (copy, _at, n) => copy.getMap('ballots').set('key', n),
          delete: (copy) => copy.getMap('ballots').delete('key'),
        },
        (server, update) => {
          const expected = foreseen(server, update)
          Y.applyUpdate(server, update)
          expect(server.getMap('ballots')._map.get('key')?.lastId).toEqual(expected)
        },
      ),
      { numRuns: Number(FUZZ_RUNS) * 10 },
    )
  }, 60_000)
})

describe('the items of a text', () => {
  it('[GUARD20] come to lie in the order in which Yjs puts them, so that they take as many steps', () => {
    const spelt = (client: number, clock: number, length: number) =>
      Array.from({ length }, (_, n) => `${client}/${clock + n}`)
    const spelling = (text: Y.Text) => {
      const found: string[] = []
      for (let item = text._start; item; item = item.right) {
        found.push(...spelt(item.id.client, item.id.clock, item.length))
      }
      return found
    }
    fc.assert(
      property(
        {
          set: (copy, at, n) => copy.getText('text').insert(at % (copy.getText('text').length + 1), `${n}${n}`),
          delete: (copy, at) => {
            const text = copy.getText('text')
            text.delete(at % (text.length + 1), Math.min(2, text.length - (at % (text.length + 1))))
          },
        },
        (server, update) => {
          const line = new Line(server.getText('text')._start, new Effort())
          for (const item of freshItems(server, update)) line.integrate(item)
          Y.applyUpdate(server, update)
          expect(line.runs.flatMap(({ client, clock, length }) => spelt(client, clock, length))).toEqual(
            spelling(server.getText('text')),
          )
        },
      ),
      { numRuns: Number(FUZZ_RUNS) * 5 },
    )
  }, 60_000)
})
