import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { commonPast } from '../../client/session/salvage/common-past.ts'
import { differences } from '../../client/session/salvage/differences.ts'
import { openPutBack } from '../../client/session/salvage/put-back.ts'
import { lostSince } from '../../client/session/salvage/restored.ts'
import { keepUnsaved } from '../../client/session/salvage/unsaved.ts'
import { createByName } from '../../shared/document/by-name.ts'
import { deskSchema } from '../../shared/document/desk-schema.ts'
import { readEntry } from '../../shared/document/read.ts'
import { boardSchema } from '../../shared/document/schema.ts'
import { createEntry, setFields, textOf } from '../../shared/document/write.ts'
import { aGuardedBoard, contentOf } from '../support/guarded-room.ts'
import { Apart, someWork } from '../support/replicas.ts'
import { storageAlone } from '../support/storage-alone.ts'

const works = fc.array(someWork, { maxLength: 20 })
const twin = (doc: Y.Doc) => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
/** What one browser knows and a restored server has, both from one backup, each changed apart. */
function branches({ browser = (_: Y.Doc) => {}, server = (_: Y.Doc) => {}, both = (_: Y.Doc) => {} }) {
  const backup = aGuardedBoard().doc
  both(backup)
  const [mine, theirs] = [twin(backup), twin(backup)]
  browser(mine)
  server(theirs)
  return { mine, theirs }
}
const lost = (what: Parameters<typeof branches>[0]) => {
  const { mine, theirs } = branches(what)
  const known = { board: mine, desk: new Y.Doc() }
  return lostSince(known, known, { board: theirs, desk: new Y.Doc() })
}
const binned = { by: 'ana', at: 1 }
const reword = (remove: number, insert: string) => (doc: Y.Doc) => {
  const text = textOf(doc, 'notes', 'deploys', 'text')
  text?.delete(0, remove)
  text?.insert(0, insert)
}

describe('the past that a browser and a restored server share', () => {
  it('[SALVAGE11] is the backup, whichever of the two has changed since', () => {
    void fc.assert(
      fc.property(works, (done) => {
        const backup = aGuardedBoard().doc
        const apart = new Apart(backup, 3)
        for (const work of done) apart.do({ ...work, who: 0 })
        const [changed, same] = apart.copies
        for (const past of [commonPast('board', changed!, same!), commonPast('board', same!, changed!)]) {
          expect(contentOf(past)).toEqual(contentOf(backup))
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('what a restored server lacks', () => {
  it('[SALVAGE11] is what was changed after the backup, and not what somebody changed on it since', () => {
    expect(lost({ browser: (doc) => setFields(doc, 'notes', 'deploys', { rank: 'z9' }) })).toMatchObject([
      { what: 'value', id: 'deploys', field: 'rank', after: 'z9' },
    ])
    expect(lost({ server: (doc) => setFields(doc, 'notes', 'deploys', { rank: 'z9' }) })).toEqual([])
  })

  it('[SALVAGE11] is not a note’s place in the bin, out of which somebody took it since', () => {
    const both = (doc: Y.Doc) => setFields(doc, 'notes', 'deploys', { removed: binned })
    const server = (doc: Y.Doc) => setFields(doc, 'notes', 'deploys', { removed: undefined })
    expect(lost({ both, server })).toEqual([])
  })

  it('[SALVAGE11] is not a letter that somebody deleted since', () => {
    expect(lost({ server: reword(3, '') })).toEqual([])
  })

  it('[SALVAGE11] is a text that was worded anew, beside what it was', () => {
    expect(lost({ browser: reword(7, 'Rollbacks') })).toMatchObject([
      { what: 'text', id: 'deploys', before: 'Deploys on Friday', after: 'Rollbacks on Friday' },
    ])
  })
})

describe('a note that comes back on an anonymous board', () => {
  const note = { section: 'lessons', text: 'Nobody knew', discussion: '', createdAt: 1, rank: 'a0', author: null }
  const draft = { section: 'lessons', text: 'Nobody knew', rank: 'a0' }
  /** What a participant's browser makes of it, with or without the draft of it on their desk. */
  function back(id: 'ana' | 'ben', drafts: readonly string[]) {
    const { mine, theirs } = branches({
      browser: (doc) => createEntry(doc, 'notes', 'late', { ...note, theme: 'process' }),
    })
    const [desk, theirDesk] = [new Y.Doc(), new Y.Doc()]
    for (const key of drafts) createByName(desk, deskSchema, 'drafts', key, draft)
    const unsaved = keepUnsaved({ storage: storageAlone(), boardId: 'board', person: id })
    const putBack = openPutBack({ id, name: id, role: 'participant' }, unsaved)
    const known = { board: mine, desk }
    putBack.writeAll({ base: known, documents: known }, { board: theirs, desk: theirDesk })
    const listed = unsaved.list.get().length
    createEntry(theirs, 'notes', 'late', { ...note, theme: null })
    putBack.welcomeBack({ board: theirs, desk: theirDesk })
    return { listed, theme: readEntry(theirs, 'notes', 'late')?.theme, drafts: theirDesk.getMap('drafts').size }
  }

  it('[SALVAGE14] is put into its theme by its author’s browser as by everyone’s, and listed by theirs alone', () => {
    expect(back('ana', ['late'])).toEqual({ listed: 0, theme: 'process', drafts: 1 })
    expect(back('ben', [])).toEqual({ listed: 1, theme: 'process', drafts: 0 })
  })
})

describe('what was put back at the same moment by two browsers', () => {
  it('[SALVAGE11] is left as somebody has changed it since, when the second is refused and tries again', () => {
    const action = { title: 'Drill the failover', verification: '', rank: 'a0', owner: null, status: 'not-started' }
    const { mine, theirs } = branches({
      browser: (doc) => createByName(doc, boardSchema, 'actions', 'drill', action),
    })
    const me = { id: 'ana', name: 'Ana', role: 'participant' } as const
    const putBack = openPutBack(me, keepUnsaved({ storage: storageAlone(), boardId: 'board', person: 'ana' }))
    const desk = new Y.Doc()
    const refused = twin(theirs)
    putBack.writeAll({ base: { board: mine, desk }, documents: { board: mine, desk } }, { board: refused, desk })
    expect(readEntry(refused, 'actions', 'drill')?.status).toBe('not-started')

    createByName(theirs, boardSchema, 'actions', 'drill', { ...action, status: 'complete' })
    const again = differences({ board: twin(branches({}).theirs), desk }, { board: refused, desk })
    putBack.write(again, { board: theirs, desk })
    expect(readEntry(theirs, 'actions', 'drill')?.status).toBe('complete')
  })
})
