import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Balancer, type BalancerOptions, openBalancer } from './balancer.ts'
import { type CuttingProxy, openCuttingProxy } from './cutting-proxy.ts'
import { freePort } from './free-port.ts'
import { openPostgres, type Postgres } from './postgres.ts'
import { openRedis, type RedisServer } from './redis.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

/** One of several servers, as a process of its own. */
export interface Node {
  readonly port: number
  /** Where it is reached itself, past the load balancer. */
  readonly url: string
  /** Its own way to what all of them share. */
  readonly toRedis: CuttingProxy
  readonly toPostgres: CuttingProxy
  isRunning(): boolean
  /** What it has said since it was started last. */
  output(): string
  /** SIGKILL: it is gone at once. */
  kill(): Promise<void>
  /** SIGTERM: it hands its people over, and ends. */
  stop(): Promise<void>
  /** SIGSTOP: it stands still, and everything that it holds stays open. */
  pause(): void
  goOn(): void
  /** At the same port, once it is gone. */
  start(): Promise<void>
}

/** Several servers on one PostgreSQL and one Redis, behind a load balancer. */
export interface Nodes {
  readonly nodes: readonly Node[]
  readonly balancer: Balancer
  readonly postgres: Postgres
  readonly redis: RedisServer
  readonly databaseUrl: string
  /** Ends all of it, and leaves nothing behind. */
  clear(): Promise<void>
}

export interface NodesOptions {
  readonly count: number
  /** The folder of PostgreSQL's programs, and Redis's program. */
  readonly programs: { readonly postgres: string; readonly redis: string }
  /** PostgreSQL waits for the disk. */
  readonly isDurable: boolean
  readonly balancing?: BalancerOptions
  /** What all of them get besides. */
  readonly env?: Readonly<Record<string, string>>
}

/** Starts them one after the other: the first one makes the tables. */
export async function openNodes({ count, programs, isDurable, balancing, env }: NodesOptions): Promise<Nodes> {
  const folder = await mkdtemp(join(tmpdir(), 'hindsight-nodes-'))
  const postgres = await openPostgres(programs.postgres, { isDurable })
  const redis = await openRedis(programs.redis)
  const databaseUrl = await postgres.database()
  const nodes: Node[] = []

  async function clear(): Promise<void> {
    for (const node of nodes) {
      if (node.isRunning()) await node.kill()
      await node.toRedis.close()
      await node.toPostgres.close()
    }
    await redis.clear()
    await postgres.clear()
    await rm(folder, { recursive: true, force: true })
  }

  try {
    for (let nth = 1; nth <= count; nth++) {
      nodes.push(
        await openNode({ databaseUrl, redisUrl: redis.url, env: { DATA_DIR: join(folder, `${nth}`), ...env } }),
      )
      await nodes.at(-1)?.start()
    }
  } catch (error) {
    await clear()
    throw error
  }
  const balancer = await openBalancer(
    nodes.map(({ port }) => port),
    balancing,
  )
  return {
    nodes,
    balancer,
    postgres,
    redis,
    databaseUrl,
    async clear() {
      await balancer.close()
      await clear()
    },
  }
}

/** Not started yet. */
async function openNode({
  databaseUrl,
  redisUrl,
  env,
}: {
  readonly databaseUrl: string
  readonly redisUrl: string
  readonly env: Readonly<Record<string, string>>
}): Promise<Node> {
  const port = await freePort()
  const toPostgres = await openCuttingProxy(databaseUrl)
  const toRedis = await openCuttingProxy(redisUrl)
  let process: ServerProcess | undefined
  const running = (): ServerProcess => {
    if (!process) throw new Error('this node does not run')
    return process
  }
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    await running().end(signal)
    process = undefined
  }

  return {
    port,
    url: `http://127.0.0.1:${port}`,
    toRedis,
    toPostgres,
    isRunning: () => process !== undefined,
    output: () => running().output(),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    pause: () => running().signal('SIGSTOP'),
    goOn: () => running().signal('SIGCONT'),
    async start() {
      process = await startServerProcess({
        PORT: String(port),
        DATABASE_URL: toPostgres.via(databaseUrl),
        REDIS_URL: toRedis.via(redisUrl),
        SECRET: 'a secret of good length, shared by all',
        TRUST_PROXY: '1',
        ...env,
      })
    },
  }
}
