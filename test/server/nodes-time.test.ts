import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { readEntry, readFlat } from '../../shared/document/read.ts'
import { fastClock } from '../support/fast-clock.ts'
import { servingNodes } from '../support/serving-nodes.ts'

const times = 30
const clock = fastClock(times)
const seconds = (count: number) => (count * 1000) / times

const open = servingNodes(clock)

const hands = (doc: Y.Doc) => (readFlat(doc, 'session').hands ?? []).map(({ what }) => what)

describe('several servers, as time goes by', () => {
  it('[NODES7] let a deputy take over once, and give back once, wherever everybody is connected', async () => {
    const { nodes, fay, person, command } = await open(3)
    const [ana, ben] = [await person('ana'), await person('ben')]
    const lead = fay.board({ origin: nodes[0]!.origin })
    const tab = fay.board({ origin: nodes[1]!.origin })
    const deputy = ana.board({ origin: nodes[1]!.origin })
    const other = ben.board({ origin: nodes[2]!.origin })
    await Promise.all([lead, tab, deputy, other].map((client) => client.synced()))
    await command(fay, nodes[2]!, { type: 'deputy.set', person: ana.id, afterSeconds: 10 })
    lead.close()
    await pause(seconds(30))
    expect(hands(other.doc)).toEqual([])
    tab.close()
    await other.sees((doc) => readEntry(doc, 'people', ana.id)?.role === 'facilitator')
    const back = fay.board({ origin: nodes[2]!.origin })
    await other.sees((doc) => readEntry(doc, 'people', ana.id)?.role === 'participant')
    await back.synced()
    await pause(seconds(15))
    expect(hands(other.doc)).toEqual(['took-over', 'gave-back'])
  })

  it('[NODES7] let no deputy take over where one hears nothing of the others', async () => {
    const { nodes, hub, fay, person, command } = await open(2)
    const ana = await person('ana')
    const lead = fay.board({ origin: nodes[0]!.origin })
    const deputy = ana.board({ origin: nodes[1]!.origin })
    await Promise.all([lead.synced(), deputy.synced()])
    await command(fay, nodes[0]!, { type: 'deputy.set', person: ana.id, afterSeconds: 10 })
    hub.cut(nodes[1]!.name)
    await pause(seconds(40))
    hub.mend(nodes[1]!.name)
    await pause(seconds(20))
    expect(hands(lead.doc)).toEqual([])
    lead.close()
    await deputy.sees((doc) => hands(doc).includes('took-over'))
  })

  it('[NODES7] end a phase whose time is up once, whether the board is open on some of them or on none', async () => {
    const { nodes, fay, command } = await open(3)
    const board = fay.board({ origin: nodes[0]!.origin })
    await board.synced()
    const { agenda } = readFlat(board.doc, 'session')
    const due = (from: number) =>
      agenda.map((item, n) => (n < 2 ? { ...item, auto: true, endsAt: clock.now() + (from + n * 20) * 1000 } : item))
    expect(await command(fay, nodes[0]!, { type: 'agenda.set', agenda: due(20) })).toBe(200)
    await board.sees((doc) => readFlat(doc, 'session').phase === agenda[1]!.id)
    board.close()
    await pause(seconds(45))
    const later = fay.board({ origin: nodes[2]!.origin })
    await later.synced()
    expect(readFlat(later.doc, 'session').visits.map(({ phase }) => phase)).toEqual(
      agenda.slice(0, 3).map(({ id }) => id),
    )
  })
})
