import type { Progress } from '../review/progress.ts'
import type { Reaction, ReactionCounts } from './reactions.ts'

/**
 * What a browser says of its person, as an awareness state under its own client id.
 *
 * The server passes on only these fields, and stamps `person`; names, colours and roles come from `people`. On an
 * anonymous board it drops `at`, `editing`, `caret` and `dragging`, which would give authors away.
 */
export interface Presence {
  /** Stamped by the server. */
  readonly person?: string | undefined
  /** The section or panel this person is in. */
  readonly at?: string | null | undefined
  /** What they are typing in, as a target or `field:<name>`. */
  readonly editing?: string | null | undefined
  /** Where in that text their caret stands: a Yjs relative position, in base64. */
  readonly caret?: string | null | undefined
  /** The note they are dragging. */
  readonly dragging?: string | null | undefined
  /** Raised hand: a number; null or absent: down. Whose turn it is says the server. */
  readonly hand?: number | null | undefined
  /** The tab is hidden or idle. */
  readonly away?: boolean | undefined
  /** Counted by the server, which passes it on to nobody. */
  readonly reaction?: Reaction | undefined
}

/** The server's own awareness state: how far people are, for every member, connected or not. */
export interface ServerPresence {
  readonly server: true
  readonly progress: Progress
  /** Person ids that have a connection now. */
  readonly here: readonly string[]
  /** Person ids of those whose hands are up, who raised it first first; absent: nobody's. */
  readonly hands?: readonly string[]
  /** The board takes no more words. */
  readonly full?: true
  /** What people do on other servers comes late: this one does not hear them now. */
  readonly late?: true
  /** How often people have reacted, of nobody who. */
  readonly reactions?: ReactionCounts | undefined
}

export function isServerPresence(state: unknown): state is ServerPresence {
  return typeof state === 'object' && state !== null && 'server' in state && state.server === true
}

const longestPlace = 120

/** What may be passed on of a state that came over the wire: known fields of sensible size, without `person`. */
export function readPresence(state: unknown): Presence {
  if (typeof state !== 'object' || state === null) return {}
  const given: Readonly<Record<string, unknown>> = { ...state }
  return {
    ...place('at', given.at),
    ...place('editing', given.editing),
    ...place('caret', given.caret),
    ...place('dragging', given.dragging),
    ...(typeof given.hand === 'number' || given.hand === null ? { hand: given.hand } : {}),
    ...(typeof given.away === 'boolean' ? { away: given.away } : {}),
  }
}

/** What of it gives no author away. */
export function anonymised({ person, hand, away }: Presence): Presence {
  return { person, hand, away }
}

/** Whether a reader could tell the two apart. */
export function saysTheSame(a: Presence, b: Presence): boolean {
  return fields.every((field) => a[field] === b[field])
}

const fields = ['person', 'at', 'editing', 'caret', 'dragging', 'hand', 'away'] as const

function place(field: 'at' | 'editing' | 'caret' | 'dragging', value: unknown): Presence {
  const isPlace = value === null || (typeof value === 'string' && value.length <= longestPlace)
  return isPlace ? { [field]: value } : {}
}
