import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

/**
 * The floor: what a frame costs on its way from one socket to all others, with no document, no guard and no disk.
 * Rooms are paths.
 */
const rooms = new Map()
const http = createServer()
const sockets = new WebSocketServer({ server: http })

sockets.on('connection', (socket, request) => {
  const room = rooms.get(request.url) ?? new Set()
  rooms.set(request.url, room.add(socket))
  socket.on('message', (frame) => {
    for (const other of room) if (other !== socket) other.send(frame)
  })
  socket.on('close', () => room.delete(socket))
  socket.on('error', () => {}) // always followed by 'close'
})
http.listen(Number(process.argv[2]), '127.0.0.1')
