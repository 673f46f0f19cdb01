import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { routePath } from 'hono/route'
import { type EventTokens, openEventTokens } from '../auth/event-tokens.ts'
import type { Identities } from '../auth/identity.ts'
import { openSelfLinks, type SelfLinks } from '../auth/self-links.ts'
import type { TrustProxy } from '../config.ts'
import type { Timers } from '../rooms/timers.ts'
import type { Store } from '../store/port.ts'
import { acrossRoutes } from './across-routes.ts'
import { answerProblems } from './answer-problems.ts'
import { type Asking, openAsking } from './asking.ts'
import { atOnce, isComingIn } from './at-once.ts'
import { boardRoutes } from './board-routes.ts'
import { commandRoutes } from './command-routes.ts'
import { eventRoutes } from './event-routes.ts'
import { importRoutes } from './import-routes.ts'
import type { HttpLimits } from './limits.ts'
import { oneMebibyte } from './one-mebibyte.ts'
import { openApiRoute, operationsRoutes, timeRoute } from './operations-routes.ts'
import { pages } from './pages.ts'
import { peopleRoutes } from './people-routes.ts'
import type { Facilitation, HttpLog, HttpMetrics, LiveBoards, RenderReport } from './ports.ts'
import { noSuchAddress, tooManyAtOnce } from './problem.ts'
import { type Limiters, type OpenLimiter, openLimiters, type RateLimits } from './rate-limits.ts'
import { reportRoutes } from './report-routes.ts'
import { headers, noStore, ownOriginOnly } from './security.ts'

export interface AppParts {
  readonly store: Store
  readonly boards: LiveBoards
  readonly facilitation: Facilitation
  readonly renderReport: RenderReport
  readonly identities: Identities
  readonly limits: RateLimits
  readonly openLimiter: OpenLimiter
  readonly httpLimits: HttpLimits
  /** An origin; undefined: whatever address a request came to. */
  readonly publicUrl: string | undefined
  readonly trustProxy: TrustProxy | undefined
  /** The built client; undefined where something else serves it. */
  readonly clientDir: string | undefined
  /** What is amiss although the server does its work, in a sentence; rejects while it can't. */
  readonly ready: () => Promise<string | undefined>
  readonly metrics: HttpMetrics
  readonly log: HttpLog
  readonly now: () => number
  readonly timers: Pick<Timers, 'soon'>
  readonly newId: () => string
  readonly newSecret: () => string
}

/** Answers requests, over a socket or none. */
export type App = Hono

/** What routes work with. */
export interface RouteParts extends Omit<AppParts, 'limits'> {
  readonly limits: Limiters
  readonly asking: Asking
  readonly selfLinks: SelfLinks
  readonly eventTokens: EventTokens
}

/** Everything Hindsight answers over HTTP. */
export function createApp(parts: AppParts): App {
  const { store, boards, identities, publicUrl, clientDir, log, metrics, now } = parts
  const asking = openAsking({ identities, boards, trustProxy: parts.trustProxy, epoch: () => store.epoch() })
  const routeParts: RouteParts = {
    ...parts,
    limits: openLimiters(parts.limits, parts.openLimiter),
    asking,
    selfLinks: openSelfLinks(store.links, parts),
    eventTokens: openEventTokens(store.eventTokens, parts),
  }
  const app = new Hono()

  app.onError(answerProblems(log))
  app.notFound(() => {
    throw noSuchAddress()
  })

  app.use(async (c, next) => {
    const startedAt = now()
    await next()
    const request = { method: c.req.method, route: routePath(c), status: c.res.status, ms: now() - startedAt }
    metrics.requested(request)
    log.debug({ ...request, path: c.req.path }, 'answered')
  })
  app.use(headers(publicUrl), compress())
  const bodies = atOnce({
    most: parts.httpLimits.bodiesPerAddress,
    who: (c) => (['GET', 'HEAD'].includes(c.req.method) ? undefined : asking.addressOf(c)),
    problem: () => tooManyAtOnce('Too much comes in from your network at once.'),
    isUnderWay: isComingIn,
  })
  app.use('/api/*', noStore, ownOriginOnly(publicUrl), bodies, oneMebibyte)

  app.route('/', operationsRoutes(parts))
  app.route('/api', timeRoute(parts))
  app.route('/api', boardRoutes(routeParts))
  app.route('/api', acrossRoutes(routeParts))
  app.route('/api', importRoutes(routeParts))
  app.route('/api', peopleRoutes(routeParts))
  app.route('/api', commandRoutes(routeParts))
  app.route('/api', eventRoutes(routeParts))
  app.route('/api', reportRoutes(routeParts))
  app.route('/api', openApiRoute(app))
  app.all('/api/*', () => {
    throw noSuchAddress()
  })
  if (clientDir !== undefined) app.route('/', pages(clientDir))
  return app
}
