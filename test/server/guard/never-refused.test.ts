import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readEntry, readFlat } from '../../../shared/document/read.ts'
import {
  createEntry,
  flatTextOf,
  localEdit,
  setFields,
  setFlat,
  setRemoved,
  textOf,
} from '../../../shared/document/write.ts'
import { aGuardedBoard, type GuardedRoom, type Name } from '../../support/guarded-room.ts'

let room: GuardedRoom

beforeEach(() => {
  room = aGuardedBoard()
})

/** What a copy says to the server from now on, one update per transaction. */
function spoken(copy: Y.Doc): Uint8Array[] {
  const updates: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => updates.push(update))
  return updates
}

function taken(name: Name, update: Uint8Array): string {
  const verdict = room.take(name, update)
  expect(room.isWhole).toBe(true)
  return verdict.verdict === 'refuse' ? verdict.reason : verdict.verdict
}

const summary = (copy: Y.Doc) => flatTextOf(copy, 'incident', 'summary')!

describe('what the server knows already', () => {
  it('[GUARD11] touches nothing: a step 2 that carries everyone’s structs and deletions', () => {
    room.write((doc) => setFields(doc, 'notes', 'deploys', { rank: 'a5' }))
    room.write((doc) => textOf(doc, 'notes', 'deploys', 'text')?.delete(0, 3))
    const everything = Y.encodeStateAsUpdate(room.copy({ gc: false }))
    expect(taken('ana', everything)).toBe('nothing-new')
    expect(taken('olga', everything)).toBe('nothing-new')
  })

  it('[GUARD11] comes along with what is new', () => {
    const copy = room.copy()
    summary(copy).insert(0, 'Checkout failed')
    expect(taken('ana', Y.encodeStateAsUpdate(copy))).toBe('apply')
    expect(taken('ana', Y.encodeStateAsUpdate(copy))).toBe('nothing-new')
  })

  it('[GUARD11] may be the beginning of a struct whose end is new', () => {
    const copy = room.copy()
    summary(copy).insert(0, 'Check')
    expect(taken('ana', room.lackedFrom(copy))).toBe('apply')
    const before = Y.encodeStateVector(copy)
    summary(copy).insert(5, 'out')
    room.write((doc) => summary(doc).insert(0, 'The '))
    expect(Y.encodeStateAsUpdate(copy).length).toBeGreaterThan(Y.encodeStateAsUpdate(copy, before).length)
    expect(taken('ana', Y.encodeStateAsUpdate(copy))).toBe('apply')
    expect(summary(room.doc).toString()).toBe('The Checkout')
  })
})

describe('a client id', () => {
  it('[GUARD3] may be an older one of the same person', () => {
    const lastWeek = room.copy({ client: 77 })
    summary(lastWeek).insert(0, 'Draft. ')
    expect(taken('ana', room.lackedFrom(lastWeek))).toBe('apply')
    summary(lastWeek).insert(0, 'Offline. ')
    const today = room.copy({ client: 78 })
    Y.applyUpdate(today, Y.encodeStateAsUpdate(lastWeek))
    summary(today).insert(0, 'Today. ')
    expect(room.take('ana', room.lackedFrom(today))).toEqual({ verdict: 'apply', newClients: [78] })
  })

  it('[GUARD3] that is new becomes the writer’s', () => {
    expect(room.send('ana', (copy) => summary(copy).insert(0, 'x'), { client: 77 })).toEqual({
      verdict: 'apply',
      newClients: [77],
    })
  })
})

describe('what the server lacks', () => {
  it('[GUARD12] is asked for: a keystroke that overtakes what was written offline', () => {
    const copy = room.copy()
    const updates = spoken(copy)
    summary(copy).insert(0, 'Written offline')
    summary(copy).insert(15, '.')
    expect(room.take('ana', updates[1]!)).toEqual({ verdict: 'gap' })
    expect(taken('ana', room.lackedFrom(copy))).toBe('apply')
    expect(taken('ana', updates[1]!)).toBe('nothing-new')
    expect(summary(room.doc).toString()).toBe('Written offline.')
  })

  it('[GUARD12] is asked for: a new entry’s field, a deletion of it, and words beside somebody else’s', () => {
    const copy = room.copy()
    const updates = spoken(copy)
    createEntry(copy, 'themes', 'tools', { label: 'Tools', rank: 'a1' })
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(copy))
    const later = spoken(other)
    setFields(other, 'themes', 'tools', { rank: 'a2' })
    textOf(other, 'themes', 'tools', 'label')?.insert(2, 'o')
    textOf(other, 'themes', 'tools', 'label')?.delete(1, 1)
    expect(later.map((update) => room.take('ben', update).verdict)).toEqual(['gap', 'gap', 'gap'])
    const beside = [
      (copy: Y.Doc) => textOf(copy, 'themes', 'tools', 'label')?.insert(0, 'My '),
      (copy: Y.Doc) => textOf(copy, 'themes', 'tools', 'discussion')?.insert(0, 'Said'),
      (copy: Y.Doc) => textOf(copy, 'themes', 'tools', 'label')?.delete(0, 1),
    ].map((change) => {
      const third = new Y.Doc()
      Y.applyUpdate(third, Y.encodeStateAsUpdate(copy))
      const told = spoken(third)
      change(third)
      return told[0]!
    })
    expect(beside.map((update) => room.take('ben', update).verdict)).toEqual(['gap', 'gap', 'gap'])
    expect(taken('ana', updates[0]!)).toBe('apply')
    expect([...later, ...beside].map((update) => taken('ben', update))).toEqual(Array(6).fill('apply'))
  })

  it('[GUARD12] is asked for: what somebody did before, though this does not refer to it', () => {
    const copy = room.copy()
    const updates = spoken(copy)
    summary(copy).insert(0, 'Checkout failed')
    setFlat(copy, 'incident', { severity: 'SEV-1' })
    expect(room.take('ana', updates[1]!)).toEqual({ verdict: 'gap' })
  })

  it('[GUARD12] is asked for: what an update leaves out', () => {
    const copy = room.copy()
    const updates = spoken(copy)
    summary(copy).insert(0, 'a')
    summary(copy).insert(1, 'b')
    summary(copy).insert(2, 'c')
    expect(room.take('ana', Y.mergeUpdates([updates[0]!, updates[2]!]))).toEqual({ verdict: 'gap' })
  })
})

describe('what was made and unmade offline', () => {
  it.each([true, false])('[GUARD13] passes as garbage: words, values and entries (garbage collected: %s)', (gc) => {
    const copy = room.copy({ gc })
    summary(copy).insert(0, 'Never mind')
    summary(copy).delete(0, 10)
    setFlat(copy, 'incident', { severity: 'SEV-1' })
    setFlat(copy, 'incident', { severity: undefined })
    createEntry(copy, 'themes', 'tools', { label: 'Tools', rank: 'a1' })
    copy.getMap('themes').delete('tools')
    expect(taken('ana', room.lackedFrom(copy))).toBe('apply')
    expect(readEntry(room.doc, 'themes', 'tools')).toBeUndefined()
    expect(readFlat(room.doc, 'incident').summary).toBe('')
  })

  it.each([true, false])('[GUARD13] passes: values overwritten in a row (garbage collected: %s)', (gc) => {
    const copy = room.copy({ gc })
    for (const rank of ['a1', 'a2', 'a3', 'a4']) setFields(copy, 'notes', 'deploys', { rank })
    expect(taken('ben', room.lackedFrom(copy))).toBe('apply')
    expect(readEntry(room.doc, 'notes', 'deploys')?.rank).toBe('a4')
  })

  it('[GUARD13] passes: a value that somebody else overwrote before it was sent', () => {
    const copy = room.copy({ client: 5 })
    setFields(copy, 'notes', 'deploys', { rank: 'a1' })
    const bens = room.copy({ client: 9 })
    setFields(bens, 'notes', 'deploys', { rank: 'a2' })
    expect(taken('ben', room.lackedFrom(bens))).toBe('apply')
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(room.doc))
    expect(taken('ana', room.lackedFrom(copy))).toBe('apply')
    expect(readEntry(room.doc, 'notes', 'deploys')?.rank).toBe('a2')
  })

  it.each([true, false])('[GUARD13] passes: words in what was deleted meanwhile (and collected: %s)', (gc) => {
    room.doc.gc = gc
    room.write((doc) => createEntry(doc, 'themes', 'tools', { label: 'Tools', rank: 'a1' }))
    const copy = room.copy()
    textOf(copy, 'themes', 'tools', 'label')?.insert(5, ' and more')
    textOf(copy, 'themes', 'tools', 'discussion')?.insert(0, 'We said')
    setFields(copy, 'themes', 'tools', { rank: 'a2' })
    room.write((doc) => doc.getMap('themes').delete('tools'))
    expect(taken('ana', room.lackedFrom(copy))).toBe('apply')
    textOf(copy, 'themes', 'tools', 'discussion')?.insert(7, ' more')
    expect(taken('ana', room.lackedFrom(copy))).toBe('apply')
  })
})

describe('what is written into something deleted', () => {
  it('[GUARD13] passes whatever it is, and stays unseen', () => {
    room.doc.gc = false
    room.write((doc) => createEntry(doc, 'themes', 'tools', { label: 'Tools', rank: 'a1' }))
    const copy = room.copy()
    const theme = copy.getMap<Y.Map<unknown>>('themes').get('tools')!
    theme.set('label', new Y.Text('Another'))
    theme.set('unknown', new Y.Map([['deep', 1]]))
    room.write((doc) => doc.getMap('themes').delete('tools'))
    expect(taken('ana', room.lackedFrom(copy))).toBe('apply')
    expect(readEntry(room.doc, 'themes', 'tools')).toBeUndefined()
  })
})

describe('undo and redo', () => {
  const undoing = (copy: Y.Doc, ...scope: (Y.Text | Y.Map<unknown>)[]) =>
    new Y.UndoManager(scope, { trackedOrigins: new Set([localEdit]), captureTimeout: 0, doc: copy })

  it.each([true, false])('[GUARD14] of words and values pass (sent one by one: %s)', (oneByOne) => {
    const copy = room.copy()
    const updates = spoken(copy)
    const note = copy.getMap<Y.Map<unknown>>('notes').get('deploys')!
    const undo = undoing(copy, note)
    setFields(copy, 'notes', 'deploys', { theme: 'process' })
    copy.transact(() => textOf(copy, 'notes', 'deploys', 'text')?.delete(0, 7), localEdit)
    copy.transact(() => textOf(copy, 'notes', 'deploys', 'text')?.insert(0, 'Releases'), localEdit)
    setRemoved(copy, 'notes', 'deploys', { by: 'ana', at: 5 })
    for (const _ of [1, 2, 3, 4]) undo.undo()
    for (const _ of [1, 2, 3]) undo.redo()
    const sent = oneByOne ? updates : [room.lackedFrom(copy)]
    expect(new Set(sent.map((update) => taken('ana', update)))).toEqual(new Set(['apply']))
    expect(readEntry(room.doc, 'notes', 'deploys')).toEqual(readEntry(copy, 'notes', 'deploys'))
    expect(readEntry(room.doc, 'notes', 'deploys')).toMatchObject({ text: 'Releases on Friday', theme: 'process' })
    expect(readEntry(room.doc, 'notes', 'deploys')?.removed).toBeUndefined()
  })

  it('[GUARD14] of words pass although somebody else types between them', () => {
    room.editing = 'anyone'
    const copy = room.copy()
    const undo = undoing(copy, textOf(copy, 'notes', 'deploys', 'text')!)
    copy.transact(() => textOf(copy, 'notes', 'deploys', 'text')?.insert(0, 'Big '), localEdit)
    expect(taken('ana', room.lackedFrom(copy))).toBe('apply')
    room.send('ben', (bens) => textOf(bens, 'notes', 'deploys', 'text')?.insert(2, 'NOT'))
    undo.undo()
    expect(taken('ana', room.lackedFrom(copy))).toBe('apply')
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(room.doc))
    undo.redo()
    expect(taken('ana', room.lackedFrom(copy))).toBe('apply')
    expect(readEntry(room.doc, 'notes', 'deploys')?.text).toBe(readEntry(copy, 'notes', 'deploys')?.text)
  })
})

describe('two people at the same moment', () => {
  it('[GUARD15] may type in the same empty field', () => {
    const anas = room.copy()
    const bens = room.copy()
    summary(anas).insert(0, 'Ana was here. ')
    summary(bens).insert(0, 'Ben was here. ')
    expect(taken('ana', room.lackedFrom(anas))).toBe('apply')
    expect(taken('ben', room.lackedFrom(bens))).toBe('apply')
    expect(summary(room.doc).length).toBe(28)
  })

  it('[GUARD15] may type into what the other one just put into the bin', () => {
    const copy = room.copy()
    textOf(copy, 'notes', 'deploys', 'text')?.insert(0, 'All ')
    textOf(copy, 'notes', 'deploys', 'discussion')?.insert(0, 'Said')
    room.send('fay', (fays) => setRemoved(fays, 'notes', 'deploys', { by: 'fay', at: 5 }))
    expect(taken('ana', room.lackedFrom(copy))).toBe('apply')
    expect(readEntry(room.doc, 'notes', 'deploys')).toMatchObject({
      text: 'All Deploys on Friday',
      removed: { by: 'fay' },
    })
  })

  it('[GUARD15] may give two notes the same rank, and one note two themes', () => {
    const anas = room.copy()
    const bens = room.copy()
    setFields(anas, 'notes', 'deploys', { rank: 'a7', theme: 'process' })
    setFields(bens, 'notes', 'alerts', { rank: 'a7', theme: 'process' })
    setFields(bens, 'notes', 'deploys', { theme: null })
    expect(taken('ana', room.lackedFrom(anas))).toBe('apply')
    expect(taken('ben', room.lackedFrom(bens))).toBe('apply')
  })

  it('[GUARD15] may both put one entry into the bin, and take it out again', () => {
    const anas = room.copy()
    const bens = room.copy()
    setRemoved(anas, 'themes', 'process', { by: 'ana', at: 5 })
    setRemoved(bens, 'themes', 'process', { by: 'ben', at: 6 })
    expect(taken('ana', room.lackedFrom(anas))).toBe('apply')
    expect(taken('ben', room.lackedFrom(bens))).toBe('apply')
    expect(room.send('fay', (copy) => setRemoved(copy, 'themes', 'process', undefined))).toMatchObject({
      verdict: 'apply',
    })
    expect(readEntry(room.doc, 'themes', 'process')?.removed).toBeUndefined()
  })

  it('[GUARD15] keep what the server takes in between their keystrokes', () => {
    const copy = room.copy()
    const updates = spoken(copy)
    textOf(copy, 'notes', 'deploys', 'text')?.insert(17, 's')
    textOf(copy, 'notes', 'deploys', 'text')?.delete(0, 1)
    room.write((doc) => setFlat(doc, 'session', { phase: 'act' }))
    expect(updates.map((update) => taken('ana', update))).toEqual(['apply', 'apply'])
  })
})
