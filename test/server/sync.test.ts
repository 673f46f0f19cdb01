import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { roomLimits, syncLimits } from '../../server/limits.ts'
import { readDrafts, readFlat } from '../../shared/document/read.ts'
import { schemaVersion } from '../../shared/document/schema.ts'
import { createDraft, flatTextOf } from '../../shared/document/write.ts'
import { isServerPresence } from '../../shared/protocol/presence.ts'
import { addTheme, labels } from '../support/labels.ts'
import type { PlainClient } from '../support/plain-client.ts'
import { openWorld, type PlainPerson, type World } from '../support/world.ts'

let world: World

afterEach(() => world.close())

/** A bare socket to some room, and how it ended. */
function knock(path: string, headers: Record<string, string>) {
  const socket = new WebSocket(`${world.origin.replace('http', 'ws')}/sync/${path}`, { headers })
  const closed = once(socket, 'close').then(([code, reason]) => ({ code, reason: String(reason) }))
  return { socket, closed }
}

const knockAs = (person: PlainPerson, path = world.id) => knock(path, { Cookie: person.cookie })

describe('a plain y-websocket client', () => {
  it('[SYNC1] joins by HTTP, syncs the board and a desk, and is told what is safe', async () => {
    world = await openWorld()
    const [ana, ben] = [await world.person('ana'), await world.person('ben')]
    const [board, desk, others] = [ana.board(), ana.desk(), ben.board()]
    await Promise.all([board.synced(), desk.synced(), others.synced()])
    expect(readFlat(board.doc, 'session').title).toBe('Deploys stopped')

    addTheme(board.doc, 'alerts')
    createDraft(desk.doc, 'n1', { section: 'lessons', text: 'Alerts came late', rank: 'a1' })
    await Promise.all([board.saved(), desk.saved(), others.sees((doc) => labels(doc).includes('alerts'))])
    const stored = await world.server.store.boards.load(world.id)
    const storedDesk = new Y.Doc()
    for (const update of stored?.documents.get(`desk/${ana.id}`) ?? []) Y.applyUpdate(storedDesk, update)
    expect(readDrafts(storedDesk).map(({ text }) => text)).toEqual(['Alerts came late'])
    expect(others.received()).not.toContain('Alerts came late')
  })

  it('[SYNC1] carries on after its connection was cut, with what it wrote meanwhile', async () => {
    world = await openWorld()
    const [ana, ben] = [(await world.person('ana')).board(), (await world.person('ben')).board()]
    await Promise.all([ana.synced(), ben.synced()])
    ana.socket().terminate()
    addTheme(ana.doc, 'alerts')
    await ben.sees((doc) => labels(doc).includes('alerts'))
    await ana.saved()
  })

  it('[SYNC1] sees commands and presence of others', async () => {
    world = await openWorld()
    const [ana, ben] = [await world.person('ana'), (await world.person('ben')).board()]
    const board = ana.board()
    await Promise.all([board.synced(), ben.synced()])
    board.provider.awareness.setLocalState({ at: 'lessons', person: 'nobody' })
    await new Promise<void>((resolve) =>
      ben.provider.awareness.on('change', () => {
        if (ben.provider.awareness.getStates().get(board.doc.clientID)?.at === 'lessons') resolve()
      }),
    )
    expect(ben.provider.awareness.getStates().get(board.doc.clientID)).toEqual({ person: ana.id, at: 'lessons' })
    expect((await world.fay.command({ type: 'board.rename', title: 'Slow deploys' })).status).toBe(200)
    await ben.sees((doc) => readFlat(doc, 'session').title === 'Slow deploys')
  })
})

describe('the socket endpoint', () => {
  it('[SYNC2] answers a page of another origin with 403, and our own or none with a socket', async () => {
    world = await openWorld()
    const { cookie } = world.fay
    const headers = { Cookie: cookie, Origin: 'https://elsewhere.example' }
    const foreign = new WebSocket(`${world.origin.replace('http', 'ws')}/sync/${world.id}`, { headers })
    const [error] = await once(foreign, 'error')
    expect(String(error)).toContain('403')
    const own = knock(world.id, { Cookie: cookie, Origin: world.origin }).socket
    await once(own, 'open')
    own.terminate()
  })

  it('[SYNC3] says by its close code why it lets somebody not in', async () => {
    world = await openWorld()
    const elsewhere = await openStranger()
    const ends = [
      knock(world.id, {}),
      knock(world.id, { Cookie: 'hindsight=forged.1.x' }),
      knockAs(world.fay, 'nowhere'),
      knockAs(world.fay, `${world.id}/secrets`),
      knockAs(elsewhere),
      knockAs(elsewhere, `${world.id}/desk`),
      knockAs(world.fay, `${world.id}?schema=0`),
    ]
    expect(await Promise.all(ends.map(async ({ closed }) => (await closed).code))).toEqual([
      4401, 4401, 4404, 4404, 4403, 4403, 4426,
    ])
  })

  it('[SYNC3] lets in who names the current layout', async () => {
    world = await openWorld()
    const client = world.fay.board({ params: { schema: String(schemaVersion) } })
    await client.synced()
  })

  it('[SYNC3] sends away from a board that is deleted', async () => {
    world = await openWorld()
    const ana = (await world.person('ana')).board()
    await ana.synced()
    expect((await world.fay.send('DELETE', `/api/boards/${world.id}`)).status).toBe(204)
    expect(await ana.closed).toEqual({ code: 4404, reason: 'no-such-board' })
  })

  it('[SYNC4] closes at a message that is too large, in words that a client can act on', async () => {
    world = await openWorld({ surroundings: { syncLimits: { ...syncLimits, messageBytes: 1000 } } })
    const { socket, closed } = knockAs(world.fay)
    await once(socket, 'open')
    socket.send(new Uint8Array(2000))
    expect(await closed).toEqual({ code: 4413, reason: 'too-large' })
  })

  it('[SYNC5] reads no further while somebody is too fast, and loses nothing of it', async () => {
    world = await openWorld({
      surroundings: { syncLimits: { ...syncLimits, messages: { perSecond: 1000, burst: 20 } } },
    })
    const [ana, fay] = [(await world.person('ana')).board(), world.fay.board()]
    await Promise.all([ana.synced(), fay.synced()])
    const summary = flatTextOf(ana.doc, 'incident', 'summary')
    for (let n = 0; n < 200; n++) summary?.insert(0, 'x')
    await ana.saved()
    await fay.sees((doc) => readFlat(doc, 'incident').summary.length === 200)
  })

  it('[SYNC5] hangs up on a flood', async () => {
    world = await openWorld({
      surroundings: { syncLimits: { ...syncLimits, messages: { perSecond: 10, burst: 20 }, patienceMs: 1000 } },
    })
    const { socket, closed } = knockAs(world.fay)
    await once(socket, 'open')
    for (let n = 0; n < 2000; n++) socket.send(new Uint8Array([3]))
    expect(await closed).toEqual({ code: 4529, reason: 'too-fast' })
  })

  it('[SYNC6] takes what is said while the board loads, in order', async () => {
    world = await openWorld()
    const [ana, fay] = [await world.person('ana'), world.fay.board()]
    await fay.synced()
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const label of ['alerts', 'deploys', 'rollbacks']) addTheme(doc, label)
    const { socket } = knockAs(ana)
    socket.on('open', () => {
      for (const update of updates) socket.send(new Uint8Array([0, 2, ...lengthPrefixed(update)]))
    })
    await fay.sees((seen) => labels(seen).length === 3)
    socket.terminate()
  })

  it.each([
    ['text', 'hello', 'malformed'],
    ['garbage', new Uint8Array([0, 2, 9, 9]), 'malformed'],
    ['an unknown message', new Uint8Array([77]), 'unknown-message'],
  ])('[SYNC7] closes at %s', async (_what, message, reason) => {
    world = await openWorld()
    const fay = world.fay.board()
    await fay.synced()
    const { socket, closed } = knockAs(await world.person('ana'))
    await once(socket, 'open')
    socket.send(message)
    expect(await closed).toEqual({ code: 4403, reason })
    expect(fay.provider.wsconnected).toBe(true)
  })

  it('[SYNC8] holds little for a reader that stands still, lets it catch up, and harms nobody meanwhile', async () => {
    const quick = { perSecond: 100_000_000, burst: 100_000_000 } // what is read of ana is not what this is about
    world = await openWorld({ surroundings: { syncLimits: { ...syncLimits, outboundBytes: 64 * 1024, bytes: quick } } })
    const [ana, ben] = [(await world.person('ana')).board(), (await world.person('ben')).board()]
    await Promise.all([ana.synced(), ben.synced()])
    ben.socket().pause()
    const words = 'x'.repeat(150_000)
    for (let n = 0; n < 200; n++) {
      const summary = flatTextOf(ana.doc, 'incident', 'summary')
      ana.doc.transact(() => {
        summary?.delete(0, summary.length)
        summary?.insert(0, `${n} ${words}`)
      })
      await ana.saved()
    }
    ben.socket().resume()
    await ben.sees((doc) => readFlat(doc, 'incident').summary.startsWith('199 '))
    // 30 MB were said; what the operating systems hold on the way is theirs.
    expect(ben.received().length).toBeLessThan(15_000_000)
  })

  it('[SYNC9] lets go of a peer that is gone without a word', async () => {
    world = await openWorld({ surroundings: { syncLimits: { ...syncLimits, heartbeatMs: 400 } } })
    const [ana, fay] = [await world.person('ana'), world.fay.board()]
    await fay.synced()
    const stream = connect(world.server.port, '127.0.0.1')
    stream.write(
      [
        `GET /sync/${world.id} HTTP/1.1`,
        'Host: localhost',
        `Cookie: ${ana.cookie}`,
        'Upgrade: websocket',
        'Connection: Upgrade',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        '\r\n',
      ].join('\r\n'),
    )
    stream.resume()
    await isHere(fay, [world.fay.id, ana.id])
    await once(stream, 'close') // it never answers a ping
    await isHere(fay, [world.fay.id])
  })

  it('[SYNC9] keeps a peer that says nothing but answers', async () => {
    world = await openWorld({
      surroundings: {
        syncLimits: { ...syncLimits, heartbeatMs: 20 },
        roomLimits: { ...roomLimits, keepAliveMs: 100 },
      },
    })
    const { socket } = knockAs(world.fay)
    for (let kept = 0; kept < 3; kept++) await once(socket, 'message')
    expect(socket.readyState).toBe(WebSocket.OPEN)
    socket.terminate()
  })

  it('[SYNC10] tells everyone to try again when the server stops, with all they wrote on disk', async () => {
    world = await openWorld()
    const ana = (await world.person('ana')).board()
    await ana.synced()
    addTheme(ana.doc, 'alerts')
    await ana.saved()
    void world.server.close()
    expect(await ana.closed).toEqual({ code: 4500, reason: 'restarting' })
  })
})

/** Resolves once these people, and nobody else, are shown to be here. */
function isHere({ provider: { awareness } }: PlainClient, people: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const shown = [...awareness.getStates().values()].find(isServerPresence)
      if (String(shown?.here) === String(people)) resolve()
    }
    awareness.on('change', look)
    look()
  })
}

/** Somebody known to the server, but not on the board. */
async function openStranger(): Promise<PlainPerson> {
  const response = await fetch(`${world.origin}/api/boards`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: 'Another', name: 'Zoe' }),
  })
  return { ...world.fay, cookie: response.headers.get('Set-Cookie')?.split(';')[0] ?? '' }
}

/** Short enough for one or two bytes of length. */
function lengthPrefixed(update: Uint8Array): readonly number[] {
  const { length } = update
  return length < 128 ? [length, ...update] : [(length & 127) | 128, length >> 7, ...update]
}
