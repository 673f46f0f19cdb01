import { describe, expect, it } from 'vitest'
import { isServerPresence, type Presence, type ServerPresence } from '../../shared/protocol/presence.ts'
import { addTheme } from '../support/labels.ts'
import type { PlainClient } from '../support/plain-client.ts'
import { servingNodes } from '../support/serving-nodes.ts'

const open = servingNodes()

interface Shown {
  readonly server: ServerPresence
  readonly states: readonly Presence[]
}

/** Resolves once this is what a client is shown of everybody. */
const shows = ({ provider: { awareness } }: PlainClient, isSo: (shown: Shown) => boolean) =>
  new Promise<void>((resolve) => {
    const look = () => {
      const states: unknown[] = [...awareness.getStates().values()]
      const server = states.find(isServerPresence)
      const others = states.filter((state) => !isServerPresence(state)).map((state) => state as Presence)
      if (server === undefined || !isSo({ server, states: others })) return
      awareness.off('change', look)
      resolve()
    }
    awareness.on('change', look)
    look()
  })

const isSame = (a: Presence, b: Presence) => a.person === b.person && a.at === b.at && a.hand === b.hand

describe('who is here over several servers', () => {
  it('[NODES6] show on each who is on any of them, and what they do', async () => {
    const { nodes, fay, person } = await open(3)
    const people = [fay, await person('ana'), await person('ben')]
    const boards = people.map((one, n) => one.board({ origin: nodes[n]!.origin }))
    await Promise.all(boards.map((board) => board.synced()))
    boards[1]!.provider.awareness.setLocalState({ at: 'lessons', hand: 1 })
    const ana = { person: people[1]!.id, at: 'lessons', hand: 1 }
    for (const board of boards) {
      await shows(board, ({ server }) => server.here.length === 3 && server.hands?.includes(ana.person) === true)
    }
    await shows(boards[2]!, ({ states }) => states.some((state) => isSame(state, ana)))
    boards[1]!.close()
    await shows(boards[2]!, ({ server, states }) => server.here.length === 2 && !states.some((one) => isSame(one, ana)))
  })

  it('[NODES6] count a person’s connections over all of them', async () => {
    const { nodes, fay, person } = await open(2, { connectionsPerPerson: 1 })
    const ana = await person('ana')
    const [here, there] = [fay.board(), ana.board({ origin: nodes[1]!.origin })]
    await Promise.all([here.synced(), there.synced()])
    await shows(here, ({ server }) => server.here.includes(ana.id))
    const second = ana.board({ origin: nodes[0]!.origin })
    expect(await second.closed).toEqual({ code: 4529, reason: 'too-many-connections' })
  })

  it('[NODES10] say on one that hears nothing of the others that these come late, and save there as ever', async () => {
    const { nodes, hub, fay } = await open(2, { beatMs: 200 })
    const here = fay.board()
    await here.synced()
    await shows(here, ({ server }) => server.late === undefined)
    hub.cut(nodes[0]!.name)
    await shows(here, ({ server }) => server.late === true)
    addTheme(here.doc, 'Drills')
    await here.saved()
    hub.mend(nodes[0]!.name)
    await shows(here, ({ server }) => server.late === undefined)
  })

  it('[NODES6] forget who was on one that died', async () => {
    const { nodes, hub, fay, person } = await open(2, { beatMs: 200 })
    const [here, there] = [fay.board(), (await person('ana')).board({ origin: nodes[1]!.origin })]
    await Promise.all([here.synced(), there.synced()])
    await shows(here, ({ server }) => server.here.length === 2)
    hub.cut(nodes[1]!.name)
    await shows(here, ({ server }) => server.here.length === 1)
  })
})
