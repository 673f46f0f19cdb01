import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { snapshotOf } from '../../../shared/document/snapshot.ts'
import { createEntry, flatTextOf, setFields, setFlat, setRemoved, textOf } from '../../../shared/document/write.ts'
import { aGuardedBoard, type GuardedRoom, type Name, serverClient } from '../../support/guarded-room.ts'
import { refusalOf } from '../../support/refusal.ts'

let room: GuardedRoom

beforeEach(() => {
  room = aGuardedBoard()
})

const refused = (name: Name, change: (copy: Y.Doc) => void, options = {}) => refusalOf(room, name, change, options)

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
