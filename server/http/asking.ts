import type { IncomingMessage } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'
import { setCookie } from 'hono/cookie'
import { type Identities, identitySeconds } from '../auth/identity.ts'
import type { TrustProxy } from '../config.ts'
import type { LiveBoard } from '../rooms/live-board.ts'
import type { Member } from '../store/port.ts'
import { clientAddress } from './client-address.ts'
import type { LiveBoards } from './ports.ts'
import { noIdentity, noSuchBoard, notAFacilitator, notAMember, removedFromBoard } from './problem.ts'

/** What a route knows of who asks, once its middleware has found out. */
export interface Asked {
  Variables: { person: string; live: LiveBoard; me: Member }
}

/** Who is asking, step by step: each answers for itself what it can't find. */
export interface Asking {
  /** 401 without an identity. */
  readonly identified: MiddlewareHandler<Asked>
  /** 404 for an unknown board. */
  readonly onBoard: MiddlewareHandler<Asked>
  /** 403 for anyone who is not on the board now. */
  readonly member: MiddlewareHandler<Asked>
  readonly facilitator: MiddlewareHandler<Asked>
  /** Under which address a request counts. */
  addressOf(c: Context): string
  /** The person of a valid cookie, where there is one. */
  personOf(c: Context): string | undefined
  remember(c: Context, person: string): void
}

export function openAsking(deps: {
  readonly identities: Identities
  readonly boards: LiveBoards
  readonly trustProxy: TrustProxy | undefined
  /** The store's. */
  readonly epoch: () => Promise<string>
}): Asking {
  const { identities, boards } = deps
  const addressFor = clientAddress(deps.trustProxy)
  const personOf = (c: Context) => identities.personOf(c.req.header('Cookie'))

  return {
    async identified(c, next) {
      const person = personOf(c)
      if (person === undefined) throw noIdentity()
      c.set('person', person)
      await next()
    },

    async onBoard(c, next) {
      const live = await boards.open(c.req.param('id') ?? '')
      if (live === undefined) throw noSuchBoard(await deps.epoch())
      c.set('live', live)
      await next()
    },

    async member(c, next) {
      const me = c.get('live').members.get(c.get('person'))
      if (me === undefined) throw notAMember(await deps.epoch())
      if (me.left !== undefined) throw removedFromBoard(await deps.epoch())
      c.set('me', me)
      await next()
    },

    async facilitator(c, next) {
      if (c.get('me').role !== 'facilitator') throw notAFacilitator('Ask a facilitator to do it, or to make you one.')
      await next()
    },

    addressOf(c: Context<{ Bindings: { readonly incoming?: IncomingMessage } }>) {
      const peer = c.env?.incoming?.socket.remoteAddress
      return addressFor({ peer, forwardedFor: c.req.header('X-Forwarded-For') })
    },

    personOf,

    remember(c, person) {
      const { name, isSecure } = identities.cookie
      setCookie(c, name, identities.issue(person), {
        httpOnly: true,
        sameSite: 'Lax',
        secure: isSecure,
        path: '/',
        maxAge: identitySeconds,
      })
    },
  }
}
