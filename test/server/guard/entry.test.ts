import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createEntry, setFlat, setRemoved } from '../../../shared/document/write.ts'
import { aGuardedBoard, type GuardedRoom, type Name } from '../../support/guarded-room.ts'
import { refusalOf } from '../../support/refusal.ts'

let room: GuardedRoom

beforeEach(() => {
  room = aGuardedBoard()
})

const refused = (name: Name, change: (copy: Y.Doc) => void, options = {}) => refusalOf(room, name, change, options)

const entry = (copy: Y.Doc, root: string, id: string) => copy.getMap<Y.Map<unknown>>(root).get(id)!

describe('an entry', () => {
  it('[GUARD4] is never deleted, in the bin or not', () => {
    expect(refused('ana', (copy) => copy.getMap('themes').delete('process'))).toBe('entry-overwritten')
    room.write((doc) => setRemoved(doc, 'themes', 'process', { by: 'ana', at: 1 }))
    expect(refused('ana', (copy) => copy.getMap('themes').delete('process'))).toBe('entry-overwritten')
    expect(refused('fay', (copy) => copy.getMap('notes').delete('deploys'))).toBe('server-only')
  })

  it('[GUARD4] is never overwritten, in the bin or not', () => {
    const overwrite = (copy: Y.Doc) => createEntry(copy, 'themes', 'process', { label: 'Other', rank: 'a0' })
    expect(refused('ana', overwrite)).toBe('entry-overwritten')
    room.write((doc) => setRemoved(doc, 'themes', 'process', { by: 'ana', at: 1 }))
    expect(refused('ana', overwrite)).toBe('entry-overwritten')
    expect(refused('ana', (copy) => copy.getMap('themes').set('process', 'gone'))).toBe('wrong-kind')
  })

  it.each([0, 99])('[GUARD4] is not brought under an id that somebody took meanwhile (from client %s)', (client) => {
    const late = room.copy({ client })
    createEntry(late, 'themes', 'tools', { label: 'Mine', rank: 'a1' })
    room.write((doc) => createEntry(doc, 'themes', 'tools', { label: 'Tools', rank: 'a1' }))
    expect(room.take('ana', room.lackedFrom(late))).toEqual({ verdict: 'refuse', reason: 'entry-overwritten' })
  })

  it('[GUARD4] is not deleted by garbage that stands behind it', () => {
    const copy = room.copy()
    copy.getMap('themes').set('process', 'gone')
    copy.getMap('themes').delete('process')
    expect(room.take('ana', room.lackedFrom(copy))).toEqual({ verdict: 'refuse', reason: 'entry-overwritten' })
  })

  it('[GUARD5] comes with all of its texts and values', () => {
    const theme = (fields: readonly (readonly [string, unknown])[]) => (copy: Y.Doc) => {
      copy.getMap('themes').set('tools', new Y.Map(fields.map(([name, value]) => [name, value])))
    }
    const label = ['label', new Y.Text('Tools')] as const
    const discussion = ['discussion', new Y.Text()] as const
    expect(refused('ana', theme([label, ['rank', 'a1']]))).toBe('entry-incomplete')
    expect(
      refused(
        'ana',
        theme([
          ['label', new Y.Text()],
          ['discussion', new Y.Text()],
        ]),
      ),
    ).toBe('entry-incomplete')
    expect(refused('ana', theme([]))).toBe('entry-incomplete')
    expect(room.send('ana', theme([['label', new Y.Text()], discussion, ['rank', 'a1']]))).toMatchObject({
      verdict: 'apply',
    })
  })

  it('[GUARD5] comes with nothing that the schema does not know, and nothing that is not its own', () => {
    const theme = (name: string, value: unknown) => (copy: Y.Doc) => {
      createEntry(copy, 'themes', 'tools', { label: 'Tools', rank: 'a1' })
      entry(copy, 'themes', 'tools').set(name, value)
    }
    expect(refused('ana', theme('color', 'red'))).toBe('unknown-field')
    expect(refused('ana', theme('rank', 'no rank'))).toBe('invalid-value')
    expect(refused('ana', theme('label', 'plain'))).toBe('wrong-kind')
    expect(refused('ana', theme('rank', new Y.Text('a0')))).toBe('wrong-kind')
    expect(refused('ana', theme('removed', { by: 'ben', at: 1 }))).toBe('not-the-writer')
  })

  it('[GUARD5] has an id made of letters, digits, "_" and "-"', () => {
    expect(refused('ana', (copy) => createEntry(copy, 'themes', '<b>', { label: '', rank: 'a1' }))).toBe(
      'invalid-value',
    )
    expect(refused('ana', (copy) => createEntry(copy, 'themes', 'x'.repeat(65), { label: '', rank: 'a1' }))).toBe(
      'invalid-value',
    )
  })

  it('[GUARD22] has an id under which it is found again, in JSON too', () => {
    const create = (id: string) => (copy: Y.Doc) => createEntry(copy, 'themes', id, { label: '', rank: 'a1' })
    expect(refused('ana', create('__proto__'))).toBe('invalid-value')
    expect(room.send('ana', create('constructor'))).toMatchObject({ verdict: 'apply' })
    expect(Object.keys(room.doc.getMap('themes').toJSON())).toEqual(['process', 'constructor'])
  })
})

describe('a value', () => {
  it('[GUARD9] is what its field takes', () => {
    const action = (name: string, value: unknown) => (copy: Y.Doc) => entry(copy, 'actions', 'runbook').set(name, value)
    expect(refused('ana', action('due', 'tomorrow'))).toBe('invalid-value')
    expect(refused('ana', action('owner', 'x'.repeat(201)))).toBe('invalid-value')
    expect(refused('ana', action('priority', undefined))).toBe('invalid-value')
    expect(refused('ana', action('status', { nested: { deeply: { so: { much: { more: 1 } } } } }))).toBe(
      'invalid-value',
    )
    expect(refused('ana', action('link', 'javascript:alert(1)'))).toBe('invalid-value')
    expect(refused('ana', action('rank', 5n))).toBe('invalid-value')
    expect(refused('ana', action('removed', { by: 'ana', at: Number.POSITIVE_INFINITY }))).toBe('invalid-value')
    expect(refused('ana', action('removed', { by: 'ana', at: 1, note: 'x' }))).toBe('invalid-value')
    expect(refused('ana', action('removed', JSON.parse('{"__proto__":{"by":"ana","at":1}}')))).toBe('invalid-value')
  })

  it('[GUARD9] that says who removed an entry names the writer', () => {
    const remove = (by: string | null) => (copy: Y.Doc) => setRemoved(copy, 'themes', 'process', { by, at: 1 })
    expect(refused('ana', remove('ben'))).toBe('not-the-writer')
    expect(refused('ana', remove(null))).toBe('not-the-writer')
    expect(room.send('ana', remove('ana'))).toMatchObject({ verdict: 'apply' })
  })

  it('[GUARD9] that has to be there is never deleted', () => {
    expect(refused('ana', (copy) => entry(copy, 'actions', 'runbook').delete('status'))).toBe('value-missing')
    expect(
      refused('ana', (copy) => {
        entry(copy, 'actions', 'runbook').set('status', 'complete')
        entry(copy, 'actions', 'runbook').delete('status')
      }),
    ).toBe('value-missing')
    expect(room.send('ana', (copy) => setFlat(copy, 'incident', { severity: 'SEV-1' }))).toMatchObject({
      verdict: 'apply',
    })
    expect(room.send('ben', (copy) => copy.getMap('incident').delete('severity'))).toMatchObject({ verdict: 'apply' })
  })
})

describe('what the schema does not know', () => {
  it('[GUARD8] is refused: a root', () => {
    expect(refused('ana', (copy) => copy.getMap('secrets').set('mine', 1))).toBe('unknown-root')
    expect(refused('ana', (copy) => copy.getText('notes2').insert(0, 'x'))).toBe('unknown-root')
    expect(refused('ana', (copy) => copy.getMap('constructor').set('mine', 1))).toBe('unknown-root')
    expect(refused('ana', (copy) => copy.getMap('__proto__').set('mine', 1))).toBe('unknown-root')
  })

  it('[GUARD8] is refused: a field', () => {
    expect(refused('ana', (copy) => entry(copy, 'themes', 'process').set('color', 'red'))).toBe('unknown-field')
    expect(refused('ana', (copy) => entry(copy, 'themes', 'process').set('toString', 'red'))).toBe('unknown-field')
    expect(refused('ana', (copy) => copy.getMap('incident').set('mood', 'fine'))).toBe('unknown-field')
  })

  it('[GUARD8] is refused: a subdocument, bytes, shared types where plain values belong, lists in maps', () => {
    const incident = (value: unknown) => (copy: Y.Doc) => copy.getMap('incident').set('severity', value)
    expect(refused('ana', incident(new Y.Doc()))).toBe('forbidden-content')
    expect(refused('ana', incident(new Uint8Array([1])))).toBe('forbidden-content')
    expect(refused('ana', incident(new Y.Array()))).toBe('forbidden-content')
    expect(refused('ana', incident(new Y.XmlElement('b')))).toBe('forbidden-content')
    expect(refused('ana', incident(new Y.Map()))).toBe('wrong-kind')
    expect(refused('ana', incident(new Y.Map([['deep', 1]])))).toBe('wrong-kind')
    expect(refused('ana', (copy) => copy.get('themes', Y.Array).insert(0, ['x']), {})).toBe('wrong-kind')
  })
})
