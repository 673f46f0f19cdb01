import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'
import type { OpenLimiter } from '../http/rate-limits.ts'
import type { Bus } from './port.ts'
import { openRedisBus, type RedisBusParts } from './redis.ts'
import { openRedisLine, usualRedisPatience } from './redis-line.ts'

/** What a node shares with the others by Redis. */
export interface Shared {
  /** Closing it closes all. */
  readonly bus: Bus
  /** Counts over all nodes, and here alone while Redis is away. */
  readonly openLimiter: OpenLimiter
}

/** A request waits no longer than that for its count: then it is counted here. */
const countedWithinMs = 300

/** @throws RedisFault where Redis can't be used now. */
export async function openShared(parts: RedisBusParts): Promise<Shared> {
  const { url, random, namespace, patience = usualRedisPatience } = parts
  const counting = await openRedisLine(url, patience, random, { answerMs: countedWithinMs })
  const bus = await openRedisBus(parts).catch((error: unknown) => {
    counting.disconnect()
    throw error
  })
  return {
    bus: {
      ...bus,
      async close() {
        await bus.close()
        counting.disconnect()
      },
    },
    openLimiter: (name, { points, seconds }) =>
      new RateLimiterRedis({
        storeClient: counting,
        rejectIfRedisNotReady: true,
        keyPrefix: `hindsight:${namespace}:limit:${name}`,
        points,
        duration: seconds,
        insuranceLimiter: new RateLimiterMemory({ points, duration: seconds }),
      }),
  }
}
