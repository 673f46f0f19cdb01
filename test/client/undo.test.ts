import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readDraft, readEntry } from '../../shared/document/read.ts'
import { createEntry, setFields, setFlat } from '../../shared/document/write.ts'
import { defaultSettings } from '../../shared/review/session.ts'
import { type GuardedCopy, guardedWorld } from '../support/copy-of.ts'

function anaOn(world = guardedWorld()) {
  const ana = world.browser('ana')
  return { world, ana }
}

const theme = (copy: GuardedCopy) => readEntry(copy.board, 'notes', 'deploys')?.theme

function added(result: { readonly allowed: boolean; readonly value?: string }): string {
  return result.value ?? 'refused'
}

describe('undo', () => {
  it('[UNDO1] puts what was created into the bin, and redo takes it out', () => {
    const { ana } = anaOn()
    const action = added(ana.verbs.addAction({ title: 'Page on replication lag' }))
    const inBin = () => readEntry(ana.board, 'actions', action)?.removed

    expect(ana.undo.undo()).toBe(true)
    expect(inBin()).toEqual({ by: 'ana', at: 10_000 })
    expect(ana.undo.redo()).toBe(true)
    expect(inBin()).toBeUndefined()
  })

  it('[UNDO1] takes what was removed out of the bin', () => {
    const { ana } = anaOn()
    ana.verbs.removeEntry('themes', 'process')

    ana.undo.undo()

    expect(readEntry(ana.board, 'themes', 'process')?.removed).toBeUndefined()
    ana.undo.redo()
    expect(readEntry(ana.board, 'themes', 'process')?.removed).toEqual({ by: 'ana', at: 10_000 })
  })

  it('[UNDO1] takes a draft back', () => {
    const { ana } = anaOn()
    const draft = added(ana.verbs.addDraft({ section: 'lessons', text: 'Nobody knew the runbook' }))

    ana.undo.undo()

    expect(readDraft(ana.desk, draft)?.removed).toEqual({ by: 'ana', at: 10_000 })
    expect(readDraft(ana.desk, draft)?.text).toBe('Nobody knew the runbook')
  })

  it('[UNDO1] takes a draft back where it is a note by now, and redo brings that back', () => {
    const { world, ana } = anaOn()
    const draft = added(ana.verbs.addDraft({ section: 'lessons', text: 'Nobody knew the runbook' }))
    const inBin = () => readEntry(ana.board, 'notes', draft)?.removed
    const note = { section: 'lessons', text: 'Nobody knew the runbook', discussion: '', createdAt: 1, rank: 'a0' }
    world.room.write((doc) => createEntry(doc, 'notes', draft, { ...note, author: 'ana' }))
    ana.receive()

    expect(ana.undo.undo()).toBe(true)
    expect([inBin(), readDraft(ana.desk, draft)?.removed]).toEqual([{ by: 'ana', at: 10_000 }, undefined])
    expect(ana.undo.redo()).toBe(true)
    expect(inBin()).toBeUndefined()
    expect(ana.send()).toEqual(['apply', 'apply'])
  })

  it('[UNDO1] takes the draft of an anonymous note back, which its note follows', () => {
    const { world, ana } = anaOn()
    const draft = added(ana.verbs.addDraft({ section: 'lessons', text: 'Nobody knew the runbook' }))
    const note = { section: 'lessons', text: 'Nobody knew the runbook', discussion: '', createdAt: 1, rank: 'a0' }
    world.room.write((doc) => createEntry(doc, 'notes', draft, { ...note, author: null }))
    ana.receive()

    ana.undo.undo()
    expect(readDraft(ana.desk, draft)?.removed).toEqual({ by: 'ana', at: 10_000 })
    ana.undo.redo()
    expect(readDraft(ana.desk, draft)?.removed).toBeUndefined()
  })

  it('[UNDO2] gives a field its former value, and takes a grouping of two notes back as one change', () => {
    const { ana } = anaOn()
    const made = added(ana.verbs.groupNotes('deploys', 'alerts'))
    expect(theme(ana)).toBe(made)

    ana.undo.undo()

    expect(theme(ana)).toBe(null)
    expect(readEntry(ana.board, 'notes', 'alerts')?.theme).toBe(null)
    expect(readEntry(ana.board, 'themes', made)?.removed).toBeDefined()
    expect(ana.undo.get().canUndo).toBe(false)
    ana.undo.redo()
    expect(theme(ana)).toBe(made)
    expect(readEntry(ana.board, 'themes', made)?.removed).toBeUndefined()
  })

  it('[UNDO2] leaves alone what somebody else has changed since', () => {
    const { world, ana } = anaOn()
    ana.verbs.setNoteTheme('deploys', 'process')
    ana.send()
    world.room.send('ben', (doc) => setFields(doc, 'notes', 'deploys', { theme: 'other' }))
    ana.receive()

    expect(ana.undo.undo()).toBe(false)

    expect(theme(ana)).toBe('other')
  })

  it('[UNDO2] takes changes of one field in quick succession back as one', () => {
    const { ana } = anaOn()
    for (const owner of ['b', 'be', 'ben']) {
      ana.verbs.setAction('runbook', { owner })
      ana.pass(100)
    }

    ana.undo.undo()

    expect(readEntry(ana.board, 'actions', 'runbook')?.owner).toBe(null)
  })

  it('[UNDO3] takes letters back in the order of what was done, others’ letters staying', () => {
    const { ana } = anaOn()
    const text = ana.texts.entry('notes', 'deploys', 'discussion')
    text?.edit({ index: 0, remove: 0, insert: 'Freeze on Fridays' })
    ana.verbs.setNoteTheme('deploys', 'process')
    const ben = new Y.Doc()
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ana.board))
    const bens = ben.getMap<Y.Map<Y.Text>>('notes').get('deploys')?.get('discussion')
    bens?.insert(0, 'Ben: agreed. ')
    Y.applyUpdate(ana.board, Y.encodeStateAsUpdate(ben))

    ana.undo.undo()
    expect(theme(ana)).toBe(null)
    expect(ana.undo.get().nextIsTyping).toBe(true)
    ana.undo.undo()
    expect(text?.read()).toBe('Ben: agreed. ')
    ana.undo.redo()
    expect(text?.read()).toBe('Ben: agreed. Freeze on Fridays')
  })

  it('[UNDO4] asks the rules: what may not be written any more is not undone', () => {
    const { ana } = anaOn()
    const text = ana.texts.entry('notes', 'deploys', 'text')
    text?.edit({ index: 0, remove: 0, insert: 'All ' })
    ana.verbs.setNoteTheme('deploys', 'process')
    setFlat(ana.board, 'session', { status: 'closed', settings: defaultSettings })

    expect(ana.undo.undo()).toBe(false)

    expect(theme(ana)).toBe('process')
    expect(text?.read()).toBe('All Deploys on Friday')
  })

  it('[UNDO4] of everything that can be done passes the guard, and so does redo', () => {
    const { world, ana } = anaOn()
    const { verbs } = ana
    const draft = added(verbs.addDraft({ section: 'lessons', text: 'Backups worked' }))
    const made = added(verbs.addTheme('Releases'))
    ana.recordVerbs.addEvents([{ at: '2018-10-21T22:54:00Z', event: 'Alert' }])
    const event = [...ana.view.entries.timeline.all.get().keys()][0] ?? ''
    const changes: readonly (() => unknown)[] = [
      () => verbs.setDraftSection(draft, 'lessons-2'),
      () => verbs.removeDraft(draft),
      () => verbs.moveNote('deploys', { section: 'lessons', beforeId: 'alerts' }),
      () => verbs.setNoteTheme('deploys', 'process'),
      () => verbs.groupNotes('alerts', 'deploys'),
      () => verbs.ungroup('alerts'),
      () => verbs.moveTheme(made, 0),
      () => verbs.removeEntry('notes', 'deploys'),
      () => verbs.restoreEntry('notes', 'deploys'),
      () => verbs.setAction('runbook', { due: '2026-06-01', horizon: 'short-term' }),
      () => verbs.setAction('runbook', { horizon: undefined }),
      () => verbs.setEvent(event, { milestone: 'detected' }),
      () => verbs.setIncident({ severity: 'SEV-1' }),
      () => verbs.setIncident({ severity: undefined }),
      () => ana.texts.draft(draft)?.edit({ index: 0, remove: 7, insert: 'Restores' }),
      () => ana.texts.entry('themes', made, 'label')?.edit({ index: 0, remove: 0, insert: 'Bad ' }),
    ]
    expect(ana.send()).toEqual(['apply', 'apply'])
    const refused: string[] = []
    const send = () => refused.push(...ana.send().filter((verdict) => verdict !== 'apply' && verdict !== 'nothing-new'))
    for (const change of changes) {
      change()
      ana.pass(1000)
      send()
    }
    while (ana.undo.undo()) send()
    expect(readEntry(ana.board, 'actions', 'runbook')?.due).toBe(null)
    while (ana.undo.redo()) send()

    expect(refused).toEqual([])
    expect(readEntry(ana.board, 'actions', 'runbook')?.due).toBe('2026-06-01')
    expect(readEntry(world.room.doc, 'themes', made)?.label).toBe('Bad Releases')
  })
})
