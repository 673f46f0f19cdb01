import { afterEach, describe, expect, it } from 'vitest'
import type { BoardSession } from '../../client/session/board-session.ts'
import { partedAfter } from '../../client/session/salvage/left-out.ts'
import { roomLimits } from '../../server/limits.ts'
import type { RoomLimits } from '../../server/rooms/limits.ts'
import { type ConnectedBoard, connectedBoard } from '../support/connected.ts'
import { reached } from '../support/reached.ts'
import { openPlainBoard } from '../support/world.ts'

let board: ConnectedBoard | undefined

async function aBoard(limits: Partial<RoomLimits>): Promise<ConnectedBoard> {
  board = await connectedBoard({}, { roomLimits: { ...roomLimits, ...limits } })
  return board
}

afterEach(async () => {
  await board?.close()
  board = undefined
})

const saved = ({ saved }: BoardSession) => reached(saved, ({ state }) => state === 'saved')
const isFull = ({ presence }: BoardSession) => reached(presence.everyone, ({ server }) => server?.full === true)
const labels = ({ view }: BoardSession) => [...view.entries.themes.all.get().values()].map(({ label }) => label)

describe('a full board', () => {
  it('[PRESSURE15] says so, lists the words that it does not take, and takes what was moved with them', async () => {
    const { joined } = await aBoard({ boardBytes: 100_000 })
    const [ana, ben] = [await joined('Ana'), await joined('Ben')]
    const [anas, bens] = [await ana.open(), await ben.open()]
    await Promise.all([saved(anas), saved(bens)])
    anas.verbs.addTheme('Alerts')
    await reached(bens.view.entries.themes.all, (themes) => themes.size === 1)
    ben.cut()
    anas.texts.incident('appendix')?.edit({ index: 0, remove: 0, insert: 'x'.repeat(101_000) })
    await isFull(anas)

    bens.verbs.addTheme('Runbooks')
    bens.verbs.removeEntry('themes', [...bens.view.entries.themes.all.get().keys()][0] ?? '')
    ben.mend()

    const words = await reached(bens.unsaved.list, (list) => list.length > 0)
    await saved(bens)
    await isFull(bens)
    expect(words).toMatchObject([{ where: 'Theme', text: 'Runbooks', because: 'board-full' }])
    expect(labels(bens)).toEqual(['Alerts'])
    const [theme] = (
      await reached(anas.view.entries.themes.all, (all) => [...all.values()].some((each) => each.removed))
    ).values()
    expect(theme?.removed?.by).toBe(ben.me.id)
  })

  it.each([
    ['board-full', ['theme', 'longer', 'draft']],
    ['desk-full', ['draft']],
    ['too-many-entries', ['theme', 'draft']],
  ] as const)('[PRESSURE15] keeps from being written again what takes room: %s', (why, kept) => {
    const on = { document: 'board', root: 'themes', field: 'label' } as const
    const changes = [
      { what: 'entry', document: 'board', root: 'themes', id: 'theme', values: { label: 'Alerts' } },
      { what: 'text', ...on, id: 'longer', before: 'Alert', after: 'Alerts' },
      { what: 'text', ...on, id: 'shorter', before: 'Alerts', after: 'Alert' },
      { what: 'value', ...on, id: 'moved', field: 'rank', before: 'a0', after: 'a1' },
      { what: 'value', document: 'desk', root: 'ballots', id: null, field: 'r/note:moved', after: 1 },
      { what: 'entry', document: 'desk', root: 'drafts', id: 'draft', values: { text: 'Late' } },
    ] as const
    const { again, left } = partedAfter(why, false)(changes)
    expect(left.map(({ difference }) => difference.id)).toEqual(kept)
    expect(new Set(left.map(({ because }) => because))).toEqual(new Set([why]))
    expect(again).toHaveLength(changes.length - kept.length)
    expect(partedAfter(why, true)(changes)).toMatchObject({ again: [], left: changes.map(() => ({ because: why })) })
  })
})

describe('somebody for whom there is no room', () => {
  it('[PRESSURE16] is told that it is one tab too many, and comes in once another is closed', async () => {
    const { joined } = await aBoard({ connectionsPerPerson: 2 })
    const ana = await joined('Ana')
    const first = await ana.open()
    await saved(first)

    const second = await ana.open()
    expect(await reached(second.saved, ({ state }) => state === 'turned-away')).toMatchObject({
      because: 'too-many-connections',
      waiting: 0,
    })
    await first.close()
    await saved(second)
  })

  it('[PRESSURE16] is told that the server is full, and comes in once it is not', async () => {
    const { joined, origin } = await aBoard({ boards: 1 })
    const ana = await joined('Ana')
    const anas = await ana.open()
    await saved(anas)
    ana.cut()
    await reached(anas.saved, ({ state }) => state !== 'saved')
    const other = await openPlainBoard(origin)
    await other.fay.board().synced()
    ana.mend()

    expect(await reached(anas.saved, ({ state }) => state === 'turned-away')).toMatchObject({ because: 'too-busy' })
    other.hangUp()
    await saved(anas)
  })
})
