import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { schemaVersion } from '../../shared/document/schema.ts'
import { closeCodes } from '../../shared/protocol/close-codes.ts'
import type { Registry } from '../rooms/registry.ts'
import type { Log, Metrics } from '../rooms/telemetry.ts'
import type { Timers } from '../rooms/timers.ts'
import { FrankWebSocket } from './frank-web-socket.ts'
import type { SyncLimits } from './limits.ts'
import { SyncSocket } from './sync-socket.ts'
import { isSyncAddress, wantedRoom } from './wanted-room.ts'

export interface SyncParts {
  readonly registry: Pick<Registry, 'connect'>
  /** The person whose cookie this is. */
  identify(request: IncomingMessage): Promise<string | undefined>
  isOwnOrigin(request: IncomingMessage): boolean
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
  const upgrades = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.messageBytes,
    WebSocket: FrankWebSocket,
  })
  let isClosed = false

  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    const refusal = isClosed ? '503 Service Unavailable' : refusalOf(request, parts)
    if (refusal !== undefined) {
      turnAway(stream, refusal)
      return
    }
    upgrades.handleUpgrade(request, stream, head, (webSocket) => {
      const socket = new SyncSocket(webSocket, { ...parts, gone: (gone) => sockets.delete(gone) })
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

function refusalOf(request: IncomingMessage, parts: SyncParts): string | undefined {
  if (!isSyncAddress(request.url ?? '')) return '404 Not Found'
  return parts.isOwnOrigin(request) ? undefined : '403 Forbidden'
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

function turnAway(stream: Duplex, status: string): void {
  stream.on('error', () => {}) // it may be gone already
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
