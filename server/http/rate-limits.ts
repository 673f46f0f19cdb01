import type { IncomingMessage } from 'node:http'
import { isIPv4 } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { tooManyRequests } from './problem.ts'

/** How often, in how many seconds. */
export interface Rate {
  readonly points: number
  readonly seconds: number
}

export interface RateLimits {
  /** By address: a whole company may share one. */
  readonly creating: Rate
  readonly joining: Rate
  /** By person. */
  readonly looking: Rate
  readonly commands: Rate
  readonly changes: Rate
  readonly reports: Rate
}

export const rateLimits: RateLimits = {
  creating: { points: 240, seconds: 60 },
  joining: { points: 600, seconds: 60 },
  looking: { points: 600, seconds: 10 },
  commands: { points: 300, seconds: 10 },
  changes: { points: 120, seconds: 60 },
  reports: { points: 60, seconds: 60 },
}

/** Answers 429 to whoever asks more often than `rate`. */
export function limited({ points, seconds }: Rate, who: (c: Context) => string): MiddlewareHandler {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return async (c, next) => {
    try {
      await limiter.consume(who(c))
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      throw tooManyRequests(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)))
    }
    await next()
  }
}

export const byPerson = (c: Context): string => c.get('person')

/**
 * The address a request came from.
 *
 * A proxy on this machine or in its network adds the address it saw to the end of `X-Forwarded-For`; from anybody else
 * that header says nothing.
 */
export function byAddress(c: Context<{ Bindings: { readonly incoming?: IncomingMessage } }>): string {
  const peer = c.env?.incoming?.socket.remoteAddress ?? 'unknown'
  const seenByProxy = c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim()
  return seenByProxy && isNear(peer) ? seenByProxy : peer
}

function isNear(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '')
  if (!isIPv4(plain)) return plain === '::1' || /^f[cd]/i.test(plain)
  return /^(127|10)\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\./.test(plain)
}
