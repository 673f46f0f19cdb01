import { Redis } from 'ioredis'

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

/** Redis can't be used, and why. */
export class RedisFault extends Error {
  override readonly name = 'RedisFault'
  /** As an end of a sentence; holds no password. */
  readonly reason: string

  constructor(error: unknown) {
    const reason = redisReason(error)
    super(`Redis can’t be used: ${reason}`)
    this.reason = reason
  }
}

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

/** The rest of an error is not for any log: ioredis attaches what was asked, with the password. */
export function redisReason(error: unknown): string {
  if (error instanceof RedisFault) return error.reason
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : (message.split(' ')[0] ?? '')
  return reasons[code] ?? message
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOENT: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'there is no such host',
  ECONNRESET: 'it hung up',
  EPIPE: 'it hung up',
  ETIMEDOUT: 'it does not answer',
  Socket: 'it does not answer', // “Socket timeout. …”
  Connection: 'it hung up', // “Connection is closed.”
  Stream: 'the line to it is down', // “Stream isn't writeable …”
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no way to that host',
  WRONGPASS: 'it does not take this user with this password',
  NOAUTH: 'it asks for a password',
  NOPERM: 'this user may not publish and subscribe there',
}
