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
import { FrameBytes } from './frame-bytes.ts'
import { FrankWebSocket } from './frank-web-socket.ts'
import type { SyncLimits } from './limits.ts'
import { foreignOrigin, noSuchAddress, noWebSocket, stopping } from './refusals.ts'
import { SyncSocket } from './sync-socket.ts'
import { isSyncAddress, wantedRoom } from './wanted-room.ts'

export interface SyncParts {
  readonly registry: Pick<Registry, 'connect'>
  /** The person whose cookie this is. */
  identify(request: IncomingMessage): Promise<string | undefined>
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
}

/** Serves `/sync/<board>` and `/sync/<board>/desk` on an HTTP server. */
export function attachSync(server: Server, parts: SyncParts): Sync {
  const { limits, timers } = parts
  const sockets = new Set<SyncSocket>()
  const frames = new FrameBytes()
  const upgrades = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.messageBytes,
    WebSocket: FrankWebSocket,
  })
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
    upgrades.handleUpgrade(request, stream, head, (webSocket) => {
      const socket = new SyncSocket(webSocket, stream, { ...parts, frames, gone: (gone) => sockets.delete(gone) })
      sockets.add(socket)
      void admit(socket, request, parts)
    })
  }
  server.on('upgrade', onUpgrade)
  const stopBeating = timers.every(limits.heartbeatMs, () => {
    for (const socket of sockets) socket.beat()
  })

  return {
    close() {
      isClosed = true
      stopBeating()
      for (const socket of sockets) socket.close(closeCodes.tryAgain, 'restarting')
    },
  }
}

function refusalOf(request: IncomingMessage, parts: SyncParts): Problem | undefined {
  if (!isSyncAddress(request.url ?? '')) return noSuchAddress
  return parts.isOwnOrigin(request) ? undefined : foreignOrigin
}

/** Finds out who is there and what they want, and lets them in or says why not. */
async function admit(socket: SyncSocket, request: IncomingMessage, parts: SyncParts): Promise<void> {
  try {
    const person = await parts.identify(request)
    if (person === undefined) return socket.close(closeCodes.noIdentity, 'no-identity')
    const room = wantedRoom(request.url ?? '')
    if (!room) return socket.close(closeCodes.noSuchBoard, 'no-such-board')
    if (room.schema !== undefined && !(room.schema >= schemaVersion)) {
      return socket.close(closeCodes.schemaTooOld, 'schema-too-old')
    }
    const admission = await parts.registry.connect(room.board, room.wanted, socket.peer(person))
    if (admission.admitted) socket.admit(admission.connection)
    else socket.close(admission.code, admission.reason)
  } catch (error) {
    parts.log.error({ err: error, url: request.url }, 'could not open a board for a socket')
    socket.close(closeCodes.tryAgain, 'try-again')
  }
}
