import { Hono, type MiddlewareHandler } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import { type EventTokenFacts, eventsBody, eventsBodyForms, type MadeEventToken } from '../../shared/api/events.ts'
import { eventsRefusals } from '../../shared/api/refusals.ts'
import { described, eventTokenAnswer, madeEventTokenAnswer, takenEventsAnswer } from './answers.ts'
import type { RouteParts } from './app.ts'
import type { Asked } from './asking.ts'
import { jsonBody, noForm } from './json-body.ts'
import { noEventToken, notForThisBoard, RequestProblem } from './problem.ts'
import { byPerson, limited } from './rate-limits.ts'

/** Who sends an event: whoever holds the token of this board. */
interface Sending extends Asked {
  Variables: Asked['Variables'] & { tokenBoard: string }
}

/** Events that alerting, chat and deploy tools send, and the token they send them with. */
export function eventRoutes({ asking, eventTokens, facilitation, limits }: RouteParts) {
  const { identified, onBoard, member, facilitator } = asking

  const withToken: MiddlewareHandler<Sending> = async (c, next) => {
    const board = await eventTokens.boardOf(c.req.header('Authorization'))
    if (board === undefined) throw noEventToken()
    c.set('tokenBoard', board)
    await next()
  }
  const forThisBoard: MiddlewareHandler<Sending> = async (c, next) => {
    if (c.get('tokenBoard') !== c.get('live').id) throw notForThisBoard()
    await next()
  }

  return new Hono<Sending>()
    .post(
      '/boards/:id/timeline',
      describeRoute({
        ...described('Send events to the timeline', { 200: takenEventsAnswer, 201: takenEventsAnswer }),
        description:
          'With the token of the board as `Authorization: Bearer …`. An event whose `id` was sent before is answered ' +
          'and changes nothing. What Alertmanager sends to a webhook is taken as it is.',
        security: [{ eventToken: [] }],
      }),
      limited(limits.sending, asking.addressOf),
      withToken,
      limited(limits.events, (c) => c.get('tokenBoard')),
      onBoard,
      forThisBoard,
      jsonBody(eventsBody),
      describeRoute({
        requestBody: { required: true, content: { 'application/json': { schema: resolver(eventsBodyForms) } } },
      }),
      async (c) => {
        const outcome = await facilitation.takeEvents(c.get('live'), c.req.valid('json'))
        if (outcome.allowed) return c.json(outcome.value, outcome.value.events.some(({ added }) => added) ? 201 : 200)
        throw new RequestProblem({
          type: outcome.reason,
          title: 'Nothing was added',
          ...eventsRefusals[outcome.reason],
        })
      },
    )
    .get(
      '/boards/:id/timeline/token',
      describeRoute(described('Whether there is a token for sending events', { 200: eventTokenAnswer })),
      identified,
      limited(limits.looking, byPerson),
      onBoard,
      member,
      facilitator,
      async (c) => {
        const made = await eventTokens.ofBoard(c.get('live').id)
        const token: EventTokenFacts | null = made === undefined ? null : { by: made.by, madeAt: made.madeAt }
        return c.json({ token })
      },
    )
    .post(
      '/boards/:id/timeline/token',
      describeRoute(
        described('A new token for sending events, in place of the one before', { 201: madeEventTokenAnswer }),
      ),
      identified,
      onBoard,
      member,
      facilitator,
      limited(limits.changes, byPerson),
      noForm,
      async (c) => {
        const by = c.get('person')
        const made: MadeEventToken = { by, ...(await eventTokens.make(c.get('live').id, by)) }
        return c.json(made, 201)
      },
    )
    .delete(
      '/boards/:id/timeline/token',
      describeRoute(described('Let the token for sending events work no more', { 204: undefined })),
      identified,
      onBoard,
      member,
      facilitator,
      limited(limits.changes, byPerson),
      noForm,
      async (c) => {
        await eventTokens.revoke(c.get('live').id)
        return c.body(null, 204)
      },
    )
}
