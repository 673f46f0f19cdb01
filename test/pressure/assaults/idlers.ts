import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { head, openRawSocket, upgradeRequest } from '../../support/raw-socket.ts'
import type { Assault, Target } from '../assault.ts'
import { counted } from './counted.ts'
import { untilOver } from './until-over.ts'

/** Opens this many plain connections, says this on each, and waits; or goes on with a little more now and then. */
function connections(count: number, say: (target: Target) => string, drip = ''): Assault {
  return async (target, isOver) => {
    const ends: string[] = []
    const { opened, refusals } = await many(count, async () => {
      const stream = connect(target.port, '127.0.0.1')
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
      if (drip !== '') for (const stream of opened) stream.write(drip)
    }
    const left = opened.filter(({ destroyed }) => !destroyed).length
    for (const stream of opened) stream.destroy()
    return `${count - refusals.length} opened, ${left} left: ${counted(ends)}`
  }
}

/** Opens this many sockets; `ends` says how those ended that did. */
async function openSockets(count: number, { port, board, cookies }: Target) {
  const ends: string[] = []
  const { opened, refusals } = await many(count, async (n) => {
    const socket = await openRawSocket({ port, room: board, cookie: cookies[n % cookies.length] ?? '' })
    void socket.ended.then(({ code, reason }) => ends.push(`${code} ${reason}`))
    return socket
  })
  return { opened, ends: () => counted([...refusals, ...ends]) }
}

/** Messages of 16 MiB, on a hundred sockets, that never come to their end. */
const unfinished: Assault = async (target, isOver) => {
  const { opened, ends } = await openSockets(100, target)
  for (const { stream } of opened) stream.write(head(16 * 1024 * 1024 - 1))
  const part = Buffer.alloc(256 * 1024)
  while (!isOver()) {
    for (const { stream } of opened) if (stream.writableLength === 0) stream.write(part)
    await pause(20)
  }
  for (const socket of opened) socket.cut()
  return ends()
}

const thousandSockets: Assault = async (target, isOver) => {
  const { opened, ends } = await openSockets(1000, target)
  await untilOver(isOver)
  const left = opened.filter(({ stream }) => !stream.destroyed).length
  for (const socket of opened) socket.cut()
  return `${left} left: ${ends()}`
}

interface Opened<T> {
  readonly opened: readonly T[]
  /** Why the others were not. */
  readonly refusals: readonly string[]
}

/** Opens so many, fifty at a time. */
async function many<T>(count: number, open: (n: number) => Promise<T>): Promise<Opened<T>> {
  const opened: T[] = []
  const refusals: string[] = []
  const openOne = async (n: number) => {
    try {
      opened.push(await open(n))
    } catch (error) {
      refusals.push(String(error instanceof Error ? error.message : error))
    }
  }
  for (let n = 0; n < count; n += 50) {
    await Promise.all(Array.from({ length: Math.min(50, count - n) }, (_, at) => openOne(n + at)))
  }
  return { opened, refusals }
}

/** People who come in great numbers, and say nothing, or never say it to its end. */
export const idlers: Readonly<Record<string, Assault>> = {
  'unfinished messages': unfinished,
  '1000 sockets': thousandSockets,
  '1000 connections that say nothing': connections(1000, () => ''),
  '1000 unfinished upgrades': connections(1000, ({ board, cookies }) =>
    upgradeRequest({ room: board, cookie: cookies[0] ?? '' }).slice(0, -2),
  ),
  'slow headers': connections(1000, () => 'GET / HTTP/1.1\r\nHost: localhost\r\n', 'X: y\r\n'),
  'slow bodies': connections(
    1000,
    () =>
      'POST /api/boards HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
    `400\r\n${' '.repeat(1024)}\r\n`,
  ),
}
