import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { syncLimits } from '../../server/limits.ts'
import type { SyncLimits } from '../../server/sync/limits.ts'
import { readFlat } from '../../shared/document/read.ts'
import { flatTextOf } from '../../shared/document/write.ts'
import type { PlainClient } from '../support/plain-client.ts'
import { openRawSocket, type RawSocket } from '../support/raw-socket.ts'
import { openWorld, type World } from '../support/world.ts'

const kilobyte = 1024
const page = 150 * kilobyte
const nothing = Y.encodeStateVector(new Y.Doc())

let world: World
const sockets: RawSocket[] = []

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.cut()
  await world.close()
})

const openBounded = async (limits: Partial<SyncLimits>) => {
  const bytes = { perSecond: 2 ** 30, burst: 2 ** 30 }
  world = await openWorld({ surroundings: { syncLimits: { ...syncLimits, bytes, ...limits } } })
}

/** Somebody who has the board, and then reads nothing more. */
async function slowReader(name: string): Promise<RawSocket & { readonly cookie: string }> {
  const { cookie } = await world.person(name, 'participant')
  const socket = await reader(cookie, nothing)
  socket.stopReading()
  return { ...socket, cookie }
}

async function reader(cookie: string, stateVector: Uint8Array): Promise<RawSocket> {
  const socket = await openRawSocket({ port: world.server.port, room: world.id, cookie })
  sockets.push(socket)
  socket.say({ type: 'step-1', stateVector })
  await socket.hears((heard) => heard.some(({ type }) => type === 'step-2'))
  return socket
}

/** Writes the summary anew, so many times; each time once the last one is safe. */
async function rewrite(writer: PlainClient, times: number): Promise<void> {
  for (let n = 1; n <= times; n++) {
    const summary = flatTextOf(writer.doc, 'incident', 'summary')
    writer.doc.transact(() => {
      summary?.delete(0, summary.length)
      summary?.insert(0, `${n} ${'x'.repeat(page)}`)
    })
    writer.provider.awareness.setLocalState({ at: `section ${n}` })
    await writer.saved()
  }
}

async function metric(name: string): Promise<number> {
  const text = await world.server.metrics.text()
  return Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')[1] ?? 0,
  )
}

function docOf({ heard }: RawSocket): Y.Doc {
  const doc = new Y.Doc()
  for (const frame of heard) if (frame.type === 'step-2' || frame.type === 'update') Y.applyUpdate(doc, frame.update)
  return doc
}

describe('twenty readers that stand still in a busy room', () => {
  it('[PRESSURE4] cost a bounded piece of memory each, and catch up by one exchange', async () => {
    const outboundBytes = 64 * kilobyte
    await openBounded({ outboundBytes })
    const slow = await Promise.all(Array.from({ length: 20 }, (_, n) => slowReader(`reader ${n}`)))
    const [ana, fay] = [(await world.person('ana')).board(), world.fay.board()]
    await Promise.all([ana.synced(), fay.synced()])
    await rewrite(ana, 80)
    await fay.sees((doc) => readFlat(doc, 'incident').summary.startsWith('80 '))
    expect(await metric('hindsight_waiting_bytes')).toBeGreaterThan(outboundBytes)
    expect(await metric('hindsight_waiting_bytes')).toBeLessThan(20 * (outboundBytes + 2 * page))

    const before = slow.map(({ heard }) => heard.length)
    for (const socket of slow) socket.readOn()
    const caughtUp = (socket: RawSocket, n: number) =>
      socket.hears((heard) => heard.slice(before[n]).some(({ type }) => type === 'step-2'))
    await Promise.all(slow.map(caughtUp))
    const exchanges = slow.map(({ heard }, n) => heard.slice(before[n]).filter(({ type }) => type === 'step-2').length)
    expect(exchanges).toEqual(slow.map(() => 1))
    expect(slow.map((socket) => readFlat(docOf(socket), 'incident').summary.slice(0, 3))).toEqual(slow.map(() => '80 '))
    expect(await metric('hindsight_waiting_bytes')).toBe(0)
  })

  it('[PRESSURE4] are let go as long as too much waits for all of them together, and catch up by one exchange when they are back', async () => {
    // What waits for one is more than half of this, and less than all of it.
    await openBounded({
      outboundBytes: 64 * kilobyte,
      outboundBytesOfAll: 250 * kilobyte,
      graceMs: 0,
      closingMs: 30_000,
    })
    const slow = [await slowReader('ben'), await slowReader('cleo'), await slowReader('dora')]
    const ana = (await world.person('ana')).board()
    await ana.synced()
    await rewrite(ana, 80)
    await expect.poll(() => metric('hindsight_closed_connections_total{code="4500"}')).toBe(2)
    for (const socket of slow) socket.readOn()
    const gone = await Promise.race(slow.map(async (socket) => ({ socket, end: await socket.ended })))
    expect(gone.end).toEqual({ code: 4500, reason: 'too-slow' })
    expect(ana.provider.wsconnected).toBe(true)

    const known = docOf(gone.socket)
    const back = await reader(gone.socket.cookie, Y.encodeStateVector(known))
    expect(back.heard.filter(({ type }) => type === 'step-2')).toHaveLength(1)
    for (const frame of back.heard) if (frame.type === 'step-2') Y.applyUpdate(known, frame.update)
    expect(readFlat(known, 'incident').summary.slice(0, 3)).toBe('80 ')
  })
})
