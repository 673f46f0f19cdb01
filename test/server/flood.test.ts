import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { syncLimits } from '../../server/limits.ts'
import { Budget } from '../../server/rooms/budget.ts'
import type { SyncLimits } from '../../server/sync/limits.ts'
import { Pace } from '../../server/sync/pace.ts'
import { createEntry } from '../../shared/document/write.ts'
import { encodeFrame } from '../../shared/protocol/frames.ts'
import { Clock } from '../support/clock.ts'
import { addTheme, labels } from '../support/labels.ts'
import { head, masked, opcodes, openRawSocket, type RawSocket } from '../support/raw-socket.ts'
import { aReview } from '../support/review.ts'
import { openWorld, type PlainPerson, type World } from '../support/world.ts'

/** An update that changes nothing. */
const nothing = masked(encodeFrame({ type: 'update', update: new Uint8Array([0, 0]) }))

let world: World
const sockets: RawSocket[] = []

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.cut()
  await world?.close()
})

const openBounded = async (limits: Partial<SyncLimits>) => {
  world = await openWorld({ surroundings: { syncLimits: { ...syncLimits, ...limits } } })
}

async function knock({ cookie }: PlainPerson, room = world.id): Promise<RawSocket> {
  const socket = await openRawSocket({ port: world.server.port, room, cookie })
  sockets.push(socket)
  return socket
}

describe('somebody who sends a great deal at once', () => {
  it('[PRESSURE1] is listened to one message at a time, with everybody else between', async () => {
    await openBounded({})
    const flood = await knock(world.fay)
    flood.stream.write(nothing)
    await flood.hears((heard) => heard.some((frame) => frame.type === 'saved' && frame.count === 1))
    flood.stream.write(Buffer.concat(Array.from({ length: 50 }, () => nothing)))
    await flood.hears((heard) => heard.some((frame) => frame.type === 'saved' && frame.count === 51))
    // What was done in one turn of the event loop is acknowledged in one message.
    expect(flood.heard.filter(({ type }) => type === 'saved').length).toBeGreaterThan(25)
  })

  it('[PRESSURE1] waits after the first few, while everybody else is heard', async () => {
    await openBounded({ taking: { perSecond: 20, burst: 10 } })
    const flood = await knock(world.fay)
    const ben = (await world.person('ben')).board()
    await ben.synced()
    const startedAt = performance.now()
    flood.stream.write(Buffer.concat(Array.from({ length: 50 }, () => nothing)))
    addTheme(ben.doc, 'alerts')
    await ben.saved()
    expect(flood.heard.some((frame) => frame.type === 'saved' && frame.count === 50)).toBe(false)
    await flood.hears((heard) => heard.some((frame) => frame.type === 'saved' && frame.count === 50))
    expect(performance.now() - startedAt).toBeGreaterThan(1500)
  })

  it('[PRESSURE2] has thousands of letters put into few commits, with none lost', async () => {
    const review = await aReview()
    const [ana, ben] = [await review.join('ana'), await review.join('ben')]
    const before = review.store.commits.length
    for (let n = 0; n < 500; n++) addTheme(ana.doc, `theme-${n}`)
    await review.turn()
    expect(review.store.commits.length - before).toBeLessThan(10)
    expect(labels(ben.doc)).toHaveLength(500)
    expect(labels(await review.stored())).toHaveLength(500)
  })
})

describe('the pace of a person', () => {
  const limits = { messages: { perSecond: 10, burst: 20 }, bytes: { perSecond: 1000, burst: 1000 }, patienceMs: 5000 }

  it('[PRESSURE3] is free within the burst, and then says how long to rest', () => {
    const clock = new Clock()
    const pace = new Pace(limits, clock.now)
    expect(pace.spend({ messages: 20 })).toBe(0)
    expect(pace.spend({ messages: 5 })).toBe(500)
    clock.pass(500)
    expect(pace.spend({ bytes: 1000 })).toBe(0)
    expect(pace.spend({ bytes: 2000 })).toBe(2000)
  })

  it('[PRESSURE3] is a flood where too much is owed at once', () => {
    const pace = new Pace(limits, new Clock().now)
    expect(pace.spend({ messages: 71 })).toBe('too-fast')
  })

  it('[PRESSURE3] is a flood where it never comes to rest, however little is owed', () => {
    const clock = new Clock()
    const pace = new Pace(limits, clock.now)
    const answers: unknown[] = [pace.spend({ messages: 21 })]
    for (let second = 0; second < 6; second++) {
      clock.pass(1000)
      answers.push(pace.spend({ messages: 10 }))
    }
    expect(answers).toEqual([100, 100, 100, 100, 100, 100, 'too-fast'])
  })

  it('[PRESSURE3] is none where there was a rest in between', () => {
    const clock = new Clock()
    const pace = new Pace(limits, clock.now)
    const answers: unknown[] = []
    for (let burst = 0; burst < 6; burst++) {
      answers.push(pace.spend({ messages: 21 }))
      clock.pass(2100)
    }
    expect(answers).toEqual([100, 100, 100, 100, 100, 100])
  })

  it('[PRESSURE3] takes nothing of a budget where there is not enough', () => {
    const clock = new Clock()
    const budget = new Budget({ perSecond: 1, burst: 2 }, clock.now)
    expect([budget.take(1), budget.take(1), budget.take(1), budget.take(1)]).toEqual([true, true, false, false])
    clock.pass(1000)
    expect([budget.take(1), budget.take(1)]).toEqual([true, false])
  })
})

describe('a flood', () => {
  const slow = { messages: { perSecond: 10, burst: 20 }, patienceMs: 1000 }

  it('[PRESSURE3] spends one budget over all sockets of its person, and nobody else’s', async () => {
    await openBounded(slow)
    const ana = await world.person('ana')
    const fay = world.fay.board()
    await fay.synced()
    const two = [await knock(ana), await knock(ana, `${world.id}/desk`)]
    for (const socket of two) for (let n = 0; n < 18; n++) socket.say({ type: 'query-awareness' })
    const ended = await Promise.race(two.map((socket) => socket.ended))
    expect(ended).toEqual({ code: 4529, reason: 'too-fast' })
    addTheme(fay.doc, 'alerts')
    await fay.saved()
  })

  it('[PRESSURE3] of pings is one too', async () => {
    await openBounded(slow)
    const socket = await knock(world.fay)
    socket.stream.write(Buffer.concat(Array.from({ length: 100 }, () => masked(new Uint8Array(0), opcodes.ping))))
    expect(await socket.ended).toEqual({ code: 4529, reason: 'too-fast' })
  })

  it('[PRESSURE3] of questions costs what answering them costs', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    ana.doc.transact(() => {
      for (let n = 0; n < 100; n++) addTheme(ana.doc, `theme-${n}`)
    })
    await review.turn()
    const before = ana.spent
    await review.pass(1000)
    ana.greet()
    await review.turn()
    expect(ana.spent - before).toBeGreaterThan(1000)
  })
})

describe('a message that never ends', () => {
  const megabyte = 1024 * 1024

  it('[PRESSURE5] may hold so many bytes of one person, over all of their sockets', async () => {
    await openBounded({ unfinishedBytes: 100_000 })
    const ana = await world.person('ana')
    const two = [await knock(ana), await knock(ana)]
    for (const socket of two) socket.stream.write(Buffer.concat([head(megabyte), Buffer.alloc(60_000)]))
    expect(await Promise.race(two.map((socket) => socket.ended))).toEqual({ code: 4529, reason: 'unfinished' })
  })

  it('[PRESSURE5] may hold so many bytes of everybody', async () => {
    await openBounded({ unfinishedBytesOfAll: megabyte })
    const ana = await knock(await world.person('ana'))
    ana.stream.write(Buffer.concat([head(2 * megabyte), Buffer.alloc(1.5 * megabyte)]))
    expect(await ana.ended).toEqual({ code: 4529, reason: 'unfinished' })
  })

  it('[PRESSURE5] may take so long', async () => {
    await openBounded({ heartbeatMs: 20, messageMs: 100 })
    const ana = await knock(await world.person('ana'))
    ana.stream.write(Buffer.concat([head(megabyte), Buffer.alloc(1000)]))
    expect(await ana.ended).toEqual({ code: 4529, reason: 'unfinished' })
  })

  it('[PRESSURE5] may take so long, whatever else is said meanwhile', async () => {
    await openBounded({ heartbeatMs: 20, messageMs: 100 })
    const ana = await knock(await world.person('ana'))
    ana.stream.write(masked(Buffer.alloc(1000), opcodes.binary, false))
    expect(await ana.ended).toEqual({ code: 4529, reason: 'unfinished' })
  })

  it('[PRESSURE5] is none that somebody has begun who listens, and only answers pings', async () => {
    await openBounded({ heartbeatMs: 20, messageMs: 100 })
    const ana = await knock(await world.person('ana'))
    ana.stream.write(nothing)
    const answered = new Promise<string>((resolve) => {
      let pings = 0
      ana.stream.on('data', (chunk: Buffer) => {
        if ((chunk.readUInt8(0) & 0x0f) === opcodes.ping) pings += 1
        if (pings === 20) resolve('twenty pings later')
      })
    })
    expect(await Promise.race([ana.ended, answered])).toBe('twenty pings later')
  })

  it('[PRESSURE5] is forgotten once it has ended', async () => {
    await openBounded({ unfinishedBytes: 50_000 })
    const ana = await knock(await world.person('ana'))
    for (let n = 1; n <= 3; n++) {
      const doc = new Y.Doc()
      createEntry(doc, 'themes', `theme-${n}`, { label: 'Long', rank: 'a1', discussion: 'x'.repeat(40_000) })
      ana.say({ type: 'update', update: Y.encodeStateAsUpdate(doc) })
      await ana.hears((heard) => heard.some((frame) => frame.type === 'saved' && frame.count === n))
    }
  })
})

describe('somebody who connects over and over', () => {
  it('[PRESSURE6] is told to wait, and nobody else is', async () => {
    await openBounded({ knocks: { perSecond: 0.01, burst: 3 } })
    const [ana, ben] = [await world.person('ana'), await world.person('ben')]
    for (let n = 0; n < 3; n++) await knock(ana)
    await expect(knock(ana)).rejects.toThrow('HTTP/1.1 429 Too Many Requests')
    await knock(ben)
  })

  it('[PRESSURE6] has so many sockets, whatever boards they are on', async () => {
    await openBounded({ socketsPerPerson: 2 })
    const other = await world.fay.send('POST', '/api/boards', { title: 'Alerts', name: 'fay' })
    const { board } = await other.json()
    const [one, two, three] = [await knock(world.fay), await knock(world.fay, board.id), await knock(world.fay)]
    expect(await three.ended).toEqual({ code: 4529, reason: 'too-many-connections' })
    expect([one.stream.destroyed, two.stream.destroyed]).toEqual([false, false])
  })

  it('[PRESSURE6] finds a server full that holds as many sockets as it may', async () => {
    await openBounded({ sockets: 1 })
    await knock(world.fay)
    await expect(knock(world.fay)).rejects.toThrow('HTTP/1.1 503 Service Unavailable')
  })
})
