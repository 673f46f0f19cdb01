import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { command } from '../../shared/api/commands.ts'
import { commandRefusals } from '../../shared/api/refusals.ts'
import { described, nothingMore } from './answers.ts'
import type { RouteParts } from './app.ts'
import type { Asked } from './asking.ts'
import { jsonBody } from './json-body.ts'
import { RequestProblem } from './problem.ts'
import { byPerson, limited } from './rate-limits.ts'

/** A facilitator's orders; answered once they are committed. */
export function commandRoutes({ asking, facilitation, limits }: RouteParts) {
  const { identified, onBoard, member, facilitator } = asking

  return new Hono<Asked>().post(
    '/boards/:id/commands',
    describeRoute(described('Lead the session', { 200: nothingMore })),
    identified,
    limited(limits.commands, byPerson),
    onBoard,
    member,
    facilitator,
    jsonBody(command),
    async (c) => {
      const outcome = await facilitation.runCommand(c.get('live'), c.get('person'), c.req.valid('json'))
      if (outcome.allowed) return c.json({})
      const { status, detail } = commandRefusals[outcome.reason]
      throw new RequestProblem({ type: outcome.reason, title: 'That can’t be done now', status, detail })
    },
  )
}
