import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { encodeAwareness } from '../../shared/protocol/awareness.ts'
import { encodeFrame } from '../../shared/protocol/frames.ts'
import type { PlainClient } from '../support/plain-client.ts'
import { openPlainBoard, openWorld, type World } from '../support/world.ts'

let world: World

beforeEach(async () => {
  world = await openWorld({ body: { notes: [{ id: 'deploys', section: 'lessons', text: 'Deploys stopped' }] } })
})

afterEach(() => world.close())

/** As any program would write an entry, which knows the documents and none of our code. */
function write(doc: Y.Doc, root: string, id: string, values: object, texts: Readonly<Record<string, string>>): void {
  const fields = [...Object.entries(values), ...Object.entries(texts).map(([name, text]) => [name, new Y.Text(text)])]
  doc.transact(() => doc.getMap(root).set(id, new Y.Map(fields as [string, unknown][])))
}

function entry(doc: Y.Doc, root: string, id: string): Y.Map<unknown> {
  return doc.getMap<Y.Map<unknown>>(root).get(id)!
}

const draft = (client: PlainClient, id: string, text: string) =>
  write(client.doc, 'drafts', id, { section: 'lessons', rank: 'a0' }, { text })

const session = (client: PlainClient) => client.doc.getMap('session').toJSON()

function phaseOf(client: PlainClient, kind: string): string {
  return session(client).agenda.find((item: { kind: string }) => item.kind === kind).id
}

describe('a program from outside', () => {
  it('[OUT1] goes from a draft to a counted vote with fetch and y-websocket alone', async () => {
    const [ana, ben] = [await world.person('ana'), await world.person('ben')]
    const [board, desk, bens] = [ana.board(), ana.desk(), ben.board()]
    await Promise.all([board.synced(), desk.synced(), bens.synced()])

    draft(desk, 'alerts', 'Alerts came late')
    await desk.saved()
    expect(bens.received()).not.toContain('Alerts came late')

    await world.fay.command({ type: 'phase.go', phase: phaseOf(board, 'vote') })
    await bens.sees((doc) => doc.getMap('notes').has('alerts'))
    expect(entry(bens.doc, 'notes', 'alerts').toJSON()).toMatchObject({ text: 'Alerts came late', author: ana.id })

    const { round } = session(bens)
    desk.doc.getMap('ballots').set(`${round}/note:alerts`, 2)
    await desk.saved()
    expect(entry(bens.doc, 'results', round).toJSON()).toMatchObject({ closedAt: null, cast: 0, votes: {} })

    await world.fay.command({ type: 'phase.next' })
    await bens.sees((doc) => entry(doc, 'results', round).get('closedAt') !== null)
    expect(entry(bens.doc, 'results', round).toJSON()).toMatchObject({
      voters: 1,
      cast: 2,
      votes: { 'note:alerts': 2 },
      labels: { 'note:alerts': 'Alerts came late' },
      late: 0,
    })
  })

  it('[OUT2] may leave out of an entry what a reader takes for granted, but no text and no rank', async () => {
    const ana = await world.person('ana')
    const board = ana.board()
    await board.synced()
    write(board.doc, 'actions', 'runbook', { rank: 'a0' }, { title: 'Write a runbook', verification: '' })
    write(board.doc, 'services', 'git', { name: 'Git' }, { description: '' })
    await board.saved()

    write(board.doc, 'themes', 'tools', { rank: 'a0' }, { label: 'Tools' })
    expect(await board.closed).toEqual({ code: 4403, reason: 'entry-incomplete' })
  })

  it('[OUT3] takes nobody’s draft over by its id, neither before the reveal nor after it', async () => {
    const [ana, ben] = [await world.person('ana'), await world.person('ben')]
    const [board, desk] = [ana.board(), ana.desk()]
    await Promise.all([board.synced(), desk.synced()])
    draft(desk, 'alerts', 'Alerts came late')
    await desk.saved()

    for (const id of ['alerts', 'deploys']) {
      const thief = ben.desk()
      await thief.synced()
      draft(thief, id, 'Mine')
      expect(await thief.closed).toEqual({ code: 4403, reason: 'id-taken' })
    }
    await world.fay.command({ type: 'phase.go', phase: phaseOf(board, 'discuss') })
    await board.sees((doc) => doc.getMap('notes').has('alerts'))
    expect(entry(board.doc, 'notes', 'alerts').toJSON()).toMatchObject({ text: 'Alerts came late', author: ana.id })
  })

  it('[OUT4] speaks for nobody else, under no other name', async () => {
    const ana = await world.person('ana')
    const [watching, board] = [world.fay.board(), ana.board()]
    await Promise.all([watching.synced(), board.synced()])
    const forged = [
      { client: watching.doc.clientID, clock: 99, state: { at: 'forged' } },
      { client: 4242, clock: 1, state: { name: 'fay', person: world.fay.id, user: { name: 'fay' }, hand: 7 } },
    ]
    const { awareness } = watching.provider
    const heard = new Promise<void>((resolve) => {
      awareness.on('change', () => awareness.getStates().has(4242) && resolve())
    })
    board.socket().send(encodeFrame({ type: 'awareness', update: encodeAwareness(forged) }))
    await heard
    expect(awareness.getStates().get(4242)).toEqual({ person: ana.id, hand: 7 })
    expect(awareness.getStates().get(watching.doc.clientID)).not.toMatchObject({ at: 'forged' })
  })

  it('[OUT5] reaches nothing of a board with the cookie, the invite or the link of another', async () => {
    const other = await openPlainBoard(world.origin)
    const path = `/api/boards/${world.id}`
    const { link } = await (await other.fay.send('POST', `/api/boards/${other.id}/me/link`)).json()
    const tries: readonly [string, string, object?][] = [
      ['GET', path],
      ['DELETE', path],
      ['GET', `${path}/report.json`],
      ['POST', `${path}/commands`, { type: 'phase.next' }],
      ['POST', `${path}/join`, { invite: other.invites.facilitator, name: 'zoe' }],
      ['POST', `${path}/join`, { invite: link.split('#')[1], name: 'zoe' }],
    ]
    for (const each of tries) expect((await other.fay.send(...each)).status, each[1]).toBe(403)

    const [board, desk] = [`${world.id}`, `${world.id}/desk`].map((room) => other.fay.board({ room }))
    expect((await board!.closed).code).toBe(4403)
    expect((await desk!.closed).code).toBe(4403)
    other.hangUp()
  })
})

describe('a body that is too large', () => {
  it('[OUT6] is answered, and so is what the same connection asks next', async () => {
    for (const size of [1, 2, 3].map((mebibytes) => mebibytes * 1024 * 1024)) {
      const tooLarge = await world.fay.send('POST', '/api/boards', { title: 'x'.repeat(size), name: 'fay' })
      expect(tooLarge.status).toBe(413)
      await tooLarge.text()
      expect((await world.fay.send('POST', '/api/boards', { title: 'Alerts', name: 'fay' })).status).toBe(201)
    }
  })
})
