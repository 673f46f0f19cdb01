import { type DescribeRouteOptions, resolver } from 'hono-openapi'
import * as v from 'valibot'
import type { EarlierAnswer, SearchAnswer } from '../../shared/api/across.ts'
import type { ImportAnswer } from '../../shared/api/board-file.ts'
import type { BoardAnswer, BoardListing, BrowserIs, Invitation, Me, Problem } from '../../shared/api/boards.ts'
import type { EventTokenFacts, MadeEventToken, TakenEvents } from '../../shared/api/events.ts'
import type { Invite, Member } from '../store/port.ts'

/** What the routes answer, as schemas for the OpenAPI document; the types of `shared/api` hold them to the contract. */

const role = v.picklist(['facilitator', 'participant', 'observer'])

const me = v.object({ id: v.string(), name: v.string(), role }) satisfies v.GenericSchema<Me>

/** What a person may change of themselves comes back whole. */
export const meAnswer = v.object({ me: v.object({ ...me.entries, color: v.string(), counts: v.boolean() }) })

export const boardAnswer = v.object({
  board: v.object({ id: v.string(), title: v.string(), epoch: v.string() }),
  me,
  invites: v.optional(v.object({ facilitator: v.string(), participant: v.string(), observer: v.string() })),
}) satisfies v.GenericSchema<BoardAnswer>

export const importAnswer = v.object({
  ...boardAnswer.entries,
  brought: v.object({ added: v.number(), filled: v.number(), there: v.number() }),
}) satisfies v.GenericSchema<ImportAnswer>

export const boardListings = v.array(
  v.object({
    id: v.string(),
    title: v.string(),
    severity: v.nullable(v.string()),
    createdAt: v.number(),
    status: v.picklist(['open', 'closed']),
    phase: v.string(),
    openActions: v.number(),
    role,
    origin: v.nullable(v.string()),
  }) satisfies v.GenericSchema<BoardListing>,
)

export const searchAnswer = v.object({
  found: v.array(v.object({ id: v.string(), excerpts: v.array(v.object({ where: v.string(), words: v.string() })) })),
  unread: v.number(),
}) satisfies v.GenericSchema<unknown, SearchAnswer>

export const earlierAnswer = v.object({
  reviews: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      createdAt: v.number(),
      services: v.array(v.string()),
      causes: v.array(v.object({ id: v.string(), words: v.string() })),
      openActions: v.array(
        v.object({ id: v.string(), title: v.string(), owner: v.nullable(v.string()), due: v.nullable(v.string()) }),
      ),
    }),
  ),
  unread: v.number(),
}) satisfies v.GenericSchema<unknown, EarlierAnswer>

export const invitationAnswer = v.object({
  title: v.string(),
  role: v.nullable(role),
  people: v.array(v.string()),
  browserIs: v.optional(v.picklist(['nobody', 'the-same', 'somebody-else'])),
}) satisfies v.GenericSchema<
  Invitation,
  { title: string; role: Me['role'] | null; people: string[]; browserIs?: BrowserIs | undefined }
>

export const takenEventsAnswer = v.object({
  events: v.array(v.object({ id: v.string(), added: v.boolean() })),
}) satisfies v.GenericSchema<unknown, TakenEvents>

const eventTokenFacts = v.object({ by: v.string(), madeAt: v.number() }) satisfies v.GenericSchema<
  unknown,
  EventTokenFacts
>

export const eventTokenAnswer = v.object({ token: v.nullable(eventTokenFacts) })

export const madeEventTokenAnswer = v.object({
  ...eventTokenFacts.entries,
  token: v.string(),
}) satisfies v.GenericSchema<unknown, MadeEventToken>

export const linkAnswer = v.object({ link: v.string() })

export const nothingMore = v.object({})

export const stateAnswer = v.object({ status: v.string(), detail: v.optional(v.string()) })

export const timeAnswer = v.object({ now: v.number() })

const problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  detail: v.string(),
  errors: v.optional(v.array(v.object({ path: v.string(), message: v.string() }))),
  epoch: v.optional(v.string()),
}) satisfies v.GenericSchema<unknown, Problem>

export function secretsOf(invites: Iterable<Invite>): NonNullable<BoardAnswer['invites']> {
  const secrets = { facilitator: '', participant: '', observer: '' }
  for (const { role, secret } of invites) secrets[role] = secret
  return secrets
}

export const meOf = ({ id, name, role }: Member): Me => ({ id, name, role })

/** A route's line in the OpenAPI document: undefined for an answer without a body. */
export function described(
  summary: string,
  answers: Readonly<Record<number, v.GenericSchema | undefined>>,
): DescribeRouteOptions {
  const wentWrong = {
    description: 'What went wrong, in a sentence a person can act on',
    content: { 'application/problem+json': { schema: resolver(problem) } },
  }
  // hono-openapi would add a 400 of its own making.
  const responses: NonNullable<DescribeRouteOptions['responses']> = { 400: wentWrong, default: wentWrong }
  for (const [status, schema] of Object.entries(answers)) {
    responses[status] = {
      description: summary,
      ...(schema && { content: { 'application/json': { schema: resolver(schema) } } }),
    }
  }
  return { summary, responses }
}
