import * as v from 'valibot'
import { boardSchema } from '../document/schema.ts'
import { line } from '../document/values.ts'
import { momentFrom } from '../incident/moment.ts'
import { longestEvent } from '../incident/read-event.ts'
import { alertmanagerBody, eventsOfAlerts, isFromAlertmanager } from './alertmanager.ts'

const { actor, kind, milestone, link } = boardSchema.timeline.fields

const at = v.pipe(
  v.custom<string | number>(
    (input) => (typeof input === 'string' || typeof input === 'number') && momentFrom(input) !== null,
    'a time with its zone, such as 2026-03-02T14:05:00Z, or seconds since 1970',
  ),
  v.transform((input) => momentFrom(input) ?? ''),
)

/** An event as another program sends it; `at` is now where it is left out, `id` makes sending it twice harmless. */
const eventBody = v.strictObject({
  id: v.optional(v.pipe(line(200), v.minLength(1, 'an id'))),
  at: v.optional(at),
  event: v.pipe(line(longestEvent), v.trim(), v.minLength(1, 'what happened')),
  actor: v.optional(v.pipe(actor.schema, v.trim())),
  action: v.optional(v.pipe(line(longestEvent), v.trim())),
  kind: v.optional(kind.schema),
  milestone: v.optional(milestone.schema),
  link: v.optional(link.schema),
})

const severalBody = v.strictObject({
  events: v.pipe(v.array(eventBody), v.minLength(1, 'an event'), v.maxLength(100, 'at most 100 events')),
})

/** One event, several, or what Alertmanager sends: told apart by their form, so that what is wrong is told by field. */
export const eventsBody = v.pipe(
  v.lazy((input) => {
    if (isFromAlertmanager(input)) return v.pipe(alertmanagerBody, v.transform(eventsOfAlerts))
    if (typeof input === 'object' && input !== null && 'events' in input)
      return v.pipe(
        severalBody,
        v.transform(({ events }): readonly SentEvent[] => events),
      )
    return v.pipe(
      eventBody,
      v.transform((event): readonly SentEvent[] => [event]),
    )
  }),
)

/** The forms that a body may have, for the OpenAPI document. */
export const eventsBodyForms = v.union([eventBody, severalBody, alertmanagerBody])

export type SentEvent = v.InferOutput<typeof eventBody>

/** What became of each event, in the order in which they were sent. */
export interface TakenEvents {
  /** `added` is false where the event had been sent before. */
  readonly events: readonly { readonly id: string; readonly added: boolean }[]
}

/** What is known of the token with which other programs send events to a board. */
export interface EventTokenFacts {
  /** The person who made it. */
  readonly by: string
  /** Epoch milliseconds. */
  readonly madeAt: number
}

/** Answer to making a token: shown this once, since only a digest of it is kept. */
export interface MadeEventToken extends EventTokenFacts {
  readonly token: string
}
