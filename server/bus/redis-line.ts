import { Redis } from 'ioredis'
import { RedisFault } from './redis-fault.ts'

/** How long a Redis may take. */
export interface RedisPatience {
  readonly connectMs: number
  /** How often it is asked whether it is there. */
  readonly beatMs: number
  /** An answer that takes longer does not come any more: the line is cut, and made again. */
  readonly silenceMs: number
  /** How long between two tries to come back, at the most. */
  readonly returnMs: number
}

export const usualRedisPatience: RedisPatience = { connectMs: 3000, beatMs: 2000, silenceMs: 3000, returnMs: 1000 }

/**
 * A connection that comes back by itself, and keeps nothing for later: what is asked while it is away fails at once.
 *
 * @remarks
 * What was asked and not answered when a line breaks fails, too (`maxRetriesPerRequest`): ioredis would otherwise forget
 * it without a word.
 *
 * @throws RedisFault where it can't be made now.
 */
export async function openRedisLine(
  url: string,
  patience: RedisPatience,
  /** From 0 up to, but not including, 1. */
  random: () => number,
  most: { readonly answerMs?: number } = {},
): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    autoResubscribe: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    connectTimeout: patience.connectMs,
    socketTimeout: patience.silenceMs,
    commandTimeout: most.answerMs,
    retryStrategy: (times) => Math.min(patience.returnMs, 25 * 2 ** Math.min(times, 10)) * (0.5 + random() / 2),
  })
  let last: unknown
  redis.on('error', (error) => {
    last = error
  })
  try {
    await redis.connect()
    return redis
  } catch (error) {
    redis.disconnect()
    throw new RedisFault(last ?? error)
  }
}
