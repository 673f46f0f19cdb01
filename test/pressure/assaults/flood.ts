import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { openRawSocket, type RawEnd } from '../../support/raw-socket.ts'
import type { Assault } from '../assault.ts'
import { counted } from './counted.ts'

/** Of somebody who has nothing yet. */
export const emptyVector = Y.encodeStateVector(new Y.Doc())

/** The n-th frames of a flood, of somebody whose document this is. */
export type FrameOf = (n: number, doc: Y.Doc) => Buffer

/** Sends as fast as this, for as long as the server reads; comes back when it is sent away. */
export function flood(perSecond: number, frameOf: FrameOf): Assault {
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

/** Such a flood whose first frames are made before the first blow: making them takes longer than sending them. */
export function floodMadeBefore(perSecond: number, count: number, frameOf: FrameOf): Assault {
  const doc = new Y.Doc()
  const made: Buffer[] = []
  let first: Y.Doc | undefined
  const prepare = () => {
    for (let n = 0; n < count; n++) made.push(frameOf(n, doc))
  }
  // Those that were made are one client's: whoever comes back goes on as another.
  const taken: FrameOf = (n, own) => {
    first ??= own
    return own === first ? (made.shift() ?? frameOf(n, doc)) : frameOf(n, own)
  }
  return Object.assign(flood(perSecond, taken), { prepare })
}
