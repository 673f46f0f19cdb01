import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createEntry, flatTextOf, textOf } from '../../../shared/document/write.ts'
import { aGuardedBoard, type GuardedRoom, type Name } from '../../support/guarded-room.ts'
import { refusalOf } from '../../support/refusal.ts'

let room: GuardedRoom

beforeEach(() => {
  room = aGuardedBoard()
})

const refused = (name: Name, change: (copy: Y.Doc) => void, options = {}) => refusalOf(room, name, change, options)

const entry = (copy: Y.Doc, root: string, id: string) => copy.getMap<Y.Map<unknown>>(root).get(id)!

describe('a text field', () => {
  it('[GUARD6] is never replaced or deleted', () => {
    expect(refused('ana', (copy) => entry(copy, 'notes', 'deploys').set('text', new Y.Text('Mine')))).toBe(
      'text-replaced',
    )
    expect(refused('ana', (copy) => entry(copy, 'notes', 'deploys').set('text', 'Mine'))).toBe('text-replaced')
    expect(refused('ana', (copy) => entry(copy, 'notes', 'deploys').delete('text'))).toBe('text-replaced')
    expect(refused('ana', (copy) => copy.getMap('incident').set('summary', new Y.Text('Mine')))).toBe('text-replaced')
  })

  it('[GUARD6] of the record is not made by anyone but the server', () => {
    room.write((doc) => doc.getMap('incident').delete('appendix'))
    expect(refused('ana', (copy) => copy.getMap('incident').set('appendix', new Y.Text('Mine')))).toBe('text-replaced')
  })

  it('[GUARD6] holds words alone: no formats, no embeds, no keys', () => {
    const summary = (copy: Y.Doc) => flatTextOf(copy, 'incident', 'summary')!
    expect(refused('ana', (copy) => summary(copy).insert(0, 'bold', { bold: true }))).toBe('forbidden-content')
    expect(refused('ana', (copy) => summary(copy).insertEmbed(0, { image: 'x' }))).toBe('forbidden-content')
    expect(refused('ana', (copy) => summary(copy).insertEmbed(0, new Y.Map()))).toBe('wrong-kind')
    expect(refused('ana', (copy) => summary(copy).setAttribute('lang', 'en'))).toBe('wrong-kind')
    const setAndRemove = (text: Y.Text) => {
      text.setAttribute('lang', 'en')
      text.removeAttribute('lang')
    }
    expect(refused('ana', (copy) => setAndRemove(summary(copy)))).toBe('wrong-kind')
  })

  it('[GUARD7] takes ten times what its field is meant for, and no more', () => {
    const type = (length: number) => (copy: Y.Doc) =>
      textOf(copy, 'themes', 'process', 'label')?.insert(0, 'x'.repeat(length))
    expect(refused('ana', type(2000))).toBe('too-large')
    expect(room.send('ana', type(1993))).toMatchObject({ verdict: 'apply' })
    expect(refused('ana', type(1))).toBe('too-large')
    expect(room.send('ana', (copy) => textOf(copy, 'themes', 'process', 'label')?.delete(0, 1))).toMatchObject({
      verdict: 'apply',
    })
    expect(
      refused('ana', (copy) => createEntry(copy, 'themes', 'tools', { label: 'x'.repeat(2001), rank: 'a0' })),
    ).toBe('too-large')
  })

  it('[GUARD7] that is too long already can be made shorter', () => {
    room.write((doc) => textOf(doc, 'themes', 'process', 'label')?.insert(0, 'x'.repeat(3000)))
    expect(room.send('ana', (copy) => textOf(copy, 'themes', 'process', 'label')?.delete(0, 5))).toMatchObject({
      verdict: 'apply',
    })
  })

  it.each([true, false])('[GUARD7] does not count what was erased again (garbage collected: %s)', (gc) => {
    const typeAndErase = (copy: Y.Doc) => {
      const label = textOf(copy, 'themes', 'process', 'label')
      label?.insert(0, 'x'.repeat(3000))
      label?.delete(10, 2980)
    }
    expect(room.send('ana', typeAndErase, { gc })).toMatchObject({ verdict: 'apply' })
  })
})
