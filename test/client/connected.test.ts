import { afterEach, describe, expect, it, vi } from 'vitest'
import type { BoardSession } from '../../client/session/board-session.ts'
import { leftBehind } from '../../client/session/left-behind.ts'
import { type ConnectedBoard, connectedBoard } from '../support/connected.ts'
import { reached } from '../support/reached.ts'

let board: ConnectedBoard | undefined

async function aBoard(): Promise<ConnectedBoard> {
  board = await connectedBoard()
  return board
}

afterEach(async () => {
  await board?.close()
  board = undefined
})

const saved = ({ saved }: BoardSession) => reached(saved, ({ state }) => state === 'saved')
const titles = ({ view }: BoardSession) => [...view.entries.actions.all.get().values()].map(({ title }) => title).sort()

describe('a connected board', () => {
  it('[CLIENT1] says saved only once the server has it, and others get it', async () => {
    const { joined } = await aBoard()
    const [ana, ben] = [await joined('Ana'), await joined('Ben')]
    const [anas, bens] = [await ana.open(), await ben.open()]
    await saved(anas)

    anas.verbs.addAction({ title: 'Page on replication lag' })

    expect(anas.saved.get().state).toBe('saving')
    await saved(anas)
    await reached(bens.view.entries.actions.all, (actions) => actions.size === 1)
    expect(titles(bens)).toEqual(['Page on replication lag'])
  })

  it('[CLIENT1] does not call saved what was written while the connection was closing', async () => {
    const { joined } = await aBoard()
    const ana = await joined('Ana')
    const anas = await ana.open()
    await saved(anas)

    ana.cut() // the browser hears of it later
    anas.verbs.addAction({ title: 'Page on replication lag' })

    expect(anas.saved.get().state).not.toBe('saved')
  })

  it('[CLIENT2] counts what waits while offline, over a reload, and brings it back once', async () => {
    const { joined } = await aBoard()
    const [ana, ben] = [await joined('Ana'), await joined('Ben')]
    const [first, bens] = [await ana.open(), await ben.open()]
    await saved(first)
    ana.cut()
    first.verbs.addAction({ title: 'Page on replication lag' })
    first.verbs.addDraft({ section: 'lessons', text: 'Nobody knew the runbook' })
    expect(await reached(first.saved, (sign) => sign.state === 'offline' && sign.waiting === 2)).toBeDefined()
    await first.close()

    const second = await ana.open()
    ana.pass(6000)
    expect(await reached(second.saved, (sign) => sign.state === 'unreachable')).toEqual({
      state: 'unreachable',
      waiting: 2,
      keepsCopy: true,
    })
    ana.mend()
    await saved(second)

    await reached(bens.view.entries.actions.all, (actions) => actions.size === 1)
    expect(titles(bens)).toEqual(['Page on replication lag'])
    expect([...second.view.drafts.all.get().values()].map(({ text }) => text)).toEqual(['Nobody knew the runbook'])
  })

  it('[CLIENT4] carries on without a reload when the server was restarted', async () => {
    const { joined, restart } = await aBoard()
    const ana = await (await joined('Ana')).open()
    await saved(ana)

    await restart()
    ana.verbs.addAction({ title: 'Page on replication lag' })
    await saved(ana)

    expect(titles(await (await joined('Ben')).open())).toEqual(['Page on replication lag'])
  })

  it('[CLIENT7] shows who is here, and what the server says of how far they are', async () => {
    const { joined } = await aBoard()
    const [ana, ben] = [await joined('Ana'), await joined('Ben')]
    const [anas, bens] = [await ana.open(), await ben.open()]

    anas.presence.set({ editing: 'field:summary' })

    const { byPerson } = await reached(
      bens.presence.everyone,
      (everyone) => everyone.byPerson.get(ana.me.id)?.editing === 'field:summary' && everyone.server !== undefined,
    )
    expect([...byPerson.keys()].sort()).toEqual([ana.me.id, ben.me.id].sort())
  })

  it('[CLIENT16] sends on nothing of what it received, neither changes nor presence', async () => {
    const { joined } = await aBoard()
    const [ana, ben] = [await joined('Ana'), await joined('Ben')]
    const [anas, bens] = [await ana.open(), await ben.open()]
    await Promise.all([saved(anas), saved(bens)])
    const here = () => reached(anas.presence.everyone, ({ byPerson }) => byPerson.has(ben.me.id))
    await here()
    const before = ana.sent()

    bens.presence.set({ at: 'lessons' })
    await reached(anas.presence.everyone, ({ byPerson }) => byPerson.get(ben.me.id)?.at === 'lessons')
    bens.verbs.addAction({ title: 'Page on replication lag' })
    await reached(anas.view.entries.actions.all, (actions) => actions.size === 1)
    await saved(anas)

    expect(ana.sent()).toBe(before)
  })

  it('[CLIENT8] goes on in memory where the browser keeps nothing, and says so', async () => {
    const { joined } = await aBoard()
    const ana = await joined('Ana')
    ana.forbidDatabases()
    const anas = await ana.open()
    anas.verbs.addAction({ title: 'Page on replication lag' })

    expect(await saved(anas)).toEqual({ state: 'saved', keepsCopy: false })
  })

  it('[CLIENT9] knows the server’s clock, whatever this device’s says', async () => {
    const { joined } = await aBoard()
    const ana = await joined('Ana')
    ana.pass(-3_600_000)
    const anas = await ana.open()
    await anas.clock.measure()

    expect(Math.abs(anas.clock.now() - Date.now())).toBeLessThan(500)
  })

  it('[CLIENT10] asks for the next phase once, however often it is pressed', async () => {
    const { fay } = await aBoard()
    const session = await fay.open()
    await saved(session)
    const [from, to] = session.view.session.get().agenda

    const answers = await Promise.all([
      session.command({ type: 'phase.next' }),
      session.command({ type: 'phase.next' }),
    ])

    expect(answers.filter((answer) => answer.allowed)).toHaveLength(1)
    await reached(session.view.session, ({ phase }) => phase !== from?.id)
    expect(session.view.session.get().phase).toBe(to?.id)
  })
})

describe('a board that does not take my copy any more', () => {
  it('[SALVAGE8] because it was closed: takes what lives on, lists the rest, and takes that once it is reopened', async () => {
    const { joined, fay } = await aBoard()
    const ana = await joined('Ana')
    const anas = await ana.open()
    await saved(anas)
    ana.cut()
    anas.verbs.addAction({ title: 'Page on replication lag' })
    anas.verbs.addTheme('Runbooks')
    await fay.command({ type: 'board.close' })

    ana.mend()
    const words = await reached(anas.unsaved.list, (list) => list.length > 0)
    await saved(anas)

    expect(words).toMatchObject([{ where: 'Theme', text: 'Runbooks', because: 'board-closed' }])
    expect(titles(anas)).toEqual(['Page on replication lag'])
    await fay.command({ type: 'board.reopen' })
    await reached(anas.view.session, ({ status }) => status === 'open')
    anas.unsaved.tryAgain()
    expect(anas.unsaved.list.get()).toEqual([])
    expect([...anas.view.entries.themes.all.get().values()].map(({ label }) => label)).toEqual(['Runbooks'])
    await saved(anas)
  })

  it('[SALVAGE8] because I only observe now: shows the server’s copy, and lists what I wrote', async () => {
    const { joined, fay } = await aBoard()
    const ana = await joined('Ana')
    const anas = await ana.open()
    await saved(anas)
    ana.cut()
    anas.verbs.addAction({ title: 'Page on replication lag' })
    await fay.command({ type: 'role.set', person: ana.me.id, role: 'observer' })

    ana.mend()
    const words = await reached(anas.unsaved.list, (list) => list.length > 0)
    await saved(anas)

    expect(words).toMatchObject([
      { text: 'Page on replication lag\npriority: medium\nstatus: not-started', because: 'observer' },
    ])
    expect(titles(anas)).toEqual([])
  })

  it('[SALVAGE9] because I was removed: says so, offers my words, and keeps no copy', async () => {
    const { joined, fay } = await aBoard()
    const ana = await joined('Ana')
    const anas = await ana.open()
    await saved(anas)
    ana.cut()
    anas.verbs.addDraft({ section: 'lessons', text: 'Nobody knew the runbook' })
    await fay.command({ type: 'person.remove', person: ana.me.id })

    ana.mend()

    expect(await reached(anas.saved, ({ state }) => state === 'refused')).toMatchObject({
      because: 'removed-from-board',
    })
    expect(anas.unsaved.list.get()).toMatchObject([{ text: 'Nobody knew the runbook', because: 'removed-from-board' }])
    await vi.waitUntil(async () => !(await indexedDB.databases()).some(({ name }) => name?.includes(ana.me.id)))
  })

  it('[SALVAGE9] because I was removed while the page was closed: offers my words all the same, until I forget them', async () => {
    const { id, joined, fay } = await aBoard()
    const ana = await joined('Ana')
    const anas = await ana.open()
    await saved(anas)
    ana.cut()
    anas.verbs.addDraft({ section: 'lessons', text: 'Nobody knew the runbook' })
    await anas.close()
    await fay.command({ type: 'person.remove', person: ana.me.id })

    const found = await leftBehind(id, 'removed-from-board', ana.environment)
    expect(found.words).toMatchObject([{ text: 'Nobody knew the runbook', because: 'removed-from-board' }])
    await found.forget()

    expect((await leftBehind(id, 'removed-from-board', ana.environment)).words).toEqual([])
    expect((await indexedDB.databases()).filter(({ name }) => name?.includes(id) && name.includes(ana.me.id))).toEqual(
      [],
    )
  })

  it('[SALVAGE10] because the server was restored from a backup: sends nothing of the old copy, and writes mine again', async () => {
    const { joined } = await aBoard()
    const [ana, ben] = [await joined('Ana'), await joined('Ben')]
    const anas = await ana.open()
    await saved(anas)
    ana.cut()
    anas.verbs.addAction({ title: 'Page on replication lag' })
    ana.restored('another-epoch')

    ana.mend()
    await reached(anas.saved, (sign) => sign.state === 'refused')
    await saved(anas)

    expect(titles(anas)).toEqual(['Page on replication lag'])
    expect(titles(await ben.open())).toEqual(['Page on replication lag'])
  })

  it('[SALVAGE10] also where that happened while the page was closed', async () => {
    const { joined } = await aBoard()
    const ana = await joined('Ana')
    const before = await ana.open()
    await saved(before)
    ana.cut()
    before.verbs.addAction({ title: 'Page on replication lag' })
    await before.close()

    ana.restored('another-epoch')
    ana.mend()
    const after = await ana.open()
    await reached(after.view.entries.actions.all, (actions) => actions.size === 1)
    await saved(after)

    expect(titles(after)).toEqual(['Page on replication lag'])
  })

  it('[SALVAGE6] because I am somebody else in this browser now: what I had not sent becomes theirs', async () => {
    const { joined, invites } = await aBoard()
    const browser = await joined('Ana')
    const before = await browser.open()
    await saved(before)
    browser.cut()
    before.verbs.addDraft({ section: 'lessons', text: 'Nobody knew the runbook' })
    await before.close()

    browser.mend()
    browser.forget()
    await browser.join(invites.participant, 'Ana again')
    const after = await browser.open()
    await reached(after.view.drafts.all, (drafts) => drafts.size === 1)

    expect([...after.view.drafts.all.get().values()].map(({ text }) => text)).toEqual(['Nobody knew the runbook'])
    await saved(after)
  })
})
