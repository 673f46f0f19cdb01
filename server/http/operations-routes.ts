import { Hono } from 'hono'
import { describeRoute, openAPIRouteHandler } from 'hono-openapi'
import { problemResponse } from './answer-problems.ts'
import { described, stateAnswer, timeAnswer } from './answers.ts'
import type { AppParts } from './app.ts'
import { noStore } from './security.ts'

/**
 * For whoever runs the server: is it alive, can it work, how does it do.
 *
 * @remarks
 * A node that does not hear of the others still serves and saves. It is ready, but degraded: were it not, a Redis that
 * is away would have a load balancer take out every node at once. Only who asks strictly, a monitor, is told 503. [OPS1]
 */
export function operationsRoutes({ metrics, ready }: AppParts) {
  return new Hono()
    .use('/healthz', noStore)
    .use('/readyz', noStore)
    .use('/metrics', noStore)
    .get('/healthz', describeRoute(described('Whether the server lives', { 200: stateAnswer })), (c) =>
      c.json({ status: 'alive' }),
    )
    .get(
      '/readyz',
      describeRoute(
        described('Whether it can work; with ?strict, also whether it hears the other servers', { 200: stateAnswer }),
      ),
      async (c) => {
        let amiss: string | undefined
        try {
          amiss = await ready()
        } catch {
          // The reason is in the log of whatever failed; the prober needs a yes or no.
          return notReady('The server is stopping, or can’t reach its store.')
        }
        if (amiss === undefined) return c.json({ status: 'ready' })
        return c.req.query('strict') === undefined ? c.json({ status: 'degraded', detail: amiss }) : notReady(amiss)
      },
    )
    .get('/metrics', describeRoute(described('What it did, for Prometheus', { 200: undefined })), async (c) =>
      c.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType }),
    )
}

/** For people and probes: holds no board, no person, no address. */
const notReady = (detail: string) => problemResponse({ type: 'not-ready', title: 'Not ready', status: 503, detail })

/** The server's clock, by which clients measure how far theirs is off. */
export function timeRoute({ now }: AppParts) {
  return new Hono().get(
    '/time',
    describeRoute(described('The server’s clock, in epoch milliseconds', { 200: timeAnswer })),
    (c) => c.json({ now: now() }),
  )
}

/** The description of all of `app`, drawn from its routes. */
export function openApiRoute(app: Hono) {
  return new Hono().get(
    '/openapi.json',
    openAPIRouteHandler(app, {
      documentation: {
        openapi: '3.1.0',
        info: {
          title: 'Hindsight',
          version: '1',
          description: 'Live boards for blameless incident reviews. Board contents sync over WebSocket at /sync.',
          license: { name: 'MIT', identifier: 'MIT' },
        },
        components: {
          securitySchemes: {
            eventToken: { type: 'http', scheme: 'bearer', description: 'Of one board; its facilitators make it.' },
          },
        },
      },
    }),
  )
}
