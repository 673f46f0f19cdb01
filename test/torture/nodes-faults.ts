import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '../support/chance.ts'
import type { Node, Nodes } from '../support/node-processes.ts'

/** What becomes of servers that share their boards, or of what they share them over. */
const faults = [
  'node-killed',
  'node-paused',
  'node-stopped',
  'redis-killed',
  'postgres-crashed',
  'postgres-restarted',
  'node-without-redis',
  'node-without-postgres',
] as const
export type NodesFault = (typeof faults)[number]

/** What is to happen: drawn whole before it does, so that a seed brings the same however fast everyone works. */
export interface Blow {
  readonly fault: NodesFault
  /** Which of the nodes. */
  readonly nth: number
  /** Until it is mended; milliseconds. */
  readonly ms: number
  /** Connections are not cut: nothing more comes through. */
  readonly isSilent: boolean
}

/** A node that stands still does so for `pausedMs`. Every kind comes up before one does again. */
export function* blows(
  chance: Chance,
  count: number,
  { pausedMs, mostMs }: { readonly pausedMs: number; readonly mostMs: number },
): Generator<Blow, never> {
  for (;;) {
    for (const fault of shuffled(faults, chance)) {
      const ms = fault === 'node-paused' ? pausedMs : chance.int(500, mostMs)
      yield { fault, nth: chance.int(0, count - 1), ms, isSilent: chance.happens(0.5) }
    }
  }
}

function shuffled<T>(all: readonly T[], chance: Chance): readonly T[] {
  const left = [...all]
  return all.flatMap(() => left.splice(chance.int(0, left.length - 1), 1))
}

/** Strikes, and mends it. `whenDead` is awaited once a node has just died. */
export async function strike(
  { fault, nth, ms, isSilent }: Blow,
  { nodes, redis, postgres }: Nodes,
  whenDead: () => Promise<void>,
): Promise<void> {
  const node = nodes[nth]
  if (node === undefined) throw new Error(`there is no node ${nth}`)
  switch (fault) {
    case 'node-killed':
      await node.kill()
      await whenDead()
      await pause(ms)
      return node.start()
    case 'node-paused':
      node.pause()
      await pause(ms)
      return node.goOn()
    case 'node-stopped':
      await node.stop()
      await pause(ms)
      return node.start()
    case 'redis-killed':
      await redis.kill()
      await pause(ms)
      return redis.start()
    case 'postgres-crashed':
      await postgres.crash()
      await pause(ms / 2)
      return postgres.start()
    case 'postgres-restarted':
      await postgres.stop()
      return postgres.start()
    case 'node-without-redis':
      return partition(node.toRedis, isSilent, ms)
    case 'node-without-postgres':
      return partition(node.toPostgres, isSilent, ms)
  }
}

async function partition(way: Node['toRedis'], isSilent: boolean, ms: number): Promise<void> {
  if (isSilent) way.silence()
  else way.cut()
  await pause(ms)
  way.mend()
}
