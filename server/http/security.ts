import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { isOwnOrigin } from '../auth/origin.ts'
import { notAllowed } from './problem.ts'

const ours = ["'self'"]
const nothing = ["'none'"]

/** Headers of every response; a route that sets one of them itself keeps its own. */
export function headers(publicUrl: string | undefined): MiddlewareHandler {
  return secureHeaders({
    overwrite: false,
    contentSecurityPolicy: {
      defaultSrc: nothing,
      scriptSrc: ours,
      styleSrc: ours,
      imgSrc: [...ours, 'data:'],
      fontSrc: ours,
      connectSrc: ours,
      manifestSrc: ours,
      workerSrc: ours,
      frameAncestors: nothing,
      baseUri: nothing,
      formAction: ours,
      // Not even our own code makes markup, scripts or addresses of scripts out of text, but for the one service worker.
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ['hindsight-worker'],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    strictTransportSecurity: publicUrl?.startsWith('https:') ? 'max-age=15552000' : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  })
}

/** A page of somebody else must not act in the name of a person who happens to visit it. */
export function ownOriginOnly(publicUrl: string | undefined): MiddlewareHandler {
  return async (c, next) => {
    const isReading = c.req.method === 'GET' || c.req.method === 'HEAD'
    const from = { origin: c.req.header('Origin'), host: c.req.header('Host') ?? new URL(c.req.url).host }
    if (!isReading && !isOwnOrigin(from, publicUrl)) {
      throw notAllowed(
        'foreign-origin',
        'This came from another site',
        `Changes are taken from Hindsight’s own pages only. ${
          publicUrl === undefined ? 'Open it at its own address.' : `Open it at ${publicUrl}.`
        }`,
      )
    }
    await next()
  }
}

/** What the API answers is of this moment, and often for one person only. */
export const noStore: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
}
