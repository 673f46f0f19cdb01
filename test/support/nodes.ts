import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nanoid } from 'nanoid'
import type { Surroundings } from '../../server/assemble.ts'
import { type Hub, inProcessBus, openHub } from '../../server/bus/in-process.ts'
import { type RunningServer, startServer } from '../../server/start-server.ts'
import { realSurroundings } from '../../server/surroundings.ts'
import type { Command } from '../../shared/api/commands.ts'
import { apiPaths } from '../../shared/api/paths.ts'
import { openPlainBoard, type PlainBoard, type PlainPerson } from './world.ts'

/** One of several servers that serve the same boards. */
export interface Node {
  readonly origin: string
  readonly server: RunningServer
  /** Its name on the bus. */
  readonly name: string
}

export interface Nodes extends PlainBoard {
  readonly nodes: readonly Node[]
  readonly hub: Hub
  readonly databaseUrl: string
  /** Somebody sends a command to a server that they choose. */
  command(by: PlainPerson, at: Node, command: Command): Promise<number>
  send(by: PlainPerson, at: Node, method: string, path: string, body?: unknown): Promise<Response>
  start(surroundings?: Partial<Surroundings>): Promise<Node>
  close(): Promise<void>
}

/** Whole servers in this process on one database, which tell each other of changes; and a board on the first of them. */
export async function openNodes(
  databaseUrl: string,
  { count = 2, surroundings }: { readonly count?: number; readonly surroundings?: Partial<Surroundings> } = {},
): Promise<Nodes> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hindsight-nodes-'))
  const hub = openHub(nanoid)
  const nodes: Node[] = []

  async function start(special?: Partial<Surroundings>): Promise<Node> {
    const bus = inProcessBus(hub)
    const server = await startServer(
      {
        port: 0,
        host: '127.0.0.1',
        dataDir,
        databaseUrl,
        publicUrl: undefined,
        secret: 'a secret of good length',
        logLevel: 'silent',
      },
      { ...realSurroundings('silent'), ...surroundings, ...special, joinBus: () => bus },
    )
    const node = { origin: `http://127.0.0.1:${server.port}`, server, name: bus.node }
    nodes.push(node)
    return node
  }

  const first = await start()
  await Promise.all(Array.from({ length: count - 1 }, () => start()))
  const board = await openPlainBoard(first.origin)

  const send: Nodes['send'] = (by, at, method, path, body) =>
    fetch(`${at.origin}${path}`, {
      method,
      headers: { Cookie: by.cookie, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  return {
    ...board,
    nodes,
    hub,
    databaseUrl,
    start,
    send,
    command: async (by, at, command) => (await send(by, at, 'POST', apiPaths.commands(board.id), command)).status,
    async close() {
      board.hangUp()
      await Promise.all(nodes.map(({ server }) => server.close()))
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
