import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/** A load balancer without stickiness: each request and each WebSocket goes to the next node that is well. */
export interface Balancer {
  readonly port: number
  readonly url: string
  /** Ports of the nodes that it sends people to now. */
  well(): readonly number[]
  close(): Promise<void>
}

export interface BalancerOptions {
  /** Which of so many nodes is next; by default one after the other. */
  readonly next?: (count: number) => number
  /** How often a node is asked whether it is ready, and how long it may take to say so. */
  readonly askEveryMs?: number
  readonly answerWithinMs?: number
}

/**
 * Sends people to nodes of this machine.
 *
 * @remarks
 * A node that does not answer any more is left out until it does, and its connections are cut, so that people come back
 * elsewhere: what HAProxy calls `on-marked-down shutdown-sessions`. One that refuses a connection is left out at once.
 */
export async function openBalancer(ports: readonly number[], options: BalancerOptions = {}): Promise<Balancer> {
  let turn = 0
  const { next = (count) => turn++ % count, askEveryMs = 250, answerWithinMs = 2000 } = options
  const agent = new Agent({ keepAlive: true, maxSockets: 1000 })
  const ill = new Set<number>()
  const lines = new Map<number, Set<Duplex>>(ports.map((port) => [port, new Set()]))

  function pick(except: ReadonlySet<number>): number | undefined {
    const able = ports.filter((port) => !ill.has(port) && !except.has(port))
    return able[next(able.length)]
  }

  function mark(port: number, isWell: boolean): void {
    if (isWell) ill.delete(port)
    else {
      ill.add(port)
      for (const line of lines.get(port) ?? []) line.destroy()
    }
  }

  function keep(port: number, ...ends: readonly Duplex[]): void {
    for (const end of ends) {
      lines.get(port)?.add(end)
      end.once('close', () => {
        lines.get(port)?.delete(end)
        for (const other of ends) other.destroy()
      })
      end.on('error', () => end.destroy())
    }
  }

  function forward(asked: IncomingMessage, answering: ServerResponse, tried = new Set<number>()): void {
    const port = pick(tried)
    if (port === undefined) {
      answering.writeHead(503).end()
      return
    }
    const { method, url } = asked
    const passing = request({ host: '127.0.0.1', port, method, path: url, headers: headersOf(asked), agent })
    passing.once('socket', (socket) => lines.get(port)?.add(socket))
    passing.once('response', (response) => {
      answering.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answering)
      response.once('error', () => answering.destroy())
    })
    passing.once('error', (error) => {
      if (answering.headersSent || !isRefused(error)) answering.destroy()
      else {
        mark(port, false)
        forward(asked, answering, tried.add(port))
      }
    })
    passing.once('socket', (socket) => whenConnected(socket, () => asked.pipe(passing)))
  }

  function upgrade(asked: IncomingMessage, near: Duplex, head: Buffer, tried = new Set<number>()): void {
    const port = pick(tried)
    if (port === undefined) {
      near.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n')
      return
    }
    const far = connect(port, '127.0.0.1')
    far.once('error', () => {
      if (far.bytesWritten > 0) return
      mark(port, false)
      upgrade(asked, near, head, tried.add(port))
    })
    far.once('connect', () => {
      keep(port, near, far)
      const fields = Object.entries(headersOf(asked)).flatMap(([name, values]) =>
        [values].flat().map((value) => `${name}: ${value}\r\n`),
      )
      far.write(`GET ${asked.url} HTTP/1.1\r\n${fields.join('')}\r\n`)
      far.write(head)
      near.pipe(far)
      far.pipe(near)
    })
  }

  function ask(port: number): void {
    const asking = request({ host: '127.0.0.1', port, path: '/readyz', agent: false, timeout: answerWithinMs })
    asking.once('response', (response) => {
      response.resume()
      mark(port, response.statusCode === 200)
    })
    asking.once('timeout', () => asking.destroy())
    asking.once('error', () => mark(port, false))
    asking.end()
  }

  const server = createServer((asked, answering) => forward(asked, answering))
  server.on('upgrade', (asked, near, head) => upgrade(asked, near, head))
  const asking = setInterval(() => ports.forEach(ask), askEveryMs)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0

  return {
    port,
    url: `http://127.0.0.1:${port}`,
    well: () => ports.filter((each) => !ill.has(each)),
    async close() {
      clearInterval(asking)
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      for (const ends of lines.values()) for (const end of ends) end.destroy()
      agent.destroy()
      await closed
    },
  }
}

/** As they came, and whose they are. */
function headersOf({ headers, socket }: IncomingMessage): Record<string, string | string[]> {
  const known = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return { ...Object.fromEntries(known), 'x-forwarded-for': socket.remoteAddress ?? '' }
}

/** Nothing was sent yet: another node may be asked the same. */
function isRefused(error: Error): boolean {
  return 'code' in error && error.code === 'ECONNREFUSED'
}

function whenConnected(socket: Socket, run: () => void): void {
  if (socket.connecting) socket.once('connect', run)
  else run()
}
