import { nanoid } from 'nanoid'
import type { Bus } from '../../server/bus/port.ts'
import { openRedisBus, type RedisBusParts } from '../../server/bus/redis.ts'
import { nodeTimers } from '../../server/timers.ts'
import type { Meeting } from '../contract/bus.contract.ts'
import { type CuttingProxy, openCuttingProxy } from './cutting-proxy.ts'
import type { RedisServer } from './redis.ts'

/** Nodes that meet on a Redis, each with a way there of its own. */
export interface RedisMeeting extends Meeting {
  /** A node that reaches Redis as it is. */
  join(parts?: Partial<RedisBusParts>): Promise<Bus>
  proxyOf(bus: Bus): CuttingProxy
  /** What was said to operators. */
  readonly said: string[]
  readonly counts: { said: number; heard: number; lost: number; gaps: number }
}

/** Quick to notice, so that nobody waits. */
export const hasty = { connectMs: 1000, beatMs: 100, silenceMs: 300, returnMs: 50 }

export function redisMeeting(redis: RedisServer): RedisMeeting {
  const namespace = nanoid()
  const proxies = new Map<string, CuttingProxy>()
  const said: string[] = []
  const counts = { said: 0, heard: 0, lost: 0, gaps: 0 }
  const proxyOf = ({ node }: Bus) => proxies.get(node)!
  return {
    said,
    counts,
    proxyOf,
    async join(parts = {}) {
      const proxy = await openCuttingProxy(redis.url)
      const bus = await openRedisBus({
        url: proxy.via(redis.url),
        node: nanoid(),
        namespace,
        random: Math.random,
        timers: nodeTimers,
        tell: (sentence) => said.push(sentence),
        warn: (_error, sentence) => said.push(sentence),
        metrics: {
          said: () => counts.said++,
          heard: () => counts.heard++,
          lost: () => counts.lost++,
          gap: () => counts.gaps++,
        },
        patience: hasty,
        ...parts,
      })
      proxies.set(bus.node, proxy)
      return bus
    },
    async cut(bus) {
      proxyOf(bus).silence()
    },
    async mend(bus) {
      proxyOf(bus).mend()
    },
    async end() {
      for (const proxy of proxies.values()) await proxy.close()
    },
  }
}
