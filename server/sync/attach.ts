import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Problem } from '../../shared/api/boards.ts'
import { schemaVersion } from '../../shared/document/schema.ts'
import { closeCodes } from '../../shared/protocol/close-codes.ts'
import { answerBare } from '../bare-answer.ts'
import type { Registry } from '../rooms/registry.ts'
import type { Log, Metrics } from '../rooms/telemetry.ts'
import type { Timers } from '../rooms/timers.ts'
import { Turns } from '../rooms/turns.ts'
import { FrameBytes } from './frame-bytes.ts'
import { FrankWebSocket } from './frank-web-socket.ts'
import type { SyncLimits } from './limits.ts'
import { foreignOrigin, full, noSuchAddress, noWebSocket, stopping, tooOften } from './refusals.ts'
import { relieve } from './relief.ts'
import { SyncSocket } from './sync-socket.ts'
import { type Visitor, Visitors } from './visitors.ts'
import { isSyncAddress, wantedRoom } from './wanted-room.ts'

export interface SyncParts {
  readonly registry: Pick<Registry, 'connect'>
  /** The person whose cookie this is. */
  identify(request: IncomingMessage): string | undefined
  isOwnOrigin(request: IncomingMessage): boolean
  /** Of every answer to an upgrade. */
  readonly headers: Readonly<Record<string, string>>
  readonly limits: SyncLimits
  readonly timers: Timers
  readonly log: Log
  readonly metrics: Pick<Metrics, 'closed'>
  /** Milliseconds. */
  now(): number
}

export interface Sync {
  /** Takes no further connection and closes the ones there are (4500). */
  close(): void
  /** What all sockets together hold in memory. */
  stats(): { readonly waiting: number; readonly unfinished: number }
}

/** Serves `/sync/<board>` and `/sync/<board>/desk` on an HTTP server. */
export function attachSync(server: Server, parts: SyncParts): Sync {
  const { limits, timers } = parts
  const sockets = new Set<SyncSocket>()
  const visitors = new Visitors(limits, parts.now)
  const shared = {
    ...parts,
    frames: new FrameBytes(),
    unfinished: { bytes: 0 },
    congested: () => relieve(sockets, limits),
  }
  const upgrades = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.messageBytes,
    allowSynchronousEvents: false, // or all that came in one packet would be done in one turn [PRESSURE1]
    WebSocket: FrankWebSocket,
  })
  const beating = new Turns<SyncSocket>(timers, limits.heartbeatMs, (socket) => socket.beat())
  let isClosed = false

  upgrades.on('headers', (lines) =>
    lines.push(...Object.entries(parts.headers).map(([name, value]) => `${name}: ${value}`)),
  )
  upgrades.on('wsClientError', (_error, stream) => answerBare(stream, noWebSocket, parts.headers))

  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    const refusal = isClosed ? stopping : refusalOf(request, parts)
    if (refusal !== undefined) {
      answerBare(stream, refusal, parts.headers)
      return
    }
    const person = parts.identify(request)
    const visitor = person === undefined ? visitors.stranger() : visitors.of(person)
    const isFull = sockets.size >= limits.sockets
    if (isFull || !visitor.knocks.take(1)) {
      answerBare(stream, isFull ? full : tooOften, parts.headers)
      return
    }
    upgrades.handleUpgrade(request, stream, head, (webSocket) => {
      const gone = () => {
        visitor.sockets -= 1
        sockets.delete(socket)
        beating.leave(socket)
      }
      const socket = new SyncSocket(webSocket, stream, visitor, { ...shared, gone })
      visitor.sockets += 1
      sockets.add(socket)
      beating.join(socket)
      void admit(socket, { person, visitor, url: request.url ?? '' }, parts)
    })
  }
  server.on('upgrade', onUpgrade)
  const stopTending = timers.every(limits.heartbeatMs, () => {
    relieve(sockets, limits)
    visitors.tend()
  })

  return {
    close() {
      isClosed = true
      stopTending()
      beating.end()
      for (const socket of sockets) socket.close(closeCodes.tryAgain, 'restarting')
    },
    stats() {
      const waiting = [...sockets].reduce((sum, { outbound }) => sum + outbound.waiting, 0)
      return { waiting, unfinished: shared.unfinished.bytes }
    },
  }
}

function refusalOf(request: IncomingMessage, parts: SyncParts): Problem | undefined {
  if (!isSyncAddress(request.url ?? '')) return noSuchAddress
  return parts.isOwnOrigin(request) ? undefined : foreignOrigin
}

interface Caller {
  /** Undefined: nobody we know. */
  readonly person: string | undefined
  readonly visitor: Visitor
  readonly url: string
}

/** Finds out what somebody wants, and lets them in or says why not. */
async function admit(socket: SyncSocket, { person, visitor, url }: Caller, parts: SyncParts): Promise<void> {
  try {
    if (person === undefined) return socket.close(closeCodes.noIdentity, 'no-identity')
    const room = wantedRoom(url)
    if (!room) return socket.close(closeCodes.noSuchBoard, 'no-such-board')
    if (room.schema !== undefined && !(room.schema >= schemaVersion)) {
      return socket.close(closeCodes.schemaTooOld, 'schema-too-old')
    }
    if (visitor.sockets > parts.limits.socketsPerPerson) {
      return socket.close(closeCodes.tooFast, 'too-many-connections')
    }
    const admission = await parts.registry.connect(room.board, room.wanted, socket.peer(person))
    if (admission.admitted) socket.admit(admission.connection)
    else socket.close(admission.code, admission.reason)
  } catch (error) {
    parts.log.error({ err: error, url }, 'could not open a board for a socket')
    socket.close(closeCodes.tryAgain, 'try-again')
  }
}
