import type { Context, MiddlewareHandler } from 'hono'
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
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

/** Counts how often each key asks; rejects with a RateLimiterRes whoever asks too often. */
export type Limiter = Pick<RateLimiterAbstract, 'consume'>

/** Where it is counted. */
export type OpenLimiter = (name: string, rate: Rate) => Limiter

export type Limiters = Readonly<Record<keyof RateLimits, Limiter>>

/** One count for each name, whichever routes share it. */
export function openLimiters(rates: RateLimits, open: OpenLimiter): Limiters {
  const one = (name: keyof RateLimits) => open(name, rates[name])
  return {
    creating: one('creating'),
    importing: one('importing'),
    joining: one('joining'),
    sending: one('sending'),
    events: one('events'),
    looking: one('looking'),
    commands: one('commands'),
    changes: one('changes'),
    reports: one('reports'),
    across: one('across'),
  }
}

/** Counted by this server alone. */
export const countedHere: OpenLimiter = (_name, { points, seconds }) =>
  new RateLimiterMemory({ points, duration: seconds })

/** Answers 429 to whoever asks more often than that. */
export function limited(limiter: Limiter, who: (c: Context) => string): MiddlewareHandler {
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
