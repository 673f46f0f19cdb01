import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Surroundings } from '../../server/assemble.ts'
import type { Config } from '../../server/config.ts'
import { type RunningServer, startServer } from '../../server/start-server.ts'
import { realSurroundings } from '../../server/surroundings.ts'
import type { BoardAnswer, CreateBoard } from '../../shared/api/boards.ts'
import type { Command } from '../../shared/api/commands.ts'
import { apiPaths, boardRoom, deskRoom, type Invites } from '../../shared/api/paths.ts'
import type { Role } from '../../shared/review/people.ts'
import { openPlainClient, type PlainClient, type PlainClientOptions } from './plain-client.ts'

const roles = { ana: 'participant', ben: 'participant', fay: 'facilitator', olga: 'observer' } as const

/** Somebody who came to a board by HTTP, and is known by their cookie. */
export interface PlainPerson {
  readonly id: string
  readonly name: string
  readonly cookie: string
  board(options?: Partial<PlainClientOptions>): PlainClient
  desk(options?: Partial<PlainClientOptions>): PlainClient
  command(command: Command): Promise<Response>
  send(method: string, path: string, body?: unknown): Promise<Response>
}

/** A board on some server, and programs that connect to it as people. */
export interface PlainBoard {
  readonly id: string
  readonly invites: Invites
  readonly fay: PlainPerson
  /** ana and ben take part, fay facilitates, olga observes; anyone else takes part, unless told otherwise. */
  person(name: string, role?: Role): Promise<PlainPerson>
  /** Hangs up for everyone. */
  hangUp(): void
}

export interface World extends PlainBoard {
  readonly server: RunningServer
  readonly origin: string
  readonly dataDir: string
  /** Stops the server, and starts it again at the same place once `meanwhile` is done. */
  restart(meanwhile?: () => Promise<void> | void): Promise<void>
  close(): Promise<void>
}

/** A started server on a free port and a folder of its own, with one board that fay facilitates. */
export async function openWorld(
  settings: {
    readonly body?: Partial<CreateBoard>
    readonly config?: Partial<Config>
    readonly surroundings?: Partial<Surroundings>
  } = {},
): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hindsight-world-'))
  const start = (port: number) =>
    startServer(
      {
        port,
        host: '127.0.0.1',
        dataDir,
        publicUrl: undefined,
        secret: 'a secret of good length',
        logLevel: 'silent',
        ...settings.config,
      },
      { ...realSurroundings('silent'), ...settings.surroundings },
    )
  let server = await start(0)
  const origin = `http://127.0.0.1:${server.port}`
  const board = await openPlainBoard(origin, settings.body)
  return {
    ...board,
    get server() {
      return server
    },
    origin,
    dataDir,
    async restart(meanwhile) {
      const { port } = server
      await server.close()
      await meanwhile?.()
      server = await start(port)
    },
    async close() {
      board.hangUp()
      await server.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A new board on a server that runs somewhere; with the cookie of whoever is known there already. */
export async function openPlainBoard(origin: string, body: Partial<CreateBoard> = {}, known = ''): Promise<PlainBoard> {
  const clients = new Set<PlainClient>()
  const created = await ask(origin, known, 'POST', apiPaths.boards(), {
    title: 'Deploys stopped',
    name: 'fay',
    ...body,
  })
  const { board, me, invites }: BoardAnswer = await created.json()
  if (!invites) throw new Error('the board was not created')

  const person = (id: string, name: string, cookie: string): PlainPerson => {
    const connect = (room: string, options: Partial<PlainClientOptions> = {}) => {
      const client = openPlainClient({ origin, cookie, room, ...options })
      clients.add(client)
      return {
        ...client,
        close() {
          clients.delete(client)
          client.close()
        },
      }
    }
    return {
      id,
      name,
      cookie,
      board: (options) => connect(boardRoom(board.id), options),
      desk: (options) => connect(deskRoom(board.id), options),
      command: (command) => ask(origin, cookie, 'POST', apiPaths.commands(board.id), command),
      send: (method, path, sent) => ask(origin, cookie, method, path, sent),
    }
  }
  const fay = person(me.id, 'fay', cookieOf(created) || known)
  return {
    id: board.id,
    invites,
    fay,
    async person(name, given) {
      if (name === 'fay') return fay
      const role = given ?? new Map<string, Role>(Object.entries(roles)).get(name) ?? 'participant'
      const joined = await ask(origin, '', 'POST', apiPaths.join(board.id), { invite: invites[role], name })
      if (!joined.ok) throw new Error(`${name} could not join: ${joined.status}`)
      const answer: BoardAnswer = await joined.json()
      return person(answer.me.id, name, cookieOf(joined))
    },
    hangUp() {
      for (const client of clients) client.close()
    },
  }
}

function ask(origin: string, cookie: string, method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${origin}${path}`, {
    method,
    headers: { ...(cookie && { Cookie: cookie }), ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

function cookieOf(response: Response): string {
  return response.headers.get('Set-Cookie')?.split(';')[0] ?? ''
}
