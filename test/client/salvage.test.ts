import { describe, expect, it } from 'vitest'
import { underNewIdentity } from '../../client/session/salvage/under-new-identity.ts'
import { keepUnsaved } from '../../client/session/salvage/unsaved.ts'
import { readBallots, readDraft, readEntry, readFlat } from '../../shared/document/read.ts'
import { setFields, setFlat, textOf } from '../../shared/document/write.ts'
import { offlineAna } from '../support/offline.ts'
import { storageAlone } from '../support/storage-alone.ts'

const close = (status: 'open' | 'closed') => ({ status })

describe('what is unsaved', () => {
  it('[SALVAGE1] is each thing I changed since the server last had everything: a new entry, a field, a text', () => {
    const { ana, changes } = offlineAna()
    const draft = ana.verbs.addDraft({ section: 'lessons', text: 'Nobody knew the runbook' })
    ana.verbs.setNoteTheme('alerts', 'process')
    ana.texts.entry('notes', 'deploys', 'text')?.edit({ index: 0, remove: 0, insert: 'No ' })
    ana.verbs.setIncident({ severity: 'SEV-2' })
    ana.verbs.setReady('discuss', true)

    expect(draft.allowed).toBe(true)
    expect(changes()).toMatchObject([
      { what: 'text', root: 'notes', id: 'deploys', before: 'Deploys on Friday', after: 'No Deploys on Friday' },
      { what: 'value', root: 'notes', id: 'alerts', field: 'theme', before: null, after: 'process' },
      { what: 'value', root: 'incident', id: null, field: 'severity', after: 'SEV-2' },
      { what: 'entry', document: 'desk', root: 'drafts', values: { text: 'Nobody knew the runbook' } },
      { what: 'value', document: 'desk', root: 'ready', field: 'discuss', after: true },
    ])
  })

  it('[SALVAGE1] is nothing once what was changed is changed back', () => {
    const { ana, changes } = offlineAna()
    ana.verbs.setNoteTheme('alerts', 'process')
    ana.undo.undo()

    expect(changes()).toEqual([])
  })
})

describe('salvage', () => {
  it('[SALVAGE2] writes what I changed onto the server’s copy as edits that the guard takes, under the same ids', () => {
    const { ana, salvage, world } = offlineAna()
    const action = ana.verbs.addAction({ title: 'Page on replication lag', due: '2026-06-01' })
    const draft = ana.verbs.addDraft({ section: 'lessons', text: 'Nobody knew the runbook' })
    ana.verbs.groupNotes('deploys', 'alerts')
    ana.texts.incident('summary')?.edit({ index: 0, remove: 0, insert: 'Writes failed for an hour' })

    const { leftOver, accepted } = salvage()

    expect(leftOver).toEqual([])
    expect(accepted).toEqual(['apply', 'apply'])
    const board = world.room.doc
    expect(readEntry(board, 'actions', idOf(action))?.title).toBe('Page on replication lag')
    expect(readEntry(board, 'notes', 'deploys')?.theme).toBe(readEntry(board, 'notes', 'alerts')?.theme)
    expect(readFlat(board, 'incident').summary).toBe('Writes failed for an hour')
    expect(readDraft(world.deskOf('ana').doc, idOf(draft))?.text).toBe('Nobody knew the runbook')
  })

  it('[SALVAGE2] merges a text that somebody else changed too, so that nobody’s words are lost', () => {
    const { ana, salvage, world, meanwhile } = offlineAna()
    ana.texts.entry('notes', 'deploys', 'text')?.edit({ index: 0, remove: 0, insert: 'Big ' })
    meanwhile((server) => textOf(server, 'notes', 'deploys', 'text')?.insert(17, ' evening'))

    salvage()

    expect(readEntry(world.room.doc, 'notes', 'deploys')?.text).toBe('Big Deploys on Friday evening')
  })

  it('[SALVAGE2] writes nothing that the server has already', () => {
    const { ana, salvage } = offlineAna()
    const action = ana.verbs.addAction({ title: 'Page on replication lag' })
    ana.send() // it arrived, but its acknowledgement did not

    const { leftOver, accepted, copies } = salvage()

    expect(leftOver).toEqual([])
    expect(accepted).toEqual(['nothing-new', 'nothing-new'])
    expect(readEntry(copies.board, 'actions', idOf(action))?.title).toBe('Page on replication lag')
  })

  it('[SALVAGE3] after a change of rights writes what I still may, and leaves the rest to me', () => {
    const { ana, salvage, world, meanwhile } = offlineAna()
    ana.texts.entry('notes', 'deploys', 'text')?.edit({ index: 0, remove: 0, insert: 'No ' })
    ana.verbs.setNoteTheme('deploys', 'process')
    meanwhile((server) => setFields(server, 'notes', 'deploys', { author: 'ben' }))

    const { leftOver, accepted } = salvage()

    expect(leftOver).toMatchObject([
      { because: 'not-the-author', difference: { what: 'text', after: 'No Deploys on Friday' } },
    ])
    expect(accepted).toEqual(['apply', 'nothing-new'])
    expect(readEntry(world.room.doc, 'notes', 'deploys')).toMatchObject({ text: 'Deploys on Friday', theme: 'process' })
  })

  it('[SALVAGE3] leaves everything to me once I only observe', () => {
    const { ana, salvage, meanwhile } = offlineAna()
    ana.verbs.addDraft({ section: 'lessons', text: 'Nobody knew the runbook' })
    ana.verbs.setAction('runbook', { owner: 'ana' })
    meanwhile((server) => setFields(server, 'people', 'ana', { role: 'observer' }))

    const { leftOver, accepted } = salvage()

    expect(leftOver.map((each) => each.because)).toEqual(['observer', 'observer'])
    expect(accepted).toEqual(['nothing-new', 'nothing-new'])
  })

  it('[SALVAGE3] leaves everything to me once I was removed', () => {
    const { ana, salvage, meanwhile } = offlineAna()
    ana.verbs.addAction({ title: 'Page on replication lag' })
    meanwhile((server) => setFields(server, 'people', 'ana', { left: 5 }))

    expect(salvage().leftOver.map((each) => each.because)).toEqual(['removed-from-board'])
  })

  it('[SALVAGE4] on a closed board writes what lives on, keeps the rest, and writes it when the board is reopened', () => {
    const { ana, salvage, world, meanwhile } = offlineAna()
    const draft = ana.verbs.addDraft({ section: 'lessons', text: 'Nobody knew the runbook' })
    ana.verbs.setAction('runbook', { owner: 'ana' })
    ana.texts.entry('notes', 'deploys', 'discussion')?.edit({ index: 0, remove: 0, insert: 'Freeze on Fridays' })
    meanwhile((server) => setFlat(server, 'session', close('closed')))

    const closed = salvage()

    expect(closed.leftOver.map((each) => each.because)).toEqual(['board-closed', 'board-closed'])
    expect(readEntry(world.room.doc, 'actions', 'runbook')?.owner).toBe('ana')
    meanwhile((server) => setFlat(server, 'session', close('open')))
    const reopened = salvage()
    expect(reopened.leftOver).toEqual([])
    expect(readDraft(world.deskOf('ana').doc, idOf(draft))?.text).toBe('Nobody knew the runbook')
    expect(readEntry(world.room.doc, 'notes', 'deploys')?.discussion).toBe('Freeze on Fridays')
  })

  it('[SALVAGE3] leaves to me what belongs to something a restored backup does not know', () => {
    const { ana, salvage, world } = offlineAna()
    ana.texts.entry('notes', 'deploys', 'discussion')?.edit({ index: 0, remove: 0, insert: 'Freeze on Fridays' })
    world.room.write((server) => server.getMap('notes').delete('deploys'))

    expect(salvage().leftOver).toMatchObject([
      { because: 'no-such-entry', difference: { root: 'notes', after: 'Freeze on Fridays' } },
    ])
  })

  it('[SALVAGE5] carries votes over, one key each', () => {
    const { ana, salvage, world } = offlineAna()
    ana.desk.getMap('ballots').set('round-1/note:deploys', 2)

    const { leftOver } = salvage()

    expect(leftOver).toEqual([])
    expect(readBallots(world.deskOf('ana').doc)).toEqual({ 'round-1/note:deploys': 2 })
  })

  it('[SALVAGE6] brings drafts of an earlier identity under new ids, and not its votes', () => {
    const { ana, changes } = offlineAna()
    ana.verbs.addDraft({ section: 'lessons', text: 'Nobody knew the runbook' })
    ana.desk.getMap('ballots').set('round-1/note:deploys', 2)
    ana.verbs.setReady('discuss', true)

    expect(underNewIdentity(changes(), () => 'fresh')).toMatchObject([
      { what: 'entry', root: 'drafts', id: 'fresh', values: { text: 'Nobody knew the runbook' } },
    ])
  })
})

describe('words that are not on the board', () => {
  it('[SALVAGE7] are listed with where they were written, and stay until their writer lets them go', () => {
    const storage = storageAlone()
    const { ana, salvage, meanwhile } = offlineAna()
    ana.verbs.addDraft({ section: 'lessons', text: 'Nobody knew the runbook' })
    ana.texts.entry('notes', 'deploys', 'discussion')?.edit({ index: 0, remove: 0, insert: 'Freeze on Fridays' })
    ana.verbs.setReady('discuss', true)
    meanwhile((server) => setFlat(server, 'session', close('closed')))
    const { leftOver, copies } = salvage()

    anasList(storage).keep(leftOver, copies)
    const afterReload = anasList(storage)

    expect(afterReload.list.get().map(({ where, text }) => ({ where, text }))).toEqual([
      { where: 'Note, “Deploys on Friday”, discussion', text: 'Freeze on Fridays' },
      { where: 'Note, Lessons', text: 'Nobody knew the runbook' },
    ])
    for (const { key } of afterReload.list.get()) afterReload.letGo(key)
    expect(anasList(storage).list.get()).toEqual([])
  })

  it('[SALVAGE7] are kept once, by their newest wording', () => {
    const { ana, salvage, meanwhile } = offlineAna()
    const text = ana.texts.entry('notes', 'deploys', 'discussion')
    meanwhile((server) => setFlat(server, 'session', close('closed')))
    const unsaved = anasList()
    for (const letter of ['Fre', 'eze']) {
      text?.edit({ index: text.read().length, remove: 0, insert: letter })
      const { leftOver, copies } = salvage()
      unsaved.keep(leftOver, copies)
    }

    expect(unsaved.list.get().map((each) => each.text)).toEqual(['Freeze'])
  })
})

function anasList(storage = storageAlone()) {
  return keepUnsaved({ storage, boardId: 'board', person: 'ana' })
}

function idOf(added: { readonly allowed: boolean; readonly value?: string }): string {
  return added.value ?? 'refused'
}
