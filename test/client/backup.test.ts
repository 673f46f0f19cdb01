import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardSession } from '../../client/session/board-session.ts'
import { keptCopy } from '../../client/session/kept-copy.ts'
import { type ConnectedBoard, connectedBoard } from '../support/connected.ts'
import { reached } from '../support/reached.ts'

type Tabs = readonly BoardSession[]

const saved = ({ saved }: BoardSession) => reached(saved, ({ state }) => state === 'saved')
const inOrder = async (tabs: Tabs) => {
  await Promise.all(tabs.map(({ restored }) => reached(restored, (count) => count !== null)))
  await Promise.all(tabs.map(saved))
}
const titles = ({ view }: BoardSession) => [...view.entries.actions.all.get().values()].map(({ title }) => title).sort()
const notes = ({ view }: BoardSession) =>
  [...view.entries.notes.all.get().values()].map(({ text, author, theme }) => ({ text, author, theme }))
const byText = (a: { text: string }, b: { text: string }) => (a.text < b.text ? -1 : 1)
const write = (tab: BoardSession, text: string) => tab.verbs.addDraft({ section: 'lessons', text })
const noted = (tab: BoardSession, count: number) => reached(tab.view.entries.notes.all, ({ size }) => size === count)
const summary = ({ view }: BoardSession) => view.incident.get().summary

describe('a server that came back from a backup', () => {
  let board: ConnectedBoard
  let ana: Awaited<ReturnType<ConnectedBoard['joined']>>
  let ben: typeof ana
  let fays: BoardSession
  let anas: BoardSession
  let bens: BoardSession

  beforeEach(async () => {
    board = await connectedBoard()
    ana = await board.joined('Ana')
    ben = await board.joined('Ben')
    fays = await board.fay.open()
    anas = await ana.open()
    bens = await ben.open()
    const phase = fays.view.session.get().agenda.find(({ kind }) => kind === 'discuss')!.id
    await board.fay.command({ type: 'phase.go', phase })
    await everybodySaved()
  })
  afterEach(() => board.close())
  const everybodySaved = () => Promise.all([fays, anas, bens].map(saved))

  it('[SALVAGE11] has everything back that its people had seen, once, when all of them return at one moment', async () => {
    anas.verbs.addAction({ title: 'Page on replication lag' })
    const before = [...(await reached(bens.view.entries.actions.all, ({ size }) => size === 1)).keys()][0]!
    await saved(anas)
    await board.backUp()

    anas.verbs.addAction({ title: 'Drill the failover' })
    anas.verbs.setAction(before, { status: 'complete' })
    write(anas, 'Nobody knew the runbook')
    write(bens, 'The alert came late')
    await noted(fays, 2)
    const runbooks = bens.verbs.addTheme('Runbooks')
    const [note] = [...fays.view.entries.notes.all.get().values()].filter(({ text }) => text.startsWith('Nobody'))
    await Promise.all([anas, bens].map(saved))
    await reached(fays.view.entries.themes.all, ({ size }) => size === 1)
    fays.verbs.setNoteTheme(note!.id, runbooks.allowed ? runbooks.value : null)
    await saved(fays)
    await reached(bens.view.entries.notes.all, (all) => all.get(note!.id)?.theme != null)
    await reached(anas.view.entries.notes.all, (all) => all.get(note!.id)?.theme != null)

    await board.restore()
    await inOrder([fays, anas, bens])
    await Promise.all([fays, anas, bens].map((tab) => noted(tab, 2)))
    await Promise.all(
      [fays, anas, bens].map((tab) => reached(tab.view.entries.notes.all, (all) => all.get(note!.id)?.theme != null)),
    )

    for (const tab of [fays, anas, bens]) {
      expect(titles(tab)).toEqual(['Drill the failover', 'Page on replication lag'])
      expect(tab.view.entries.actions.entry(before).get()?.status).toBe('complete')
      expect(notes(tab).sort(byText)).toEqual([
        { text: 'Nobody knew the runbook', author: ana.me.id, theme: runbooks.allowed && runbooks.value },
        { text: 'The alert came late', author: ben.me.id, theme: null },
      ])
      expect([...tab.view.entries.themes.all.get().values()].map(({ label }) => label)).toEqual(['Runbooks'])
      await reached(tab.unsaved.list, ({ length }) => length === 0)
    }
  })

  it('[SALVAGE11] keeps what somebody changed on it since, and lists letters for a person to put back', async () => {
    const added = anas.verbs.addAction({ title: 'Page on replication lag' })
    const action = added.allowed ? added.value : ''
    anas.texts.incident('summary')?.edit({ index: 0, remove: 0, insert: 'A primary went away.' })
    await reached(bens.view.incident, ({ summary }) => summary !== '')
    await saved(anas)
    await board.backUp()
    anas.verbs.setAction(action, { owner: 'Ana', priority: 'high' })
    anas.texts.incident('summary')?.edit({ index: 20, remove: 0, insert: ' Nobody was paged.' })
    await reached(bens.view.incident, ({ summary }) => summary.includes('paged'))
    await reached(bens.view.entries.actions.all, (all) => all.get(action)?.owner === 'Ana')
    await saved(anas)
    for (const away of [anas, bens, fays]) await away.close()

    await board.restore()
    const carl = await (await board.joined('Carl')).open()
    await saved(carl)
    carl.verbs.setAction(action, { owner: 'Carl' })
    await saved(carl)
    const back = await ben.open()
    await reached(back.unsaved.list, (list) => list.length > 0)
    await saved(back)

    expect(back.view.entries.actions.entry(action).get()).toMatchObject({ owner: 'Carl', priority: 'high' })
    expect(summary(back)).toBe('A primary went away.')
    expect(back.unsaved.list.get()).toMatchObject([
      { where: 'Incident record, summary', text: 'A primary went away. Nobody was paged.', because: 'not-in-backup' },
    ])
    back.unsaved.tryAgain()
    expect(back.unsaved.list.get()).toEqual([])
    await reached(carl.view.incident, ({ summary }) => summary === 'A primary went away. Nobody was paged.')
  })

  it('[SALVAGE12] lists a note for those who saw it, until its author brings it back', async () => {
    await board.backUp()
    write(bens, 'The alert came late')
    await noted(anas, 1)
    await bens.close()

    await board.restore()
    await inOrder([fays, anas])
    expect(anas.unsaved.list.get()).toMatchObject([
      { where: 'Note by Ben, Lessons learned', text: 'The alert came late', because: 'not-in-backup' },
    ])
    const back = await ben.open()
    await noted(anas, 1)
    await reached(anas.unsaved.list, (list) => list.length === 0)
    expect(back.unsaved.list.get()).toEqual([])
    expect(notes(anas)).toEqual([{ text: 'The alert came late', author: ben.me.id, theme: null }])
  })

  it('[SALVAGE12] leaves a note in the bin that was there', async () => {
    await board.backUp()
    write(bens, 'The alert came late')
    const [id] = [...(await noted(bens, 1)).keys()]
    bens.verbs.removeEntry('notes', id!)
    await saved(bens)

    await board.restore()
    await inOrder([bens])
    expect(notes(bens)).toEqual([])
    expect(bens.view.drafts.entry(id!).get()?.removed).toMatchObject({ by: ben.me.id })
  })

  it('[SALVAGE13] that never had the review: says so, deletes nothing, and gives the copy away', async () => {
    await board.restoreNothing()
    expect(await reached(anas.saved, ({ state }) => state === 'refused')).toMatchObject({ because: 'not-in-backup' })
    await anas.close()

    expect((await keptCopy(board.id, ana.environment))?.session.title).toBe('Deploys stopped')
  })

  it('[SALVAGE13] that had not seen me join: says so, and has my words back once I have joined again', async () => {
    await board.backUp()
    const carl = await board.joined('Carl')
    const carls = await carl.open()
    await saved(carls)
    write(carls, 'The alert came late')
    await noted(carls, 1)
    await saved(carls)

    await board.restore()
    expect(await reached(carls.saved, ({ state }) => state === 'refused')).toMatchObject({
      because: 'joined-after-backup',
    })
    await carls.close()
    await carl.join(board.invites.participant, 'Carl')
    const back = await carl.open()
    await noted(back, 1)
    expect(notes(back)).toEqual([{ text: 'The alert came late', author: carl.me.id, theme: null }])
    expect((await keptCopy(board.id, carl.environment))?.notes).toHaveLength(1)
  })
})
