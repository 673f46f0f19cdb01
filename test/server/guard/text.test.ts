import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createEntry, flatTextOf, textOf } from '../../../shared/document/write.ts'
import { bytes, idOf, info, kinds, stringIn } from '../../support/by-hand.ts'
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

describe('letters that are put into a text', () => {
  const summary = () => flatTextOf(room.doc, 'incident', 'summary')!
  const malformed = { verdict: 'refuse', reason: 'malformed' }

  /** An `x` between two letters of the summary, by somebody with this client id. */
  const between = (client: number, [left, right]: readonly (readonly [number, number])[]) =>
    bytes(1, 1, client, Y.getState(room.doc.store, client), info(kinds.string + 128 + 64), ...left!, ...right!, 'x', 0)

  beforeEach(() => {
    room.take('ana', bytes(1, 1, 500, 0, ...stringIn(idOf(summary()._item!), 'abcd'), 0))
  })

  it('[GUARD24] stand between two neighbours', () => {
    expect(
      room.take(
        'ben',
        between(600, [
          [500, 1],
          [500, 2],
        ]),
      ).verdict,
    ).toBe('apply')
    expect(summary().toString()).toBe('abxcd')
  })

  it('[GUARD24] are refused where the second neighbour is left of the first, or is the first', () => {
    expect(
      room.judge(
        'ben',
        between(600, [
          [500, 2],
          [500, 1],
        ]),
      ),
    ).toEqual(malformed)
    expect(
      room.judge(
        'ben',
        between(600, [
          [500, 1],
          [500, 1],
        ]),
      ),
    ).toEqual(malformed)
  })

  it('[GUARD24] are refused where their writer had another letter in between', () => {
    expect(
      room.judge(
        'ben',
        between(600, [
          [500, 0],
          [500, 2],
        ]),
      ),
    ).toEqual(malformed)
    const one = between(600, [
      [500, 1],
      [500, 2],
    ])
    expect(room.take('ben', one).verdict).toBe('apply')
    expect(
      room.judge(
        'ben',
        between(600, [
          [500, 1],
          [500, 2],
        ]),
      ),
    ).toEqual(malformed)
  })

  it('[GUARD24] may have what others wrote meanwhile between them', () => {
    for (const client of [600, 700, 800]) {
      expect(
        room.take(
          'ben',
          between(client, [
            [500, 1],
            [500, 2],
          ]),
        ).verdict,
      ).toBe('apply')
    }
    expect(summary().toString()).toBe('abxxxcd')
  })
})
