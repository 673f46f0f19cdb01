import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'
import type { RequestProblem } from './problem.ts'

/** What Node has of a request; nothing where it did not come over a socket. */
interface Bindings {
  readonly incoming?: IncomingMessage
  readonly outgoing?: ServerResponse
}

export interface AtOnceParts {
  readonly most: number
  /** Whose requests are counted together; undefined: this one is not. */
  who(c: Context): string | undefined
  /** Whether a request still counts. */
  isUnderWay(bindings: Bindings): boolean
  /** What those beyond are told. */
  problem(): RequestProblem
}

/** Its body has not come in yet. */
export const isComingIn = ({ incoming }: Bindings): boolean =>
  incoming !== undefined && !incoming.complete && !incoming.destroyed

/** Whoever asked has not taken all of the answer yet. */
export const isGoingOut = ({ outgoing }: Bindings): boolean => outgoing !== undefined && !outgoing.closed

/** Bounds how many requests somebody has under way at the same time, and holds none that is over. [PRESSURE10] */
export function atOnce({ most, who, isUnderWay, problem }: AtOnceParts): MiddlewareHandler<{ Bindings: Bindings }> {
  const underWay = new Map<string, Set<Bindings>>()
  return async (c, next) => {
    const key = who(c)
    if (key === undefined) return next()
    const theirs = underWay.get(key) ?? new Set()
    const forget = (request: Bindings) => {
      if (isUnderWay(request)) return
      theirs.delete(request)
      if (theirs.size === 0 && underWay.get(key) === theirs) underWay.delete(key)
    }
    theirs.forEach(forget)
    if (theirs.size >= most) throw problem()
    const request = c.env ?? {}
    underWay.set(key, theirs.add(request))
    for (const side of [request.incoming, request.outgoing]) side?.once('close', () => forget(request))
    await next()
    forget(request)
  }
}
