import pg from 'pg'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { BoardAnswer } from '../../shared/api/boards.ts'
import { apiPaths } from '../../shared/api/paths.ts'
import { readEntries, readFlat } from '../../shared/document/read.ts'
import { createDraft, setFlat } from '../../shared/document/write.ts'
import { contentOf } from '../support/guarded-room.ts'
import { addTheme, labels } from '../support/labels.ts'
import type { PlainClient } from '../support/plain-client.ts'
import { servingNodes } from '../support/serving-nodes.ts'
import { Writer } from '../support/writer.ts'

const open = servingNodes()

/** How many wait for somebody else's lock. */
const waiting = async (client: pg.Client) => {
  const sql = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
  return (await client.query(sql)).rows[0].count
}

/** Writes under a client id that is not the client's own. */
const writesAs = ({ doc }: PlainClient, id: number, label: string) => {
  const own = doc.clientID
  doc.clientID = id
  addTheme(doc, label)
  doc.clientID = own
}

/** In step, and nothing is under way for them any more: what a server itself writes as they come is stored, too. */
const settled = (...clients: readonly PlainClient[]) =>
  Promise.all(clients.flatMap((client) => [client.synced(), client.saved()]))

/** So that a server that hears nothing of the others finds nothing in the store either, unless it writes. */
const looksLate = { lookMs: 60_000 }

/** Resolves once the connection of now has ended. */
const shutting = ({ provider }: PlainClient) => new Promise((resolve) => provider.once('connection-close', resolve))

/** Why the server wants no more of a client. */
const refusal = ({ provider }: PlainClient) =>
  new Promise((resolve) => provider.once('closed', ({ code, reason }) => resolve({ code, reason })))

describe('several servers on one database', () => {
  it('[NODES1] show everyone what was written on any of them, and lose nothing of it', async () => {
    const { nodes, fay, person } = await open(3)
    const people = [fay, await person('ana'), await person('ben')]
    const clients = people.map((one, n) => one.board({ origin: nodes[n]!.origin }))
    const writers = clients.map((client) => new Writer(client))
    await Promise.all(clients.map((client) => client.synced()))
    const writing = writers.map((writer, n) => writer.write(people[n]!.name))
    await Promise.all(clients.map((client) => client.sees((doc) => labels(doc).length >= 90)))
    for (const writer of writers) writer.stop()
    await Promise.all(writing)

    const said = writers.flatMap((writer) => writer.said).sort()
    await Promise.all(clients.map((client) => client.sees((doc) => labels(doc).length === said.length)))
    expect(clients.map(({ doc }) => labels(doc).sort())).toEqual([said, said, said])
    const [one, ...others] = clients.map(({ doc }) => contentOf(doc))
    expect(others).toEqual([one, one])
  })

  it('[NODES1] each answer as if they were one, though they hear nothing of each other: who joins at one is known at all', async () => {
    const { nodes, hub, fay, invites, id, send } = await open(3, looksLate)
    for (const { name } of nodes) hub.cut(name)
    const opened = await Promise.all(nodes.map((node) => send(fay, node, 'GET', apiPaths.board(id))))
    expect(opened.map(({ status }) => status)).toEqual([200, 200, 200])
    for (const [n, node] of nodes.entries()) {
      const joined = await fetch(`${node.origin}${apiPaths.join(id)}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ invite: invites.participant, name: `person ${n}` }),
      })
      const { me }: BoardAnswer = await joined.json()
      const cookie = joined.headers.get('Set-Cookie')!.split(';')[0]!
      const seen = await Promise.all(
        nodes.map(async ({ origin }) =>
          (await fetch(`${origin}${apiPaths.board(id)}`, { headers: { Cookie: cookie } })).json(),
        ),
      )
      expect(seen.map((answer: BoardAnswer) => answer.me)).toEqual([me, me, me])
    }
  })

  it('[NODES2] carry out a command once, however many of them are told at once', async () => {
    const { nodes, fay, command } = await open(3)
    const board = fay.board()
    await board.synced()
    const { agenda, phase } = readFlat(board.doc, 'session')
    const answers = await Promise.all(nodes.map((node) => command(fay, node, { type: 'phase.next', from: phase })))
    expect(answers.sort()).toEqual([200, 409, 409])
    const repeated = await Promise.all(nodes.map((node) => command(fay, node, { type: 'phase.next', id: 'again' })))
    expect(repeated).toEqual([200, 200, 200])
    await board.sees((doc) => readFlat(doc, 'session').phase === agenda[2]!.id)
    expect(readFlat(board.doc, 'session').visits.map((visit) => visit.phase)).toEqual(
      agenda.slice(0, 3).map(({ id }) => id),
    )
  })

  it('[NODES2] reveal what was handed in on any of them, each note once, and count votes once', async () => {
    const { nodes, fay, person, command } = await open(3)
    const people = [fay, await person('ana'), await person('ben')]
    const boards = people.map((one, n) => one.board({ origin: nodes[n]!.origin }))
    const desks = people.map((one, n) => one.desk({ origin: nodes[(n + 1) % 3]!.origin }))
    await Promise.all([...boards, ...desks].map((client) => client.synced()))
    const agenda = new Map(readFlat(boards[0]!.doc, 'session').agenda.map((item) => [item.kind, item.id]))

    const handIn = (n: number) => {
      for (const [d, { doc }] of desks.entries()) {
        createDraft(doc, `note-${n}-${d}`, { section: 'lessons', text: `words ${n} ${d}`, rank: 'a0' })
      }
    }
    handIn(0)
    const moved = nodes.map((node) => command(fay, node, { type: 'phase.go', phase: agenda.get('discuss')! }))
    handIn(1)
    expect(await Promise.all(moved)).toEqual([200, 200, 200])
    handIn(2)
    await Promise.all(boards.map((board) => board.sees((doc) => readEntries(doc, 'notes').length === 9)))
    const notes = readEntries(boards[1]!.doc, 'notes').map(({ text }) => text)
    expect(notes.sort()).toEqual([0, 1, 2].flatMap((n) => [0, 1, 2].map((d) => `words ${n} ${d}`)))

    await command(fay, nodes[1]!, { type: 'phase.go', phase: agenda.get('vote')! })
    await Promise.all(boards.map((board) => board.sees((doc) => readFlat(doc, 'session').round !== null)))
    const { round } = readFlat(boards[0]!.doc, 'session')
    for (const { doc } of desks) doc.getMap('ballots').set(`${round}/note:note-0-0`, 2)
    await Promise.all(desks.map((desk) => desk.saved()))
    const counted = await Promise.all(nodes.map((node) => command(fay, node, { type: 'round.close' })))
    expect(counted.sort()).toEqual([200, 409, 409])
    const isCounted = (doc: Y.Doc) => readEntries(doc, 'results')[0]?.closedAt !== null
    await Promise.all(boards.map((board) => board.sees(isCounted)))
    const results = boards.map(({ doc }) => readEntries(doc, 'results').map(({ cast, votes }) => ({ cast, votes })))
    const tally = [{ cast: 6, votes: { 'note:note-0-0': 6 } }]
    expect(results).toEqual([tally, tally, tally])
  })

  it('[NODES3] refuse nobody for what only another has heard of yet', async () => {
    const { nodes, hub, fay, person, command } = await open(2)
    const olga = await person('olga')
    const board = olga.board({ origin: nodes[1]!.origin })
    await board.synced()
    hub.cut(nodes[1]!.name)
    expect(await command(fay, nodes[0]!, { type: 'role.set', person: olga.id, role: 'participant' })).toBe(200)
    addTheme(board.doc, 'alerts')
    await board.saved()
    expect(labels(board.doc)).toEqual(['alerts'])
  })

  it('[NODES3] store nothing that the newest state refuses, and call it saved nowhere', async () => {
    const { nodes, hub, fay, person, command } = await open(2, looksLate)
    const [here, there] = [fay.board(), (await person('ana')).board({ origin: nodes[1]!.origin })]
    await settled(here, there)
    hub.cut(nodes[1]!.name)
    expect(await command(fay, nodes[0]!, { type: 'board.close' })).toBe(200)
    addTheme(there.doc, 'alerts')
    expect(await there.closed).toEqual({ code: 4500, reason: 'try-again' })
    expect(await refusal(there)).toEqual({ code: 4403, reason: 'board-closed' })
    hub.mend(nodes[1]!.name)
    const later = fay.board({ origin: nodes[1]!.origin })
    await later.synced()
    expect([labels(later.doc), readFlat(later.doc, 'session').status]).toEqual([[], 'closed'])
  })

  it('[NODES3] let a client id be of one person on all, and say each thing once', async () => {
    const { nodes, hub, person } = await open(2, looksLate)
    const [ana, ben] = [await person('ana'), await person('ben')]
    const origin = nodes[1]!.origin
    const [there, tab] = [ben.board({ origin }), ana.board({ origin })]
    await settled(there, tab)
    hub.cut(nodes[1]!.name)
    const writes = async (label: string) => {
      const here = ana.board()
      await here.synced()
      addTheme(here.doc, label)
      await here.saved()
      return here.doc.clientID
    }
    writesAs(there, await writes('alerts'), 'forged')
    expect(await there.closed).toEqual({ code: 4500, reason: 'try-again' })

    await tab.sees((doc) => labels(doc).length === 1)
    await tab.synced()
    writesAs(tab, await writes('deploys'), 'another')
    await shutting(tab)
    const later = ben.board({ origin })
    await later.synced()
    expect(labels(later.doc).sort()).toEqual(['alerts', 'deploys'])
  })

  it('[JOURNAL3] show nothing of what waits for its own commit beside what others have committed', async () => {
    const { nodes, hub, databaseUrl, fay, person } = await open(2, looksLate)
    const withId = (clientID: number) => Object.assign(new Y.Doc(), { clientID })
    const here = fay.board({ doc: withId(4_000_000_000) })
    const origin = nodes[1]!.origin
    const [there, onlooker] = [
      (await person('ana')).board({ origin, doc: withId(1000) }),
      (await person('ben')).board({ origin }),
    ]
    await settled(here, there, onlooker)
    hub.cut(nodes[1]!.name)
    setFlat(here.doc, 'incident', { severity: 'SEV-1' })
    await here.saved()
    const other = new pg.Client(databaseUrl)
    await other.connect()
    await other.query('BEGIN; SELECT * FROM boards FOR UPDATE')
    setFlat(there.doc, 'incident', { severity: 'SEV-2' })
    await vi.waitFor(async () => expect(await waiting(other)).toBe(1), 10_000)
    hub.mend(nodes[1]!.name)
    const severity = (doc: Y.Doc) => readFlat(doc, 'incident').severity
    await onlooker.sees((doc) => severity(doc) === 'SEV-1')
    expect(onlooker.doc.store.pendingDs).toBeNull()
    await other.end()
    await there.saved()
    expect([here, there, onlooker].map(({ doc }) => severity(doc))).toEqual(['SEV-1', 'SEV-1', 'SEV-1'])
  })

  it('[NODES5] send away at once whom one of them was told to remove', async () => {
    const { nodes, fay, person, command } = await open(3)
    const ana = await person('ana')
    const [board, desk] = [ana.board({ origin: nodes[1]!.origin }), ana.desk({ origin: nodes[2]!.origin })]
    await Promise.all([board.synced(), desk.synced()])
    expect(await command(fay, nodes[0]!, { type: 'person.remove', person: ana.id })).toBe(200)
    const removedAt = performance.now()
    expect(await Promise.all([board.closed, desk.closed])).toEqual([
      { code: 4409, reason: 'removed' },
      { code: 4409, reason: 'removed' },
    ])
    expect(performance.now() - removedAt).toBeLessThan(1000)
  })

  it('[NODES5] send everyone away from a board that one of them was told to delete', async () => {
    const { nodes, fay, id, send } = await open(2)
    const board = fay.board({ origin: nodes[1]!.origin })
    await board.synced()
    expect((await send(fay, nodes[0]!, 'DELETE', apiPaths.board(id))).status).toBe(204)
    const deletedAt = performance.now()
    expect(await board.closed).toEqual({ code: 4404, reason: 'no-such-board' })
    expect(performance.now() - deletedAt).toBeLessThan(1000)
  })

  it('[NODES4] that hear nothing of each other are late, and miss nothing', async () => {
    const { nodes, hub, fay, person } = await open(2, { lookMs: 300 })
    const ana = await person('ana')
    const [here, there] = [fay.board(), ana.board({ origin: nodes[1]!.origin })]
    await Promise.all([here.synced(), there.synced()])
    hub.cut(nodes[1]!.name)
    addTheme(here.doc, 'deploys')
    addTheme(there.doc, 'alerts')
    await Promise.all([here.sees((doc) => labels(doc).length === 2), there.sees((doc) => labels(doc).length === 2)])
    addTheme(here.doc, 'rollbacks')
    await here.saved()
    hub.mend(nodes[1]!.name)
    await there.sees((doc) => labels(doc).length === 3)
    expect(labels(there.doc).sort()).toEqual(['alerts', 'deploys', 'rollbacks'])
  })
})
