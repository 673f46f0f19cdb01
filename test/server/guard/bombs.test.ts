import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { flatTextOf, textOf } from '../../../shared/document/write.ts'
import { aString, bytes, idOf, info, kinds, type Part, stringIn, times } from '../../support/by-hand.ts'
import { aGuardedBoard, type GuardedRoom, serverClient } from '../../support/guarded-room.ts'

let room: GuardedRoom

beforeEach(() => {
  room = aGuardedBoard()
})

const tooLarge = { verdict: 'refuse', reason: 'too-large' }

const summary = () => flatTextOf(room.doc, 'incident', 'summary')!

/** Letters that each stand before the one written before them: as many items, and one text. */
function backwards(client: number, count: number): Uint8Array {
  const holder = idOf(summary()._item!)
  const letters = times(count - 1, (n) => [info(kinds.string + 64), client, n, 'x'])
  return bytes(1, count, client, 0, ...stringIn(holder, 'x'), letters, 0)
}

/** Letters as they are typed, each after the one before. */
function forwards(client: number, count: number): Uint8Array {
  const letters = times(count - 1, (n) => [info(kinds.string + 128), client, n, 'x'])
  return bytes(1, count, client, 0, ...stringIn(idOf(summary()._item!), 'x'), letters, 0)
}

describe('an update that would take long to apply', () => {
  it('[GUARD20] is refused: letters that each walk over all others of a text', () => {
    expect(room.take('ana', backwards(500, 5000)).verdict).toBe('apply')
    expect(room.judge('ana', backwards(600, 5000))).toEqual(tooLarge)
    expect(room.judge('ana', backwards(600, 300)).verdict).toBe('apply')
  })

  it('[GUARD20] passes where two wrote much at the same place, forwards or backwards', () => {
    expect(room.take('ana', forwards(500, 20_000)).verdict).toBe('apply')
    expect(room.take('ben', forwards(600, 20_000)).verdict).toBe('apply')
    expect(room.take('ana', backwards(700, 1000)).verdict).toBe('apply')
    expect(room.take('ben', backwards(800, 1000)).verdict).toBe('apply')
    expect(summary().length).toBe(42_000)
  })

  it('[GUARD20] is refused: values that each walk over all others of a key', () => {
    const value: readonly Part[] = aString('SEV-1')
    const first: readonly Part[] = [info(kinds.any + 32), 1, 'incident', 'severity', ...value]
    const chain = times(4999, (n) => [info(kinds.any + 128), 500, n, ...value])
    const ballots = (count: number) =>
      bytes(
        2,
        5000,
        500,
        0,
        ...first,
        chain,
        count,
        600,
        0,
        info(kinds.any + 128),
        500,
        4999,
        ...value,
        times(count - 1, () => first),
        0,
      )
    expect(room.judge('ana', ballots(5000))).toEqual(tooLarge)
    expect(room.judge('ana', ballots(100)).verdict).toBe('apply')
  })

  it('[GUARD20] is judged at once: ten thousand blocks that each wait for the next', () => {
    const waiting = times(9999, (n) => [1, 1000 + n, 0, info(kinds.string + 128), 1001 + n, 0, 'x'])
    const startedAt = performance.now()
    expect(room.judge('ana', bytes(10_000, waiting, 1, 10_999, 0, 0, 1, 0))).toEqual(tooLarge)
    expect(performance.now() - startedAt).toBeLessThan(5000)
  })

  it('[GUARD20] is refused: cuts that each move up much of what their client wrote', () => {
    const appendix = flatTextOf(room.doc, 'incident', 'appendix')!._item!
    expect(room.take('ana', bytes(1, 1, 500, 0, ...stringIn(idOf(appendix), 'z'.repeat(20_000)), 0)).verdict).toBe(
      'apply',
    )
    const letters = times(20_000, (n) =>
      n === 0 ? stringIn(idOf(summary()._item!), 'x') : [info(kinds.string + 64), 500, 19_999 + n, 'x'],
    )
    expect(room.take('ana', bytes(1, 20_000, 500, 20_000, letters, 0)).verdict).toBe('apply')
    const comb = (teeth: number) =>
      bytes(
        0,
        1,
        500,
        teeth,
        times(teeth, (n) => [2 * n, 1]),
      )
    expect(room.judge('ana', comb(5000))).toEqual(tooLarge)
    expect(room.judge('ana', comb(500)).verdict).toBe('apply')
  })

  it('[GUARD20] is refused: a comb of deletions through one long text', () => {
    summary().insert(0, 'x'.repeat(100_000))
    const [client, clock] = idOf(summary()._start!)
    const comb = (teeth: number) =>
      bytes(
        0,
        1,
        client,
        teeth,
        times(teeth, (n) => [clock + 2 * n, 1]),
      )
    expect(room.judge('ana', comb(20_001))).toEqual(tooLarge)
    expect(room.take('ana', comb(5000)).verdict).toBe('apply')
    expect(summary().length).toBe(95_000)
  })
})

describe('an update that would take much to remember', () => {
  const filled = (count: number, part: readonly number[]) =>
    Uint8Array.from({ length: count * part.length }, (_, index) => part[index % part.length]!)

  it('[GUARD20] is refused: half a million structs, blocks, values or deletions and more', () => {
    const many = 500_001
    expect(room.judge('ana', bytes(1, many, 42, 0, filled(many, [0, 1]), 0))).toEqual(tooLarge)
    expect(
      room.judge(
        'ana',
        bytes(
          many,
          times(many, (n) => [1, n, 0, 0, 1]),
          0,
        ),
      ),
    ).toEqual(tooLarge)
    expect(
      room.judge(
        'ana',
        bytes(
          0,
          1,
          serverClient,
          many,
          times(many, (n) => [2 * n, 1]),
        ),
      ),
    ).toEqual(tooLarge)
    expect(
      room.judge(
        'ana',
        bytes(
          0,
          many,
          times(many, (n) => [n, 0]),
        ),
      ),
    ).toEqual(tooLarge)
    const severity = [info(kinds.any + 32), 1, 'incident', 'severity'] as const
    expect(room.judge('ana', bytes(1, 1, 42, 0, ...severity, many, filled(many, [126]), 0))).toEqual(tooLarge)
    const list = [info(117), many, filled(many, [126])] as const
    expect(room.judge('ana', bytes(1, 1, 42, 0, ...severity, 1, ...list, 0))).toEqual(tooLarge)
  })

  it('[GUARD20] is refused: more values under one key than anybody sets offline', () => {
    const severity = (count: number) =>
      bytes(1, 1, 42, 0, info(kinds.any + 32), 1, 'incident', 'severity', count, filled(count, [126]), 0)
    expect(room.judge('ana', severity(20_001))).toEqual(tooLarge)
    expect(room.judge('ana', severity(20_000)).verdict).toBe('apply')
  })

  it('[GUARD20] is refused: one client id more than a person ever needs', () => {
    for (let client = 0; client < 19_999; client++) room.owners.set(1_000_000 + client, { person: 'ana' })
    const garbage = (...clients: number[]) =>
      bytes(clients.length, ...clients.flatMap((client) => [1, client, 0, 0, 1]), 0)
    expect(room.judge('ana', garbage(42, 43))).toEqual(tooLarge)
    expect(room.judge('ana', garbage(42)).verdict).toBe('apply')
    expect(room.judge('ben', garbage(42, 43)).verdict).toBe('apply')
  })

  it.each([
    ['a block without structs', () => bytes(1, 0, 42, 0, 0)],
    ['a deletion twice', () => bytes(0, 1, serverClient, 2, 0, 2, 0, 2)],
    ['deletions that overlap', () => bytes(0, 1, serverClient, 2, 0, 3, 2, 3)],
    ['deletions in no order', () => bytes(0, 1, serverClient, 2, 4, 1, 0, 1)],
    ['deletions of one client in two places', () => bytes(0, 2, serverClient, 1, 0, 1, serverClient, 1, 4, 1)],
  ])('[GUARD17] is refused: %s', (_what, update) => {
    expect(room.judge('ana', update())).toEqual({ verdict: 'refuse', reason: 'malformed' })
  })
})

describe('a letter that takes two units', () => {
  const refused = { verdict: 'refuse', reason: 'malformed' }

  const words = (note: string) => textOf(room.doc, 'notes', note, 'text')!
  let start: Y.ID

  const takesNote = (note: string) => {
    words(note).insert(0, '😀😀 ')
    room.doc.getMap('session').set('phase', 'group')
    start = words(note)._start!.id
    room.take('ana', bytes(1, 1, 42, 0, 0, 1, 0))
  }
  const collectedBeside = (unit: number) =>
    bytes(1, 1, 42, 1, info(kinds.string + 128 + 64), 42, 0, start.client, start.clock + unit, 'x', 0)
  const knownBeside = (unit: number) => {
    const known = room.doc.store.clients.get(serverClient)!.at(-1)!.id
    const again = [1, known.client, known.clock, info(kinds.string + 128), start.client, start.clock + unit - 1, 'x']
    return bytes(2, 1, 42, 1, 0, 1, ...again, 0)
  }

  it.each([
    ['somebody else’s note, beside something collected', 'alerts', collectedBeside],
    ['somebody else’s note, beside something known', 'alerts', knownBeside],
    ['one’s own note, beside something collected', 'deploys', collectedBeside],
    ['one’s own note, beside something known', 'deploys', knownBeside],
  ])('[GUARD21] is not cut in two without a change that everyone sees: in %s', (_what, note, beside) => {
    takesNote(note)
    const before = words(note).toString()
    expect(room.take('ana', beside(1))).toEqual(refused)
    expect(room.take('ana', beside(2)).verdict).toBe('apply')
    expect(words(note).toString()).toBe(before)
    expect(textOf(room.copy(), 'notes', note, 'text')?.toString()).toBe(before)
  })

  it.each([
    ['writes', (text: Y.Text) => text.insert(1, 'x')],
    ['writes and erases', (text: Y.Text) => text.applyDelta([{ retain: 1 }, { insert: 'x' }, { delete: 1 }])],
    ['erases one unit', (text: Y.Text) => text.delete(0, 1)],
  ])('[GUARD21] may be cut by whoever %s in its midst, and says all they have', (_what, change) => {
    takesNote('deploys')
    const copy = room.copy()
    change(textOf(copy, 'notes', 'deploys', 'text')!)
    expect(room.take('ana', Y.encodeStateAsUpdate(copy)).verdict).toBe('apply')
    expect(words('deploys').toString()).toBe(textOf(copy, 'notes', 'deploys', 'text')!.toString())
  })
})
