import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import * as Y from 'yjs'
import { apiPaths } from '../../shared/api/paths.ts'
import { encodeAwareness } from '../../shared/protocol/awareness.ts'
import { encodeFrame, type Frame } from '../../shared/protocol/frames.ts'
import {
  head,
  masked,
  opcodes,
  openRawSocket,
  type RawEnd,
  type RawSocket,
  upgradeRequest,
} from '../support/raw-socket.ts'
import type { Assault, Target } from './assault.ts'
import { pause } from './meeting.ts'

const emptyVector = Y.encodeStateVector(new Y.Doc())

/** Sends as fast as this, for as long as the server reads; comes back when it is sent away. */
function flood(perSecond: number, frameOf: (n: number, doc: Y.Doc) => Buffer): Assault {
  return async ({ port, board, cookies }, isOver) => {
    const ends: string[] = []
    let sent = 0
    while (!isOver()) {
      let end: RawEnd | undefined
      const doc = new Y.Doc()
      const socket = await openRawSocket({ port, room: board, cookie: cookies[0] ?? '' }).catch((error: Error) => error)
      if (socket instanceof Error) {
        ends.push(socket.message)
        await pause(200)
        continue
      }
      void socket.ended.then((ended) => {
        end = ended
      })
      socket.say({ type: 'step-1', stateVector: emptyVector })
      for (const startedAt = performance.now(), before = sent; !isOver() && !end; ) {
        const due = ((performance.now() - startedAt) / 1000) * perSecond
        const frames: Buffer[] = []
        for (; sent - before < due && frames.length < perSecond / 20; sent++) frames.push(frameOf(sent, doc))
        if (end || socket.stream.writableEnded) break
        if (!socket.stream.write(Buffer.concat(frames))) await Promise.race([once(socket.stream, 'drain'), pause(100)])
        await pause(5)
        if (socket.stream.writableLength > 1e6) {
          while (!isOver() && !end && socket.stream.writableLength > 1e6) await pause(20)
        }
      }
      socket.cut()
      ends.push(end ? `${end.code} ${end.reason}` : 'read slowly')
      await pause(100)
    }
    return `${sent} sent: ${counted(ends)}`
  }
}

function counted(words: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].map(([word, count]) => (count > 1 ? `${word} x${count}` : word)).join(', ')
}

const binary = (frame: Frame) => masked(encodeFrame(frame))

/** Made before the first blow: making them takes longer than sending them. */
function madeBefore(count: number, frameOf: (n: number, doc: Y.Doc) => Buffer) {
  const doc = new Y.Doc()
  const made: Buffer[] = []
  let first: Y.Doc | undefined
  return {
    prepare: () => {
      for (let n = 0; n < count; n++) made.push(frameOf(n, doc))
    },
    /** Those that were made are one client's: whoever comes back goes on as another. */
    frameOf: (n: number, own: Y.Doc) => {
      first ??= own
      return own === first ? (made.shift() ?? frameOf(n, doc)) : frameOf(n, own)
    },
  }
}

/** A theme of one's own, and then letters in its discussion. */
function letter(n: number, doc: Y.Doc): Buffer {
  const themes = doc.getMap('themes')
  const updates: Uint8Array[] = []
  const collect = (update: Uint8Array) => updates.push(update)
  doc.on('update', collect)
  const known = [...themes.values()][0]
  const text = known instanceof Y.Map ? known.get('discussion') : undefined
  if (text instanceof Y.Text) {
    if (text.length > 200) text.delete(0, 100)
    else text.insert(0, 'x')
  } else {
    const entries = [
      ['label', new Y.Text('flood')],
      ['discussion', new Y.Text()],
      ['rank', 'a1'],
    ] as const
    themes.set(`flood-${n}-${doc.clientID}`, new Y.Map<unknown>(entries))
  }
  doc.off('update', collect)
  return Buffer.concat(updates.map((update) => binary({ type: 'update', update })))
}

const presence = (n: number, doc: Y.Doc) =>
  binary({
    type: 'awareness',
    update: encodeAwareness([{ client: doc.clientID, clock: n, state: { at: `section-${n}` } }]),
  })

const bigInsert = (length: number) => (n: number, doc: Y.Doc) => {
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const entries = [
    ['label', new Y.Text('big')],
    ['discussion', new Y.Text('x'.repeat(length))],
    ['rank', 'a1'],
  ] as const
  doc.getMap('themes').set(`big-${n}`, new Y.Map<unknown>(entries))
  return Buffer.concat(updates.map((update) => binary({ type: 'update', update })))
}

/** 900 KB that pass the guard: words, and their deletion, in one update. */
const bigAndGone = (n: number, doc: Y.Doc): Buffer => {
  const before = Y.encodeStateVector(doc)
  doc.gc = false
  const text = new Y.Text()
  const entries = [
    ['label', new Y.Text('big')],
    ['discussion', text],
    ['rank', 'a1'],
  ] as const
  doc.getMap('themes').set(`gone-${doc.clientID}-${n}`, new Y.Map<unknown>(entries))
  for (let part = 0; part < 20; part++) {
    text.insert(0, 'x'.repeat(45_000))
    text.delete(0, 45_000)
  }
  return binary({ type: 'update', update: Y.encodeStateAsUpdate(doc, before) })
}

async function many<T>(count: number, open: (n: number) => Promise<T>): Promise<readonly (T | Error)[]> {
  const all: (T | Error)[] = []
  for (let n = 0; n < count; n += 50) {
    const some = Array.from({ length: Math.min(50, count - n) }, (_, at) => open(n + at).catch((error: Error) => error))
    all.push(...(await Promise.all(some)))
  }
  return all
}

async function untilOver(isOver: () => boolean): Promise<void> {
  while (!isOver()) await pause(50)
}

/** Opens this many plain connections, says this on each, and waits. */
function openMany(count: number, say: (target: Target) => string, drip = ''): Assault {
  return async (target, isOver) => {
    const ends: string[] = []
    const sockets = await many(count, async () => {
      const stream: Socket = connect(target.port, '127.0.0.1')
      stream.on('error', () => {})
      await once(stream, 'connect')
      let answer = ''
      stream.on('data', (bytes) => {
        answer += bytes.toString()
      })
      stream.on('close', () => ends.push(answer.split('\r\n')[0] || 'cut'))
      stream.write(say(target))
      return stream
    })
    while (!isOver()) {
      await pause(500)
      if (drip !== '') for (const socket of sockets) if (!(socket instanceof Error)) socket.write(drip)
    }
    const open = sockets.filter((socket) => !(socket instanceof Error) && !socket.destroyed).length
    for (const socket of sockets) if (!(socket instanceof Error)) socket.destroy()
    const refused = sockets.filter((socket) => socket instanceof Error).length
    return `${count - refused} opened, ${open} left: ${counted(ends)}`
  }
}

/** A megabyte a second, in one text that is written anew again and again. */
async function rewrite(socket: RawSocket, isOver: () => boolean): Promise<void> {
  const doc = new Y.Doc()
  const discussion = new Y.Text()
  doc.on('update', (update: Uint8Array) => socket.say({ type: 'update', update }))
  const entries = [
    ['label', new Y.Text('busy')],
    ['discussion', discussion],
    ['rank', 'a1'],
  ] as const
  doc.getMap('themes').set(`busy-${doc.clientID}`, new Y.Map<unknown>(entries))
  while (!isOver()) {
    doc.transact(() => {
      discussion.delete(0, discussion.length)
      discussion.insert(0, 'x'.repeat(45_000))
    })
    await pause(40)
  }
}

/** People who stop reading in the middle of a busy room, then read on; they say how they caught up. */
function slowReaders(greet: boolean): Assault {
  return async ({ port, board, cookies }, isOver) => {
    const sockets: RawSocket[] = []
    for (const cookie of cookies) {
      const socket = await openRawSocket({ port, room: board, cookie })
      if (greet) {
        socket.say({ type: 'step-1', stateVector: emptyVector })
        await socket.hears((heard) => heard.some(({ type }) => type === 'step-2'))
      }
      socket.stopReading()
      if (!greet) socket.say({ type: 'step-1', stateVector: emptyVector })
      sockets.push(socket)
    }
    const writer = await openRawSocket({ port, room: board, cookie: cookies[0] ?? '' })
    await rewrite(writer, isOver)
    const before = sockets.map(({ heard }) => heard.length)
    for (const socket of sockets) socket.readOn()
    await pause(2000)
    const steps = sockets.map(({ heard }, n) => heard.slice(before[n]).filter(({ type }) => type === 'step-2').length)
    for (const socket of [...sockets, writer]) socket.cut()
    return `caught up by ${counted(steps.map((count) => `${count} step 2`))}`
  }
}

const slowReports: Assault = async ({ port, board, cookies }, isOver) => {
  const ends: string[] = []
  const streams: Socket[] = []
  for (let n = 0; n < 200; n++) {
    const stream = connect(port, '127.0.0.1')
    stream.on('error', () => {})
    stream.on('close', () => ends.push('cut'))
    await once(stream, 'connect')
    stream.write(
      `GET ${apiPaths.report(board, 'json')} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookies[n % cookies.length]}\r\n\r\n`,
    )
    const [first] = await Promise.race([once(stream, 'data'), pause(2000).then(() => [''])])
    ends.push(String(first).split('\r\n')[0] || 'no answer')
    stream.pause()
    streams.push(stream)
    if (isOver()) break
  }
  await untilOver(isOver)
  for (const stream of streams) stream.destroy()
  return counted(ends)
}

const unfinished: Assault = async ({ port, board, cookies }, isOver) => {
  const ends: string[] = []
  const sockets = await many(100, async (n) => {
    const socket = await openRawSocket({ port, room: board, cookie: cookies[n % cookies.length] ?? '' })
    void socket.ended.then(({ code, reason }) => ends.push(`${code} ${reason}`))
    socket.stream.write(head(16 * 1024 * 1024 - 1))
    return socket
  })
  const part = Buffer.alloc(256 * 1024)
  while (!isOver()) {
    for (const socket of sockets) {
      if (!(socket instanceof Error) && socket.stream.writableLength === 0) socket.stream.write(part)
    }
    await pause(20)
  }
  for (const socket of sockets) if (!(socket instanceof Error)) socket.cut()
  const refused = sockets.flatMap((socket) => (socket instanceof Error ? [socket.message] : []))
  return counted([...refused, ...ends])
}

const thousandSockets: Assault = async ({ port, board, cookies }, isOver) => {
  const ends: string[] = []
  const sockets = await many(1000, async () => {
    const socket = await openRawSocket({ port, room: board, cookie: cookies[0] ?? '' })
    void socket.ended.then(({ code, reason }) => ends.push(`${code} ${reason}`))
    return socket
  })
  await untilOver(isOver)
  const left = sockets.filter((socket) => !(socket instanceof Error) && !socket.stream.destroyed).length
  for (const socket of sockets) if (!(socket instanceof Error)) socket.cut()
  const refused = sockets.flatMap((socket) => (socket instanceof Error ? [socket.message] : []))
  return `${left} left: ${counted([...refused, ...ends])}`
}

const letters = madeBefore(30_000, letter)

export const assaults: Readonly<Record<string, Assault>> = {
  nothing: async (_target, isOver) => {
    await untilOver(isOver)
    return '-'
  },
  updates: Object.assign(flood(10_000, letters.frameOf), { prepare: letters.prepare }),
  awareness: flood(10_000, presence),
  'step 1': flood(10_000, () => binary({ type: 'step-1', stateVector: emptyVector })),
  'step 1 of another vector': flood(10_000, (n) =>
    binary({ type: 'step-1', stateVector: new Uint8Array([1, 1 + (n % 100), 0]) }),
  ),
  pings: flood(10_000, () => masked(new Uint8Array(0), opcodes.ping)),
  'tiny frames': flood(10_000, () => binary({ type: 'query-awareness' })),
  'empty updates': flood(10_000, () => binary({ type: 'update', update: new Uint8Array([0, 0]) })),
  '1 MB notes': flood(20, bigInsert(1_000_000)),
  '900 KB frames': flood(20, bigAndGone),
  'slow readers': slowReaders(true),
  'slow first step 2': slowReaders(false),
  'slow downloads': slowReports,
  'unfinished messages': unfinished,
  '1000 sockets': thousandSockets,
  '1000 connections that say nothing': openMany(1000, () => ''),
  '1000 unfinished upgrades': openMany(1000, ({ board, cookies }) =>
    upgradeRequest({ room: board, cookie: cookies[0] ?? '' }).slice(0, -2),
  ),
  'slow headers': openMany(1000, () => 'GET / HTTP/1.1\r\nHost: localhost\r\n', 'X: y\r\n'),
  'slow bodies': openMany(
    1000,
    () =>
      'POST /api/boards HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
    `400\r\n${' '.repeat(1024)}\r\n`,
  ),
}
