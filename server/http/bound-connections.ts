import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import type { HttpLimits } from './limits.ts'

/**
 * Bounds the TCP connections of everybody, and of one address those that are no WebSocket; what is beyond is cut.
 *
 * @remarks
 * Whoever stands behind a proxy comes from its address, so the bound is far above what a busy proxy holds. [PRESSURE9]
 */
export function boundConnections(server: Server, { connections, connectionsPerAddress }: HttpLimits): void {
  const open = new Map<string, number>()
  const counted = new WeakSet<object>()
  const letGo = (socket: object, address: string) => {
    if (!counted.delete(socket)) return
    const left = (open.get(address) ?? 0) - 1
    if (left > 0) open.set(address, left)
    else open.delete(address)
  }

  server.maxConnections = connections
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? 'unknown'
    const before = open.get(address) ?? 0
    if (before >= connectionsPerAddress) {
      socket.destroy()
      return
    }
    counted.add(socket)
    open.set(address, before + 1)
    socket.once('close', () => letGo(socket, address))
  })
  server.on('upgrade', ({ socket }: IncomingMessage) => letGo(socket, socket.remoteAddress ?? 'unknown'))
}
