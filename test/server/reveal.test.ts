import { beforeEach, describe, expect, it } from 'vitest'
import { readDraft, readEntries, readEntry, readFlat } from '../../shared/document/read.ts'
import { createDraft, draftText, setDraftFields, setRemoved, textOf } from '../../shared/document/write.ts'
import { encodeFrame } from '../../shared/protocol/frames.ts'
import type { PhaseKind } from '../../shared/review/session.ts'
import type { Pipe } from '../support/pipe.ts'
import { aReview, type Review } from '../support/review.ts'

const draft = { section: 'lessons', rank: 'a0' }

async function go(review: Review, kind: PhaseKind): Promise<void> {
  const { agenda } = readFlat((await review.live()).doc, 'session')
  await review.command({ type: 'phase.go', phase: agenda.find((item) => item.kind === kind)!.id })
}

function textsOn(pipe: Pipe): readonly string[] {
  return readEntries(pipe.doc, 'notes')
    .filter((note) => note.removed === undefined)
    .map((note) => note.text)
    .sort()
}

describe('a reveal', () => {
  let review: Review
  let fay: Pipe
  let ana: Pipe
  let ben: Pipe

  beforeEach(async () => {
    review = await aReview()
    fay = await review.join('fay')
    ana = await review.join('ana', 'desk')
    ben = await review.join('ben', 'desk')
    await go(review, 'reflect')
  })

  it('[REVEAL1] shows nobody a draft before it, and everybody all of them at once', async () => {
    createDraft(ana.doc, 'note-ana', { ...draft, text: 'deploys have no canary' })
    createDraft(ben.doc, 'note-ben', { ...draft, text: 'alerts were silent' })
    await review.turn()
    const before = fay.heard.length
    expect(everythingHeard(fay)).not.toMatch(/canary|silent/)

    await go(review, 'discuss')
    expect(textsOn(fay)).toEqual(['alerts were silent', 'deploys have no canary'])
    const updates = fay.heard.slice(before).filter((frame) => frame.type === 'update')
    expect(updates).toHaveLength(1)
    expect(readEntry(fay.doc, 'notes', 'note-ana')).toMatchObject({ author: 'ana', section: 'lessons' })
  })

  it('[REVEAL2] publishes a draft that arrives later at once, under its own id', async () => {
    await go(review, 'discuss')
    createDraft(ana.doc, 'late', { ...draft, text: 'rollback took an hour' })
    await review.turn()
    expect(readEntry(fay.doc, 'notes', 'late')).toMatchObject({ text: 'rollback took an hour', author: 'ana' })
    expect(readDraft(ana.doc, 'late')?.published).toBe('rollback took an hour')
  })

  it('[REVEAL3] merges what the author still types into the note, beside what others typed there', async () => {
    await review.command({ type: 'settings.set', editing: 'anyone' })
    createDraft(ana.doc, 'note-ana', { ...draft, text: 'deploys have no canary' })
    await review.turn()
    await go(review, 'discuss')

    textOf(fay.doc, 'notes', 'note-ana', 'text')!.insert(0, 'Our ')
    draftText(ana.doc, 'note-ana')!.insert(22, ' stage')
    await review.turn()
    expect(textsOn(fay)).toEqual(['Our deploys have no canary stage'])
  })

  it('[REVEAL4] takes the note off the board when its author removes the draft late', async () => {
    createDraft(ana.doc, 'note-ana', { ...draft, text: 'deploys have no canary' })
    await review.turn()
    await go(review, 'discuss')

    setDraftFields(ana.doc, 'note-ana', { removed: { by: 'ana', at: 5 } })
    await review.turn()
    expect(readEntry(fay.doc, 'notes', 'note-ana')?.removed).toEqual({ by: 'ana', at: 5 })

    setRemoved(fay.doc, 'notes', 'note-ana', undefined)
    createDraft(ana.doc, 'another', { ...draft, text: 'one more' })
    await review.turn()
    expect(textsOn(fay)).toEqual(['deploys have no canary', 'one more'])
  })

  it('[REVEAL5] leaves the drafts of somebody who was removed where they are', async () => {
    createDraft(ana.doc, 'note-ana', { ...draft, text: 'deploys have no canary' })
    await review.turn()
    await review.command({ type: 'person.remove', person: 'ana' })
    await go(review, 'discuss')
    expect(textsOn(fay)).toEqual([])
    expect(readDraft(await review.stored('desk/ana'), 'note-ana')?.text).toBe('deploys have no canary')
  })

  it('[REVEAL6] commits draft and note together, so that a crash between them loses neither', async () => {
    await go(review, 'discuss')
    createDraft(ana.doc, 'late', { ...draft, text: 'rollback took an hour' })
    await review.turn()
    expect(readEntry(await review.stored(), 'notes', 'late')?.text).toBe('rollback took an hour')
    expect(readDraft(await review.stored('desk/ana'), 'late')?.published).toBe('rollback took an hour')
  })

  it('[REVEAL7] keeps drafts that reach a finished review, and lets them out when it is reopened', async () => {
    await go(review, 'discuss')
    await review.command({ type: 'board.close' })
    createDraft(ana.doc, 'late', { ...draft, text: 'rollback took an hour' })
    await review.turn()
    expect(textsOn(fay)).toEqual([])
    await review.command({ type: 'board.reopen' })
    expect(textsOn(fay)).toEqual(['rollback took an hour'])

    await review.command({ type: 'board.close' })
    draftText(ana.doc, 'late')!.insert(0, 'The ')
    await review.turn()
    expect(textsOn(fay)).toEqual(['rollback took an hour'])
    await review.command({ type: 'board.reopen' })
    expect(textsOn(fay)).toEqual(['The rollback took an hour'])
  })

  it('[REVEAL8] tells how far everyone is, and nothing of what they write', async () => {
    createDraft(ana.doc, 'note-ana', { ...draft, text: 'deploys have no canary' })
    await review.turn()
    await review.pass(100)
    const states = [...fay.presence().values()]
    expect(states).toContainEqual(
      expect.objectContaining({
        server: true,
        progress: expect.objectContaining({
          people: expect.objectContaining({ ana: { drafts: 1, votesLeft: null, ready: false } }),
        }),
      }),
    )
    expect(JSON.stringify(states)).not.toMatch(/canary/)
  })
})

describe('an anonymous reveal', () => {
  let review: Review
  let fay: Pipe
  let ana: Pipe
  let ben: Pipe

  beforeEach(async () => {
    review = await aReview({ body: { settings: { attribution: 'anonymous' } } })
    fay = await review.join('fay')
    ana = await review.join('ana', 'desk')
    ben = await review.join('ben', 'desk')
  })

  it('[ANON1] writes notes without author, in one moment, under ids of the server alone', async () => {
    createDraft(ana.doc, 'note-ana', { ...draft, text: 'deploys have no canary' })
    await review.pass(60_000)
    createDraft(ben.doc, 'note-ben', { ...draft, text: 'alerts were silent' })
    await review.turn()
    await go(review, 'discuss')

    const notes = readEntries(fay.doc, 'notes')
    expect(notes.map((note) => note.author)).toEqual([null, null])
    expect(new Set(notes.map((note) => note.createdAt)).size).toBe(1)
    expect(new Set(notes.map((note) => note.rank)).size).toBe(2)
    const clients = [...fay.doc.store.clients.keys()]
    expect(clients).not.toContain(ana.doc.clientID)
    expect(clients).not.toContain(ben.doc.clientID)
  })

  it('[ANON2] lets a late draft wait for one of somebody else, or for the next phase', async () => {
    await go(review, 'discuss')
    createDraft(ana.doc, 'late-ana', { ...draft, text: 'rollback took an hour' })
    await review.turn()
    expect(textsOn(fay)).toEqual([])

    createDraft(ben.doc, 'late-ben', { ...draft, text: 'nobody owned the queue' })
    await review.turn()
    expect(textsOn(fay)).toEqual(['nobody owned the queue', 'rollback took an hour'])

    createDraft(ben.doc, 'later-ben', { ...draft, text: 'the wiki was stale' })
    await review.turn()
    expect(textsOn(fay)).not.toContain('the wiki was stale')
    await go(review, 'group')
    expect(textsOn(fay)).toContain('the wiki was stale')
  })

  it('[ANON3] lets an author take a note back and bring it again without showing who', async () => {
    createDraft(ana.doc, 'note-ana', { ...draft, text: 'deploys have no canary' })
    createDraft(ben.doc, 'note-ben', { ...draft, text: 'alerts were silent' })
    await review.turn()
    await go(review, 'discuss')
    setDraftFields(ana.doc, 'note-ana', { removed: { by: 'ana', at: 5 } })
    await review.turn()
    expect(readEntry(fay.doc, 'notes', 'note-ana')?.removed).toEqual({ by: null, at: review.clock.now() })
    setDraftFields(ana.doc, 'note-ana', { removed: undefined })
    await review.turn()
    expect(textsOn(fay)).toContain('deploys have no canary')
  })

  it('[ANON3] leaves a note that was taken back where a facilitator put it, until its author says otherwise', async () => {
    createDraft(ana.doc, 'note-ana', { ...draft, text: 'deploys have no canary' })
    await review.turn()
    await go(review, 'discuss')
    setDraftFields(ana.doc, 'note-ana', { removed: { by: 'ana', at: 5 } })
    await review.turn()
    setRemoved(fay.doc, 'notes', 'note-ana', undefined)
    ana.doc.getMap('ready').set('discuss', true)
    await review.turn()
    expect(textsOn(fay)).toEqual(['deploys have no canary'])

    setDraftFields(ana.doc, 'note-ana', { removed: undefined })
    await review.turn()
    setDraftFields(ana.doc, 'note-ana', { removed: { by: 'ana', at: 6 } })
    await review.turn()
    expect(textsOn(fay)).toEqual([])
  })

  describe('of which the author changes a note while away', () => {
    beforeEach(async () => {
      createDraft(ana.doc, 'note-ana', { ...draft, text: 'deploys have no canary' })
      createDraft(ben.doc, 'note-ben', { ...draft, text: 'alerts were silent' })
      await review.turn()
      await go(review, 'discuss')
      ana.hangUp()
      draftText(ana.doc, 'note-ana')!.insert(0, 'Our ')
      ana = await review.join('ana', 'desk', ana.doc)
    })

    it('[ANON6] shows nothing as they come back, and the change with what somebody else does', async () => {
      expect(readDraft(await review.stored('desk/ana'), 'note-ana')?.text).toBe('Our deploys have no canary')
      expect(textsOn(fay)).toContain('deploys have no canary')
      ben.doc.getMap('ready').set('discuss', true)
      await review.turn()
      expect(textsOn(fay)).toContain('Our deploys have no canary')
    })

    it('[ANON6] shows the change with what they do themselves later', async () => {
      draftText(ana.doc, 'note-ana')!.insert(0, 'All ')
      await review.turn()
      expect(textsOn(fay)).toContain('All Our deploys have no canary')
    })

    it('[ANON6] shows the change at the next phase', async () => {
      await go(review, 'group')
      expect(textsOn(fay)).toContain('Our deploys have no canary')
    })
  })

  it('[ANON4] gives progress as totals', async () => {
    createDraft(ana.doc, 'note-ana', { ...draft, text: 'deploys have no canary' })
    await review.turn()
    await review.pass(100)
    expect([...fay.presence().values()]).toContainEqual(
      expect.objectContaining({
        progress: { attribution: 'anonymous', drafts: 1, writers: 1, ready: 0, votesLeft: null, people: 3 },
      }),
    )
  })
})

/** All bytes that reached somebody, as text. */
function everythingHeard(pipe: Pipe): string {
  return Buffer.concat(pipe.heard.map((frame) => Buffer.from(encodeFrame(frame)))).toString('utf8')
}
