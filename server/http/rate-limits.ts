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
  /** The largest takes a second of the server's. */
  readonly importing: Rate
  readonly joining: Rate
  /** By address, before anything else is asked of a token: guessing is pointless, and costs us little. */
  readonly sending: Rate
  /** By board: an alert storm is told as what it was, not alert by alert. */
  readonly events: Rate
  /** By person. */
  readonly looking: Rate
  readonly commands: Rate
  readonly changes: Rate
  readonly reports: Rate
  /** Each may look into many boards. */
  readonly across: Rate
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
