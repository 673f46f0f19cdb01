import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { HttpLimits } from '../../server/http/limits.ts'
import { httpLimits, rateLimits, roomLimits, syncLimits } from '../../server/limits.ts'
import { apiPaths } from '../../shared/api/paths.ts'
import { createEntry } from '../../shared/document/write.ts'
import { openRawSocket } from '../support/raw-socket.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
const streams: Socket[] = []

afterEach(async () => {
  for (const stream of streams.splice(0)) stream.destroy()
  await world.close()
})

const openBounded = async (limits: Partial<HttpLimits> = {}) => {
  world = await openWorld({
    surroundings: {
      httpLimits: { ...httpLimits, ...limits },
      requestLimits: { ...rateLimits, reports: { points: 1000, seconds: 60 } }, // or asking again and again meets that one
      roomLimits: { ...roomLimits, boardBytes: 64 * 1024 * 1024 },
      syncLimits: { ...syncLimits, bytes: { perSecond: 2 ** 30, burst: 2 ** 30 } },
    },
  })
}

/** A connection by hand, with everything it has been told. */
async function dial(
  said = '',
): Promise<{ readonly stream: Socket; heard(): string; readonly closed: Promise<string> }> {
  const stream = connect(world.server.port, '127.0.0.1')
  streams.push(stream)
  await once(stream, 'connect')
  let heard = ''
  stream.on('error', () => {}) // always followed by 'close'
  stream.on('data', (bytes) => {
    heard += bytes.toString()
  })
  stream.write(said)
  return { stream, heard: () => heard, closed: once(stream, 'close').then(() => heard) }
}

const post = (path: string) => `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n`

describe('a body that does not say its length', () => {
  const mebibyte = Buffer.alloc(1024 * 1024, ' ')

  /** Sends so many mebibytes in chunks, and reads the answer to its end. */
  async function send(agent: Agent, mebibytes: number) {
    const asking = request({ agent, host: '127.0.0.1', port: world.server.port, path: '/api/boards', method: 'POST' })
    asking.setHeader('Content-Type', 'application/json')
    const answered = once(asking, 'response')
    for (let n = 0; n < mebibytes; n++) asking.write(mebibyte)
    asking.end(JSON.stringify({ title: 'Alerts', name: 'fay' }))
    const [answer]: IncomingMessage[] = await answered
    for await (const _ of answer!);
    return { status: answer!.statusCode, connection: answer!.headers.connection, isSameSocket: asking.reusedSocket }
  }

  it('[OUT6] may be too large, and the same connection goes on', async () => {
    await openBounded()
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const answers = [await send(agent, 3), await send(agent, 0), await send(agent, 1), await send(agent, 0)]
    expect(answers).toEqual([
      { status: 413, connection: 'keep-alive', isSameSocket: false },
      { status: 201, connection: 'keep-alive', isSameSocket: true },
      { status: 413, connection: 'keep-alive', isSameSocket: true },
      { status: 201, connection: 'keep-alive', isSameSocket: true },
    ])
    agent.destroy()
  })

  it('[OUT6] is not read for ever: the connection is given up', async () => {
    await openBounded()
    const { stream, closed } = await dial(`${post('/api/boards')}Transfer-Encoding: chunked\r\n\r\n`)
    for (let n = 0; n < 17; n++) stream.write(Buffer.concat([Buffer.from('100000\r\n'), mebibyte, Buffer.from('\r\n')]))
    expect(await closed).toMatch(/^HTTP\/1\.1 413 [\s\S]*connection: close/i)
  })
})

describe('a request that does not come to its end', () => {
  const impatient = { headMs: 100, requestMs: 200, lookMs: 20 }

  it.each([
    ['says nothing', ''],
    ['stops in its head', 'GET / HTTP/1.1\r\nHost: localhost\r\n'],
    ['stops in its body', `${post('/api/boards')}Content-Length: 100\r\n\r\n{`],
    ['never is a WebSocket', 'GET /sync/x HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'],
  ])('[PRESSURE9] is given up after a while: one that %s', async (_what, said) => {
    await openBounded(impatient)
    const { closed } = await dial(said)
    expect(await closed).toMatch(/^HTTP\/1\.1 408 [\s\S]*"type":"too-slow"/)
  })
})

describe('connections of one address', () => {
  it('[PRESSURE9] are so many at a time, beside WebSockets', async () => {
    await openBounded({ connectionsPerAddress: 4 })
    const room = { port: world.server.port, room: world.id, cookie: world.fay.cookie }
    const sockets = [await openRawSocket(room), await openRawSocket(room), await openRawSocket(room)]
    const [first] = [await dial(), await dial(), await dial()]
    const refused = await dial()
    expect(await refused.closed).toBe('')
    first.stream.destroy()
    await once(first.stream, 'close')
    const next = await dial('GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
    expect(await next.closed).toMatch(/^HTTP\/1\.1 200 /)
    for (const socket of sockets) socket.cut()
  })
})

describe('requests of one address whose bodies come in at the same time', () => {
  it('[PRESSURE10] are so many, and those beyond are told to try again', async () => {
    await openBounded({ bodiesPerAddress: 1 })
    const body = JSON.stringify({ title: 'Alerts', name: 'fay' })
    const slow = await dial(`${post('/api/boards')}Content-Length: ${body.length}\r\n\r\n{`)
    await expect.poll(async () => (await world.fay.send('POST', '/api/boards', {})).status).toBe(429)
    const refused = await world.fay.send('POST', '/api/boards', { title: 'Alerts', name: 'fay' })
    expect([refused.headers.get('Retry-After'), await refused.json()]).toEqual([
      '5',
      expect.objectContaining({ type: 'too-many-requests', detail: expect.stringContaining('Try again') }),
    ])
    expect((await world.fay.send('GET', apiPaths.board(world.id))).status).toBe(200)
    slow.stream.write(body.slice(1))
    await expect.poll(slow.heard).toMatch(/^HTTP\/1\.1 201 /)
    expect((await world.fay.send('POST', '/api/boards', { title: 'Alerts', name: 'fay' })).status).toBe(201)
  })
})

describe('reports that one person takes at the same time', () => {
  it('[PRESSURE10] are so many; one that nobody takes is cut, and counts no more', async () => {
    await openBounded({ reportsAtOnce: 1, stillMs: 2000 })
    const board = world.fay.board()
    await board.synced()
    for (let n = 0; n < 300; n++) {
      createEntry(board.doc, 'themes', `theme-${n}`, { label: 'Long', rank: 'a1', discussion: 'x'.repeat(50_000) })
    }
    await board.saved()
    const report = apiPaths.report(world.id, 'json')
    const slow = await dial()
    slow.stream.write(`GET ${report} HTTP/1.1\r\nHost: localhost\r\nCookie: ${world.fay.cookie}\r\n\r\n`)
    await once(slow.stream, 'data')
    slow.stream.pause()
    expect((await world.fay.send('GET', report)).status).toBe(429)
    expect((await (await world.person('ana')).send('GET', report)).status).toBe(200)
    await expect.poll(async () => (await world.fay.send('GET', report)).status, { timeout: 10_000 }).toBe(200)
  })
})
