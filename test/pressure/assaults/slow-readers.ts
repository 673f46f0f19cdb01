import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { apiPaths } from '../../../shared/api/paths.ts'
import { createEntry, textOf } from '../../../shared/document/write.ts'
import { openRawSocket, type RawSocket } from '../../support/raw-socket.ts'
import type { Assault } from '../assault.ts'
import { counted } from './counted.ts'
import { emptyVector } from './flood.ts'
import { untilOver } from './until-over.ts'

/** People who stop reading in the middle of a busy room, then read on; they say how they caught up. */
function readers(greet: boolean): Assault {
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

/** A megabyte a second, in one text that is written anew again and again. */
async function rewrite(socket: RawSocket, isOver: () => boolean): Promise<void> {
  const doc = new Y.Doc()
  const id = `busy-${doc.clientID}`
  doc.on('update', (update: Uint8Array) => socket.say({ type: 'update', update }))
  createEntry(doc, 'themes', id, { label: 'busy', rank: 'a1' })
  const discussion = textOf(doc, 'themes', id, 'discussion')
  while (!isOver()) {
    doc.transact(() => {
      discussion?.delete(0, discussion.length)
      discussion?.insert(0, 'x'.repeat(45_000))
    })
    await pause(40)
  }
}

/** People who ask for the report, over and over, and take nothing of it but its first words. */
const downloads: Assault = async ({ port, board, cookies }, isOver) => {
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

/** People who do not take what they are sent. */
export const slowReaders: Readonly<Record<string, Assault>> = {
  'slow readers': readers(true),
  'slow first step 2': readers(false),
  'slow downloads': downloads,
}
