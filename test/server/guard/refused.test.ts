import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { snapshotOf } from '../../../shared/document/snapshot.ts'
import { createEntry, flatTextOf, setFields, setFlat, setRemoved, textOf } from '../../../shared/document/write.ts'
import { aGuardedBoard, type GuardedRoom, type Name, serverClient } from '../../support/guarded-room.ts'

let room: GuardedRoom

beforeEach(() => {
  room = aGuardedBoard()
})

/** The reason of the refusal; whatever else was said fails. The board has to be as it was. */
function refused(name: Name, change: (copy: Y.Doc) => void, options: { readonly client?: number } = {}): string {
  const before = snapshotOf(room.doc)
  const stored = Y.encodeStateAsUpdate(room.doc)
  const verdict = room.send(name, change, options)
  expect(snapshotOf(room.doc)).toEqual(before)
  expect(Y.encodeStateAsUpdate(room.doc)).toEqual(stored)
  return verdict.verdict === 'refuse' ? verdict.reason : verdict.verdict
}

const entry = (copy: Y.Doc, root: string, id: string) => copy.getMap<Y.Map<unknown>>(root).get(id)!

const rawNote = () =>
  new Y.Map<unknown>([
    ['section', 'lessons'],
    ['text', new Y.Text('By hand')],
    ['discussion', new Y.Text()],
    ['author', 'ana'],
    ['createdAt', 1],
    ['rank', 'a1'],
    ['theme', null],
  ])

describe('what only the server writes', () => {
  it.each(['ana', 'fay'] as const)('[GUARD1] is refused to %s: the session', (name) => {
    expect(refused(name, (copy) => setFlat(copy, 'session', { phase: 'vote' }))).toBe('server-only')
    expect(refused(name, (copy) => copy.getMap('session').delete('timer'))).toBe('server-only')
  })

  it('[GUARD1] is refused: people', () => {
    expect(refused('ana', (copy) => setFields(copy, 'people', 'ana', { role: 'facilitator' }))).toBe('server-only')
    expect(refused('ana', (copy) => setFields(copy, 'people', 'ben', { left: 1 }))).toBe('server-only')
    expect(refused('ana', (copy) => copy.getMap('people').delete('ben'))).toBe('server-only')
    expect(
      refused('ana', (copy) =>
        createEntry(copy, 'people', 'eve', {
          name: 'Eve',
          role: 'facilitator',
          color: 'red',
          joinedAt: 1,
          counts: true,
        }),
      ),
    ).toBe('server-only')
  })

  it('[GUARD1] is refused: results', () => {
    expect(refused('fay', (copy) => setFields(copy, 'results', 'round-1', { cast: 9 }))).toBe('server-only')
    expect(refused('fay', (copy) => entry(copy, 'results', 'round-1').delete('late'))).toBe('server-only')
  })

  it('[GUARD1] is refused: a note made directly', () => {
    expect(refused('ana', (copy) => copy.getMap('notes').set('mine', rawNote()))).toBe('server-only')
    expect(refused('fay', (copy) => copy.getMap('notes').set('mine', rawNote()))).toBe('server-only')
  })

  it("[GUARD1] is refused: a note's author and time", () => {
    expect(refused('ben', (copy) => setFields(copy, 'notes', 'deploys', { author: 'ben' }))).toBe('server-only')
    expect(refused('ana', (copy) => setFields(copy, 'notes', 'deploys', { createdAt: 5 }))).toBe('server-only')
  })
})

describe("somebody else's note", () => {
  it('[GUARD2] keeps its wording on a board where wording is the author’s', () => {
    expect(refused('ben', (copy) => textOf(copy, 'notes', 'deploys', 'text')?.insert(0, 'Never '))).toBe(
      'not-the-author',
    )
    expect(refused('ben', (copy) => textOf(copy, 'notes', 'deploys', 'text')?.delete(0, 3))).toBe('not-the-author')
    expect(refused('fay', (copy) => textOf(copy, 'notes', 'deploys', 'text')?.insert(0, 'Never '))).toBe(
      'not-the-author',
    )
  })

  it('[GUARD2] is not put into the bin by another participant, nor taken out', () => {
    expect(refused('ben', (copy) => setRemoved(copy, 'notes', 'deploys', { by: 'ben', at: 5 }))).toBe('not-the-author')
    room.write((doc) => setRemoved(doc, 'notes', 'deploys', { by: 'ana', at: 4 }))
    expect(refused('ben', (copy) => setRemoved(copy, 'notes', 'deploys', undefined))).toBe('not-the-author')
  })

  it('[GUARD2] is reworded by anyone taking part where the board says so, or where it has no author', () => {
    room.editing = 'anyone'
    expect(room.send('ben', (copy) => textOf(copy, 'notes', 'deploys', 'text')?.insert(0, 'No '))).toMatchObject({
      verdict: 'apply',
    })
    room.editing = 'author'
    room.write((doc) => setFields(doc, 'notes', 'deploys', { author: null }))
    expect(room.send('ben', (copy) => textOf(copy, 'notes', 'deploys', 'text')?.delete(0, 3))).toMatchObject({
      verdict: 'apply',
    })
  })
})

describe('a client id', () => {
  it("[GUARD3] is refused when it is someone else's", () => {
    room.owners.set(42, { person: 'ben' })
    expect(refused('ana', (copy) => setFields(copy, 'themes', 'process', { rank: 'a1' }), { client: 42 })).toBe(
      'client-id',
    )
  })

  it("[GUARD3] is refused when it is the server's", () => {
    const before = snapshotOf(room.doc)
    const copy = room.copy({ client: serverClient })
    setFields(copy, 'themes', 'process', { rank: 'a1' })
    expect(room.take('fay', room.lackedFrom(copy))).toEqual({ verdict: 'refuse', reason: 'client-id' })
    expect(snapshotOf(room.doc)).toEqual(before)
  })

  it('[GUARD3] is refused for garbage too', () => {
    room.owners.set(42, { person: 'ben' })
    expect(room.take('ana', new Uint8Array([1, 1, 42, 0, 0, 3, 0]))).toEqual({ verdict: 'refuse', reason: 'client-id' })
  })

  it('[GUARD3] appears for the first time no more than 64 times in one update', () => {
    const withClients = (count: number) => {
      const copy = room.copy()
      for (let client = 1000; client < 1000 + count; client++) {
        copy.clientID = client
        setFields(copy, 'themes', 'process', { rank: `a${(client % 2) + 1}` })
      }
      return room.lackedFrom(copy)
    }
    const ids = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index)
    expect(room.judge('ana', withClients(64))).toEqual({ verdict: 'apply', newClients: ids(1000, 64) })
    expect(room.judge('ana', withClients(65))).toEqual({ verdict: 'refuse', reason: 'too-large' })
  })
})

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
})

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

describe('somebody without rights', () => {
  const changes: readonly ((copy: Y.Doc) => void)[] = [
    (copy) => setFields(copy, 'themes', 'process', { rank: 'a1' }),
    (copy) => createEntry(copy, 'themes', 'tools', { label: 'Tools', rank: 'a1' }),
    (copy) => flatTextOf(copy, 'incident', 'summary')?.insert(0, 'x'),
    (copy) => textOf(copy, 'themes', 'process', 'label')?.delete(0, 1),
  ]

  it('[GUARD10] who observes writes nothing', () => {
    expect(changes.map((change) => refused('olga', change))).toEqual(changes.map(() => 'observer'))
    expect(room.take('olga', new Uint8Array([1, 1, 42, 0, 0, 3, 0]))).toEqual({ verdict: 'refuse', reason: 'observer' })
  })

  it('[GUARD10] who was removed from the board writes nothing', () => {
    room.left.add('ana')
    const garbage = new Uint8Array([1, 1, 42, 0, 0, 3, 0])
    expect(room.take('ana', garbage)).toEqual({ verdict: 'refuse', reason: 'removed-from-board' })
    expect(changes.map((change) => refused('ana', change))).toEqual(changes.map(() => 'removed-from-board'))
  })

  it('[GUARD10] writes on a closed board only what lives on', () => {
    room.status = 'closed'
    expect(changes.map((change) => refused('ana', change))).toEqual(changes.map(() => 'board-closed'))
    const apply = { verdict: 'apply' }
    expect(room.send('ana', (copy) => setFields(copy, 'actions', 'runbook', { status: 'complete' }))).toMatchObject(
      apply,
    )
    expect(
      room.send('ana', (copy) => createEntry(copy, 'checkIns', 'june', { on: '2026-06-01', what: '' })),
    ).toMatchObject(apply)
    expect(room.send('fay', (copy) => setFlat(copy, 'incident', { approver: 'Fay' }))).toMatchObject(apply)
  })
})
