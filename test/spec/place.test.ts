import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Asking } from '../../shared/document/may.ts'
import { moveEntry } from '../../shared/document/place.ts'
import { readEntries } from '../../shared/document/read.ts'
import { createEntry } from '../../shared/document/write.ts'
import { byRank } from '../../shared/review/rank.ts'

const asking = (role: 'participant' | 'observer'): Asking => ({
  person: { id: 'ana', role, left: undefined },
  ...{ status: 'open', editing: 'author' },
})
const ana = asking('participant')

const order = (doc: Y.Doc) => [...readEntries(doc, 'services')].sort(byRank).map(({ id }) => id)
const sync = (a: Y.Doc, b: Y.Doc) => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
}

/** Services as they were written down before they had ranks. */
function older(ids: readonly string[]): Y.Doc {
  const doc = new Y.Doc()
  for (const id of ids) createEntry(doc, 'services', id, { name: id })
  return doc
}

describe('the order of a list of the record', () => {
  it('[RANK6] is one on all replicas, whoever wrote first', () => {
    const [here, there] = [older(['search', 'api']), older(['web', 'deploys'])]
    sync(here, there)
    expect(order(here)).toEqual(['api', 'deploys', 'search', 'web'])
    expect(order(there)).toEqual(order(here))
  })

  it('[RANK6] is what people make it, and what had no rank stays where it was seen', () => {
    const doc = older(['api', 'deploys', 'search', 'web'])
    expect(moveEntry(doc, ana, 'services', { id: 'search', shown: order(doc), by: -1 })).toMatchObject({
      allowed: true,
    })
    expect(order(doc)).toEqual(['api', 'search', 'deploys', 'web'])
    moveEntry(doc, ana, 'services', { id: 'api', shown: order(doc), by: 1 })
    moveEntry(doc, ana, 'services', { id: 'web', shown: order(doc), by: -1 })
    expect(order(doc)).toEqual(['search', 'api', 'web', 'deploys'])
  })

  it('[RANK6] keeps both moves of two people who were apart', () => {
    const here = older(['a', 'b', 'c', 'd'])
    for (const by of [1, -1] as const) moveEntry(here, ana, 'services', { id: 'a', shown: order(here), by })
    moveEntry(here, ana, 'services', { id: 'd', shown: order(here), by: -1 })
    moveEntry(here, ana, 'services', { id: 'd', shown: order(here), by: 1 })
    expect(order(here)).toEqual(['a', 'b', 'c', 'd'])
    const there = new Y.Doc()
    sync(here, there)
    moveEntry(here, ana, 'services', { id: 'b', shown: order(here), by: -1 })
    moveEntry(there, ana, 'services', { id: 'd', shown: order(there), by: -1 })
    sync(here, there)
    expect(order(here)).toEqual(['b', 'a', 'd', 'c'])
    expect(order(there)).toEqual(order(here))
  })

  it('[RANK6] ends where the list ends, and is not an observer’s to change', () => {
    const doc = older(['api', 'web'])
    const move = (id: string, by: -1 | 1, who = ana) =>
      moveEntry(doc, who, 'services', { id, shown: ['api', 'web'], by })
    expect(move('api', -1)).toEqual({ allowed: false, reason: 'no-such-place' })
    expect(move('web', 1)).toEqual({ allowed: false, reason: 'no-such-place' })
    expect(move('gone', 1)).toEqual({ allowed: false, reason: 'no-such-entry' })
    expect(move('api', 1, asking('observer'))).toEqual({ allowed: false, reason: 'observer' })
    expect(order(doc)).toEqual(['api', 'web'])
  })
})
