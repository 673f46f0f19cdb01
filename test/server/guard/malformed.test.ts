import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createEntry, flatTextOf, setFields, textOf } from '../../../shared/document/write.ts'
import { bytes, info, type Part, stringIn } from '../../support/by-hand.ts'
import { aGuardedBoard, type GuardedRoom, serverClient } from '../../support/guarded-room.ts'

let room: GuardedRoom

beforeEach(() => {
  room = aGuardedBoard()
})

function summaryId(): readonly [number, number] {
  const { client, clock } = flatTextOf(room.doc, 'incident', 'summary')!._item!.id
  return [client, clock]
}

const malformed = { verdict: 'refuse', reason: 'malformed' }

describe('bytes', () => {
  it('[GUARD17] that are no update are refused', () => {
    for (const text of ['', 'hello', '\u0000', '\u0001\u0001']) {
      expect(room.judge('ana', new TextEncoder().encode(text))).toEqual(malformed)
    }
  })

  it('[GUARD17] cut short, or with more behind them, are refused', () => {
    const copy = room.copy()
    createEntry(copy, 'themes', 'tools', { label: 'Tools', rank: 'a1' })
    const update = room.lackedFrom(copy)
    for (let length = 0; length < update.length; length++) {
      expect(room.judge('ana', update.slice(0, length)).verdict).toBe('refuse')
    }
    expect(room.judge('ana', new Uint8Array([...update, 0]))).toEqual(malformed)
  })

  it('[GUARD17] with two blocks of one client are refused: the second would hide the first', () => {
    const gc = [1, 42, 0, 0, 3]
    expect(room.judge('ana', bytes(1, ...gc, 0))).toEqual({ verdict: 'apply', newClients: [42] })
    expect(room.judge('ana', bytes(2, ...gc, ...gc, 0))).toEqual(malformed)
    expect(room.judge('ana', bytes(2, ...gc, 0, 42, 0, 0))).toEqual(malformed)
  })

  it('[GUARD17] with more than anybody writes offline are refused', () => {
    const collected = (count: number) =>
      bytes(1, count, 42, 0, ...Array.from({ length: count }, () => [0, 1]).flat(), 0)
    expect(room.judge('ana', collected(20_000)).verdict).toBe('apply')
    expect(room.judge('ana', collected(20_001))).toEqual({ verdict: 'refuse', reason: 'too-large' })
  })

  it('[GUARD17] with structs of no length, or clocks and ids that no client reaches, are refused', () => {
    expect(room.judge('ana', bytes(1, 1, 42, 0, 0, 0, 0))).toEqual(malformed)
    expect(room.judge('ana', bytes(1, 1, 42, 0, 0, 2 ** 52, 0))).toEqual(malformed)
    expect(room.judge('ana', bytes(1, 1, 2 ** 33, 0, 0, 3, 0))).toEqual(malformed)
    expect(room.judge('ana', bytes(0, 1, serverClient, 1, 0, 0))).toEqual(malformed)
  })
})

describe('an update that no Yjs client writes', () => {
  it('[GUARD17] is refused: a struct that refers to itself or to what follows it', () => {
    const [client, clock] = summaryId()
    expect(room.judge('ana', bytes(1, 1, 42, 0, ...stringIn([client, clock], 'x'), 0)).verdict).toBe('apply')
    expect(room.judge('ana', bytes(1, 1, 42, 0, info(4 + 128), 42, 0, 'x', 0))).toEqual(malformed)
    expect(room.judge('ana', bytes(1, 1, 42, 0, info(4 + 128), 42, 7, 'x', 0))).toEqual(malformed)
  })

  it('[GUARD17] is refused: neighbours in two different texts', () => {
    const label = room.doc.getMap<Y.Map<Y.Text>>('themes').get('process')!.get('label')!._start!.id
    const note = room.doc.getMap<Y.Map<Y.Text>>('notes').get('deploys')!.get('text')!._start!.id
    const between = (left: Y.ID, right: Y.ID) =>
      bytes(1, 1, 42, 0, info(4 + 128 + 64), left.client, left.clock, right.client, right.clock, 'x', 0)
    expect(room.judge('ben', between(label, note))).toEqual(malformed)
    expect(room.judge('ben', between(label, { client: label.client, clock: label.clock + 1 })).verdict).toBe('apply')
  })

  it('[GUARD17] is refused: a value that stands left of another', () => {
    const rank = room.doc.getMap<Y.Map<unknown>>('themes').get('process')!._map.get('rank')!.id
    const value = [1, { byte: 119 }, 'a1'] as const
    expect(room.judge('ana', bytes(1, 1, 42, 0, info(8 + 64), rank.client, rank.clock, ...value, 0))).toEqual(malformed)
    expect(room.judge('ana', bytes(1, 1, 42, 0, info(8 + 128), rank.client, rank.clock, ...value, 0)).verdict).toBe(
      'apply',
    )
  })

  it('[GUARD13] passes as garbage: what stands beside something collected', () => {
    expect(room.take('ben', bytes(1, 1, 42, 0, 0, 1, 0)).verdict).toBe('apply')
    const anas = textOf(room.doc, 'notes', 'deploys', 'text')!
    const start = anas._start!.id
    const beside = bytes(1, 1, 42, 1, info(4 + 128 + 64), start.client, start.clock, 42, 0, 'x', 0)
    expect(room.take('ben', beside).verdict).toBe('apply')
    expect(anas.toString()).toBe('Deploys on Friday')
  })

  it('[GUARD9] is refused: a value nested deeper than any, even where nobody sees it', () => {
    expect(room.take('ana', bytes(1, 1, 42, 0, 0, 1, 0)).verdict).toBe('apply')
    const nested = (depth: number) => [...Array.from({ length: depth }, () => [{ byte: 117 }, 1]).flat(), { byte: 126 }]
    const collected = (depth: number) => bytes(1, 1, 42, 1, info(8 + 128), 42, 0, 1, ...nested(depth), 0)
    expect(room.judge('ana', collected(4)).verdict).toBe('apply')
    expect(room.judge('ana', collected(5))).toEqual({ verdict: 'refuse', reason: 'invalid-value' })
    expect(room.judge('ana', collected(20_000)).verdict).toBe('refuse')
  })

  it('[GUARD17] is refused: a parent that holds nothing', () => {
    const start = room.doc.getMap<Y.Map<Y.Text>>('themes').get('process')!.get('label')!._start!.id
    expect(room.judge('ana', bytes(1, 1, 42, 0, ...stringIn([start.client, start.clock], 'x'), 0))).toEqual(malformed)
  })

  it('[GUARD17] is refused: a struct that begins where known ones lie, and says it lies elsewhere', () => {
    const [client, clock] = summaryId()
    expect(room.take('ana', bytes(1, 1, 42, 0, ...stringIn([client, clock], 'ab'), 0)).verdict).toBe('apply')
    const impact = flatTextOf(room.doc, 'incident', 'impactUsers')!._item!.id
    expect(room.judge('ana', bytes(1, 1, 42, 0, ...stringIn([client, clock], 'abc'), 0)).verdict).toBe('apply')
    expect(room.judge('ana', bytes(1, 1, 42, 0, ...stringIn([impact.client, impact.clock], 'abc'), 0))).toEqual(
      malformed,
    )
  })

  it('[GUARD7] does not make room by deleting the same letters twice', () => {
    const label = textOf(room.doc, 'themes', 'process', 'label')!
    label.insert(0, 'x'.repeat(1993))
    const { client, clock } = label._start!.id
    const holder = label._item!.id
    const grown = [1, 1, 42, 0, ...stringIn([holder.client, holder.clock], 'y'.repeat(100))]
    expect(room.judge('ana', bytes(...grown, 1, client, 2, clock, 50, clock, 50))).toEqual(malformed)
    expect(room.judge('ana', bytes(...grown, 1, client, 2, clock, 50, clock + 49, 50))).toEqual(malformed)
    expect(room.judge('ana', bytes(...grown, 1, client, 2, clock, 50, clock + 50, 50)).verdict).toBe('apply')
  })

  it('[GUARD12] is set aside: structs that wait for each other', () => {
    const waits = (client: number, other: number): Part[] => [1, client, 0, info(4 + 128), other, 0, 'x']
    expect(room.judge('ana', bytes(2, ...waits(42, 43), ...waits(43, 42), 0))).toEqual({ verdict: 'gap' })
  })

  it('[GUARD12] is set aside: a known struct that refers to what nobody has', () => {
    expect(room.judge('ana', bytes(1, 1, serverClient, 0, info(4 + 128), 43, 0, 'x', 0))).toEqual({ verdict: 'gap' })
  })

  it('[GUARD8] is refused: a root nobody knows, though only a known struct names it', () => {
    const update = bytes(1, 1, serverClient, 0, info(4), 1, 'junk', 'x', 0)
    expect(room.judge('ana', update)).toEqual({ verdict: 'refuse', reason: 'unknown-root' })
  })

  it('[GUARD17] judging never changes the document', () => {
    const roots = [...room.doc.share.keys()]
    const state = Y.encodeStateAsUpdate(room.doc)
    const copy = room.copy()
    setFields(copy, 'themes', 'process', { rank: 'a1' })
    flatTextOf(copy, 'incident', 'summary')?.insert(0, 'x')
    room.judge('ana', room.lackedFrom(copy))
    expect([...room.doc.share.keys()]).toEqual(roots)
    expect(Y.encodeStateAsUpdate(room.doc)).toEqual(state)
  })
})
