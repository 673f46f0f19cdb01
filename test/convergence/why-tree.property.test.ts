import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  addWhy,
  addWhys,
  moveWhy,
  type RemovedCause,
  removeCause,
  takeBackRemoval,
} from '../../shared/document/cause.ts'
import { setEntry } from '../../shared/document/entry.ts'
import type { Asking } from '../../shared/document/may.ts'
import { readEntries } from '../../shared/document/read.ts'
import { createEntry } from '../../shared/document/write.ts'
import { type WhyRow, whyRows } from '../../shared/incident/why-tree.ts'

const deeds = [
  'before',
  'after',
  'child',
  'deeper',
  'back',
  'up',
  'down',
  'remove',
  'take-back',
  'paste',
  'factor',
] as const
const aDeed = fc.record({ who: fc.nat(2), what: fc.constantFrom(...deeds), a: fc.nat(99) })

const asking = (who: number): Asking => ({
  person: { id: `person-${who}`, role: 'participant' },
  status: 'open',
  editing: 'author',
})

/** Somebody who writes the tree on a copy of their own. */
function writer(board: Y.Doc, who: number) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(board))
  doc.clientID = who + 1
  let ids = 0
  const taken: RemovedCause[] = []
  const newId = () => `${who}-${++ids}`
  return {
    doc,
    do(what: (typeof deeds)[number], a: number) {
      const rows = rowsOf(doc)
      const id = rows[a % Math.max(1, rows.length)]?.id ?? ''
      if (what === 'before' || what === 'after' || what === 'child')
        addWhy(doc, asking(who), newId(), { beside: id, as: what })
      else if (what === 'remove') {
        const done = removeCause(doc, asking(who), id, a)
        if (done.allowed) taken.push(done.value)
      } else if (what === 'take-back') {
        const last = taken.pop()
        if (last) takeBackRemoval(doc, asking(who), last)
      } else if (what === 'paste') {
        const items = [0, 1, 1, 0].map((depth) => ({ depth, text: 'pasted' }))
        addWhys(doc, asking(who), newId, items, { beside: id, as: 'after' }, a)
      } else if (what === 'factor') setEntry(doc, asking(who), 'causes', id, { kind: 'factor' })
      else moveWhy(doc, asking(who), id, what)
    },
  }
}

function rowsOf(doc: Y.Doc): readonly WhyRow[] {
  return whyRows(readEntries(doc, 'causes'))
}

function tellEachOther(docs: readonly Y.Doc[]): void {
  const all = Y.mergeUpdates(docs.map((doc) => Y.encodeStateAsUpdate(doc)))
  for (const doc of docs) Y.applyUpdate(doc, all)
}

describe('a tree of whys that three people write apart', () => {
  it('[WHY1] is the same for all of them, with every live why in it once and nothing gone', () => {
    fc.assert(
      fc.property(fc.array(fc.array(aDeed, { maxLength: 12 }), { maxLength: 4 }), (rounds) => {
        const board = new Y.Doc()
        for (const [n, id] of ['cut', 'failover', 'limit'].entries())
          createEntry(board, 'causes', id, { text: id, rank: `a${n}`, parent: n === 0 ? null : 'cut' })
        const people = [0, 1, 2].map((who) => writer(board, who))
        const docs = people.map(({ doc }) => doc)
        for (const round of rounds) {
          for (const { who, what, a } of round) people[who]?.do(what, a)
          tellEachOther(docs)
        }
        const [first, ...others] = docs.map(rowsOf)
        for (const each of others) expect(each).toEqual(first)
        const causes = readEntries(docs[0]!, 'causes')
        const live = causes.filter(({ kind, removed }) => kind === 'why' && removed === undefined)
        expect(first?.map(({ id }) => id).sort()).toEqual(live.map(({ id }) => id).sort())
      }),
      { numRuns: 150 },
    )
  })

  it('[WHY2] gives a removal back as it was, with what was written under it meanwhile', () => {
    const board = new Y.Doc()
    for (const [n, id] of ['cut', 'failover', 'limit'].entries())
      createEntry(board, 'causes', id, { text: id, rank: `a${n}`, parent: n === 0 ? null : 'cut' })
    const ana = new Y.Doc()
    const ben = new Y.Doc()
    for (const doc of [ana, ben]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(board))
    const done = removeCause(ana, asking(0), 'cut', 1)
    addWhy(ben, asking(1), 'drill', { beside: 'cut', as: 'child' })
    tellEachOther([ana, ben])
    expect(rowsOf(ana).map(({ id, depth }) => [id, depth])).toEqual([
      ['failover', 0],
      ['limit', 0],
      ['drill', 0],
    ])
    takeBackRemoval(ana, asking(0), done.allowed ? done.value : { id: '', moved: [] })
    expect(rowsOf(ana).map(({ id, depth }) => [id, depth])).toEqual([
      ['cut', 0],
      ['failover', 1],
      ['limit', 1],
      ['drill', 1],
    ])
  })
})
