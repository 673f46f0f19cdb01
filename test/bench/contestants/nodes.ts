import { join } from 'node:path'
import { freePort } from '../../support/free-port.ts'
import { openPostgres } from '../../support/postgres.ts'
import { query } from '../../support/postgres-place.ts'
import { findOrInstallPostgres } from '../../support/postgres-programs.ts'
import { openRedis, type RedisServer } from '../../support/redis.ts'
import { findOrInstallRedis } from '../../support/redis-programs.ts'
import type { Node, Start, Words } from '../contestant.ts'
import { type ServerUnderTest, startServerUnderTest, type Usage } from '../server-under-test.ts'
import { hocuspocus } from '../wire.ts'
import { convene, withNotes } from './hindsight.ts'
import { peer, script } from './peers.ts'

/**
 * Servers of a checkout that share a PostgreSQL, which waits for the disk, and a Redis; nobody balances between them, so
 * that only they are measured.
 */
export function startNodes(
  checkout: string,
  { count, isApart }: { readonly count: number; readonly isApart: boolean },
): Start {
  return async (folder, options) => {
    const postgres = await openPostgres(findOrInstallPostgres(console.error), { isDurable: true })
    const redis = await openRedis(findOrInstallRedis(console.error))
    const databaseUrl = await postgres.database()
    const nodes: Node[] = []
    while (nodes.length < count) {
      const port = await freePort()
      const env = {
        PORT: String(port),
        DATA_DIR: join(folder, String(port)),
        DATABASE_URL: databaseUrl,
        REDIS_URL: redis.url,
        SECRET: 'known to all of the nodes',
      }
      const server = await startServerUnderTest(port, [join(checkout, 'dist/server/main.js')], env, options)
      nodes.push({ ...server, words: () => wordsAt(port) })
    }
    let seated = 0
    let boards = 0
    return {
      server: together(nodes, async () => {
        await redis.clear()
        await postgres.clear()
      }),
      nodes,
      redisCpuMs: () => cpuOf(redis),
      async logBytes() {
        const [row] = await query(databaseUrl, `SELECT (pg_current_wal_lsn() - '0/0')::float8 AS bytes`)
        return Number(row?.bytes)
      },
      async openBoard(people, notes) {
        const [board, first] = [boards, seated]
        boards += 1
        seated += people
        const portOf = (person: number) => nodes[(isApart ? board : person) % count]!.port
        return convene(portOf, people, withNotes(notes), first)
      },
    }
  }
}

/** Hocuspocus with its Redis extension; its nodes keep their documents in one SQLite file. */
export function startHocuspocusNodes(count: number): Start {
  return async (folder, options) => {
    const redis = await openRedis(findOrInstallRedis(console.error))
    const nodes: ServerUnderTest[] = []
    while (nodes.length < count) {
      const port = await freePort()
      const args = [script('hocuspocus'), String(port), join(folder, 'hocuspocus.sqlite'), new URL(redis.url).port]
      nodes.push(await startServerUnderTest(port, args, {}, options))
    }
    const server = together(nodes, () => redis.clear())
    return {
      ...peer(server, (person) => nodes[person % count]!.port, hocuspocus),
      redisCpuMs: () => cpuOf(redis),
    }
  }
}

/** Several servers as one: what all of them use. */
function together(nodes: readonly ServerUnderTest[], after: () => Promise<void>): ServerUnderTest {
  const sum = async (look: (node: ServerUnderTest) => Promise<Usage>): Promise<Usage> => {
    const all = await Promise.all(nodes.map(look))
    const of = (read: (usage: Usage) => number) => all.reduce((total, usage) => total + read(usage), 0)
    return {
      atMs: all[0]?.atMs ?? 0,
      cpuMs: of(({ cpuMs }) => cpuMs),
      rss: of(({ rss }) => rss),
      heapUsed: of(({ heapUsed }) => heapUsed),
      external: of(({ external }) => external),
      peakRss: of(({ peakRss }) => peakRss),
    }
  }
  return {
    port: nodes[0]?.port ?? 0,
    usage: () => sum((node) => node.usage()),
    collected: () => sum((node) => node.collected()),
    async end() {
      await Promise.all(nodes.map((node) => node.end()))
      await after()
    },
    async stop() {
      await Promise.all(nodes.map((node) => node.stop()))
      await after()
    },
  }
}

async function wordsAt(port: number): Promise<Words> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const read = (name: string) =>
    Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.split(' ')[1] ?? 0,
    )
  return {
    said: read('hindsight_bus_words_total{what="said"}'),
    heard: read('hindsight_bus_words_total{what="heard"}'),
    bytesSaid: read('hindsight_bus_bytes_total{what="said"}'),
    updates: read('hindsight_updates_total'),
  }
}

async function cpuOf(redis: RedisServer): Promise<number> {
  const told = String(await redis.ask('INFO', 'cpu'))
  const seconds = ['used_cpu_sys', 'used_cpu_user'].map((name) =>
    Number(new RegExp(`^${name}:(.*)$`, 'm').exec(told)?.[1]),
  )
  return seconds.reduce((sum, each) => sum + each, 0) * 1000
}
