import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readAbstained, readBallots, readDraft, readReady } from '../../../shared/document/read.ts'
import { createDraft, draftText, setDraftFields } from '../../../shared/document/write.ts'
import { aGuardedDesk, type GuardedRoom, type Name } from '../../support/guarded-room.ts'

let desk: GuardedRoom

beforeEach(() => {
  desk = aGuardedDesk()
  desk.write((doc) => createDraft(doc, 'deploys', { section: 'lessons', text: 'Deploys on Friday', rank: 'a0' }))
})

function answer(name: Name, change: (copy: Y.Doc) => void): string {
  const verdict = desk.send(name, change)
  return verdict.verdict === 'refuse' ? verdict.reason : verdict.verdict
}

const vote = (target: string, votes: unknown) => (copy: Y.Doc) => copy.getMap('ballots').set(target, votes)

describe('a desk', () => {
  it('[GUARD16] takes drafts, their changes and their removal', () => {
    expect(answer('ana', (copy) => createDraft(copy, 'alerts', { section: 'lessons', text: 'Late', rank: 'a1' }))).toBe(
      'apply',
    )
    expect(answer('ana', (copy) => draftText(copy, 'alerts')?.insert(4, ' alerts'))).toBe('apply')
    expect(answer('ana', (copy) => setDraftFields(copy, 'alerts', { rank: 'a2', removed: { by: 'ana', at: 1 } }))).toBe(
      'apply',
    )
    expect(readDraft(desk.doc, 'alerts')).toMatchObject({
      text: 'Late alerts',
      rank: 'a2',
      removed: { by: 'ana', at: 1 },
    })
  })

  it('[GUARD16] takes ballots and "I\'m done", and that they are taken back', () => {
    expect(answer('ana', vote('round-1/theme:process', 3))).toBe('apply')
    expect(answer('ana', vote('round-1/theme:process', 1))).toBe('apply')
    expect(answer('ana', (copy) => copy.getMap('ready').set('reflect', true))).toBe('apply')
    expect(readBallots(desk.doc)).toEqual({ 'round-1/theme:process': 1 })
    expect(answer('ana', (copy) => copy.getMap('ballots').delete('round-1/theme:process'))).toBe('apply')
    expect(answer('ana', (copy) => copy.getMap('ready').delete('reflect'))).toBe('apply')
    expect(readBallots(desk.doc)).toEqual({})
    expect(readReady(desk.doc)).toEqual(new Set())
  })

  it('[GUARD16] takes votes cast and taken back offline, over and over, and votes from two tabs', () => {
    const offline = desk.copy({ gc: false })
    for (const votes of [1, 2, 3]) vote('round-1/note:deploys', votes)(offline)
    offline.getMap('ballots').delete('round-1/note:deploys')
    vote('round-1/note:deploys', 2)(offline)
    const tab = desk.copy()
    vote('round-1/note:deploys', 1)(tab)
    expect(desk.take('ana', desk.lackedFrom(tab)).verdict).toBe('apply')
    expect(desk.take('ana', desk.lackedFrom(offline)).verdict).toBe('apply')
  })

  it('[GUARD16] goes on taking them while the board is closed: they wait', () => {
    desk.status = 'closed'
    expect(answer('ana', vote('round-1/theme:process', 3))).toBe('apply')
    expect(answer('ana', (copy) => draftText(copy, 'deploys')?.insert(0, 'No '))).toBe('apply')
  })

  it('[GUARD16] takes no ballot that is none', () => {
    for (const votes of [-1, 1.5, 51, '3', null, { votes: 3 }]) {
      expect(answer('ana', vote('round-1/theme:process', votes))).toBe('invalid-value')
    }
    expect(answer('ana', vote('round-1/theme:process', new Y.Map()))).toBe('wrong-kind')
    expect(answer('ana', vote('process', 1))).toBe('unknown-field')
    expect(answer('ana', (copy) => copy.getMap('ready').set('reflect', false))).toBe('invalid-value')
    expect(answer('ana', (copy) => copy.getMap('abstained').set('round-1', 1))).toBe('invalid-value')
  })

  it('[GUARD16] takes that its owner abstains, and that they vote after all', () => {
    expect(answer('ana', (copy) => copy.getMap('abstained').set('round-1', true))).toBe('apply')
    expect(readAbstained(desk.doc)).toEqual(new Set(['round-1']))
    expect(answer('ana', (copy) => copy.getMap('abstained').delete('round-1'))).toBe('apply')
  })

  it('[GUARD16] takes no more than 5000 ballots', () => {
    const cast = (first: number, count: number) => (copy: Y.Doc) =>
      copy.transact(() => {
        for (let n = first; n < first + count; n++) vote(`round-1/note:${n}`, 1)(copy)
      })
    expect(answer('ana', cast(0, 5001))).toBe('too-many-entries')
    expect(answer('ana', cast(0, 5000))).toBe('apply')
    expect(answer('ana', cast(5000, 1))).toBe('too-many-entries')
    expect(answer('ana', cast(0, 1))).toBe('apply')
  })

  it('[GUARD16] leaves to the server what was published and what was counted', () => {
    expect(answer('ana', (copy) => setDraftFields(copy, 'deploys', { published: 'Deploys' }))).toBe('server-only')
    expect(
      answer('ana', (copy) => createDraft(copy, 'alerts', { section: 'lessons', rank: 'a1', published: '' })),
    ).toBe('server-only')
    expect(answer('ana', (copy) => copy.getMap('counted').set('round-1', {}))).toBe('server-only')
  })

  it('[GUARD16] loses no draft: none is deleted or overwritten', () => {
    expect(answer('ana', (copy) => copy.getMap('drafts').delete('deploys'))).toBe('entry-overwritten')
    expect(answer('ana', (copy) => createDraft(copy, 'deploys', { section: 'lessons', rank: 'a1' }))).toBe(
      'entry-overwritten',
    )
  })

  it('[GUARD16] takes no draft under the id of a note that is somebody else’s', () => {
    desk.draftAuthors.set('bens', 'ben').set('anas', 'ana')
    desk.notes.add('bens').add('anas').add('imported')
    const draft = (id: string) => (copy: Y.Doc) => createDraft(copy, id, { section: 'lessons', rank: 'a1' })
    expect(answer('ana', draft('bens'))).toBe('id-taken')
    expect(answer('ana', draft('imported'))).toBe('id-taken')
    expect(answer('ana', draft('anas'))).toBe('apply')
  })

  it('[GUARD16] is written by nobody who observes or was removed', () => {
    expect(answer('olga', vote('round-1/theme:process', 1))).toBe('observer')
    desk.left.add('ana')
    expect(answer('ana', vote('round-1/theme:process', 1))).toBe('removed-from-board')
  })
})
