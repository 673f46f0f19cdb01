import * as fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { GuardedRoom } from './guarded-room.ts'

/** Something that no verb does: `a` to `d` choose where, under whose client id, beside what, and with what in it. */
export interface Attack {
  readonly what: 'set' | 'delete' | 'type' | 'nest' | 'structs' | 'flip'
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
}

export const anAttack: fc.Arbitrary<Attack> = fc.record({
  what: fc.constantFrom('set', 'delete', 'type', 'nest', 'structs', 'structs', 'structs', 'flip'),
  a: fc.nat(9999),
  b: fc.nat(9999),
  c: fc.nat(9999),
  d: fc.nat(9999),
})

const roots = [
  'notes',
  'themes',
  'session',
  'people',
  'incident',
  'results',
  'actions',
  'secrets',
  'timeline',
  'notes',
  'themes',
  'incident',
] as const
const keys = [
  'rank',
  'text',
  'theme',
  'author',
  'removed',
  'label',
  'summary',
  'severity',
  'phase',
  'role',
  'process',
  'deploys',
  'new',
  'on',
] as const

/** The update that an attacker sends: by real Yjs where that can, by hand where it can't. */
export function hostileUpdate(room: GuardedRoom, attacks: readonly Attack[]): Uint8Array {
  const byHand = attacks.find(({ what }) => what === 'structs')
  if (byHand) return structs(room, attacks)
  const copy = room.copy({ gc: (attacks[0]?.a ?? 0) % 2 === 0 })
  copy.transact(() => {
    for (const attack of attacks) strike(copy, attack)
  })
  const update = room.lackedFrom(copy)
  const flips = attacks.filter(({ what }) => what === 'flip')
  for (const { a, b } of flips) update[a % Math.max(1, update.length)] = b % 256
  return update
}

function strike(copy: Y.Doc, { what, a, b, c, d }: Attack): void {
  const root = copy.getMap<unknown>(pick(roots, a))
  const entries: readonly Y.Map<unknown>[] = [...root.values()].filter((value) => value instanceof Y.Map)
  const entry: Y.Map<unknown> = pick([root, ...entries], b)
  const texts = [...entry.values()].filter((value) => value instanceof Y.Text)
  const key = pick(keys, c)
  const strikes: Readonly<Record<Attack['what'], () => void>> = {
    set: () => entry.set(key, valueFrom(d)),
    delete: () => entry.delete(pick([...entry.keys(), key], c)),
    nest: () =>
      entry.set(
        key,
        new Y.Map([
          ['rank', 'a1'],
          [key, valueFrom(d)],
        ]),
      ),
    type: () => texts.length > 0 && pick(texts, c).insert(0, 'pwned'.repeat(1 + (d % 1000))),
    structs: () => {},
    flip: () => {},
  }
  strikes[what]()
}

function valueFrom(choice: number): unknown {
  const made: readonly (() => unknown)[] = [
    () => 'a1',
    () => null,
    () => 7,
    () => ({ by: 'ana', at: 1 }),
    () => ({ by: 'ben', at: 1 }),
    () => new Y.Text('mine'),
    () => new Y.Map(),
    () => new Y.Array(),
    () => new Y.Doc(),
    () => new Uint8Array([1, 2]),
    () => 'process',
    () => undefined,
  ]
  return pick(made, choice)()
}

/** Structs written by hand: any neighbour, any parent, any content, under any client id; and deletions of anything. */
function structs(room: GuardedRoom, attacks: readonly Attack[]): Uint8Array {
  const known = [...room.doc.store.clients].flatMap(([client, list]) =>
    list.map(({ id }) => ({ client, clock: id.clock })),
  )
  const clients = [501, 502, 1, 42]
  const next = new Map(clients.map((client) => [client, Y.getState(room.doc.store, client)]))
  const blocks = new Map<number, { first: number; list: Uint8Array[] }>()
  for (const { a, b, c, d } of attacks) {
    const client = pick(clients, a % 40 < 38 ? a % 2 : a)
    const clock = next.get(client) ?? 0
    const { bytes, length } = struct([...known, { client, clock: Math.max(0, clock - 1) }], { b, c, d })
    const block = blocks.get(client) ?? { first: clock, list: [] }
    block.list.push(bytes)
    blocks.set(client, block)
    next.set(client, clock + length)
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, blocks.size)
  for (const [client, { first, list }] of blocks) {
    for (const number of [list.length, client, first]) encoding.writeVarUint(encoder, number)
    for (const bytes of list) encoding.writeUint8Array(encoder, bytes)
  }
  const { c, d } = attacks[0] ?? { c: 0, d: 0 }
  const victim = pick(known, d)
  const deletes = c % 3 === 0 ? [1, victim.client, 1, victim.clock, 1 + (c % 2)] : [0]
  for (const number of deletes) encoding.writeVarUint(encoder, number)
  return encoding.toUint8Array(encoder)
}

function struct(known: readonly { client: number; clock: number }[], { b, c, d }: { b: number; c: number; d: number }) {
  const kind = pick([1, 4, 7, 8, 8, 8, 4, 0, 1], d)
  const encoder = encoding.createEncoder()
  if (kind === 0) {
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, 2)
    return { bytes: encoding.toUint8Array(encoder), length: 2 }
  }
  const neighbours = pick([128, 128, 128, 128, 128, 128, 64, 192, 0, 32], b)
  encoding.writeUint8(encoder, kind + neighbours)
  const writeId = (choice: number) => {
    const { client, clock } = pick(known, choice)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
  }
  if (neighbours & 128) writeId(c)
  if (neighbours & 64) writeId(c + 1 + (b % 2))
  if ((neighbours & 192) === 0) {
    encoding.writeVarUint(encoder, b % 2)
    if (b % 2) encoding.writeVarString(encoder, pick(roots, c))
    else writeId(c)
    if (neighbours & 32) encoding.writeVarString(encoder, pick(keys, c + d))
  }
  if (kind === 4) encoding.writeVarString(encoder, 'pwned')
  if (kind === 1) encoding.writeVarUint(encoder, 5)
  if (kind === 7) encoding.writeVarUint(encoder, 1 + (c % 2))
  if (kind === 8) {
    encoding.writeVarUint(encoder, 1)
    encoding.writeAny(encoder, pick(['a1', 'a1', null, 'process', true], d + c))
  }
  return { bytes: encoding.toUint8Array(encoder), length: kind === 1 || kind === 4 ? 5 : 1 }
}

function pick<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}
