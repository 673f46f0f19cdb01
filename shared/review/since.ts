import type { Target } from './session.ts'
import { target } from './target.ts'

/** What somebody had before them when they left a board. Kept by their browser alone. */
export interface Seen {
  /** Epoch milliseconds by the server's clock. */
  readonly at: number
  /** Id of the agenda item that ran. */
  readonly phase: string
  readonly things: readonly Target[]
}

/** What a board shows, in its order; whatever is hidden or in the bin is not among it. */
export interface Shown {
  readonly notes: readonly { readonly id: string; readonly author: string | null }[]
  /** Theme ids. */
  readonly themes: readonly string[]
  /** Action ids. */
  readonly actions: readonly string[]
}

/** Ids of what has come since, in the order of the board. */
export interface News {
  readonly notes: readonly string[]
  readonly themes: readonly string[]
  readonly actions: readonly string[]
}

/** Who is gone for less has missed nothing that they would not see by themselves; milliseconds. */
export const awayMs = 60_000

/** Beyond so many things a browser keeps no list of them. */
export const mostSeen = 2000

export function seenThings({ notes, themes, actions }: Shown): readonly Target[] {
  return [
    ...notes.map(({ id }) => target('note', id)),
    ...themes.map((id) => target('theme', id)),
    ...actions.map((id) => target('action', id)),
  ]
}

/**
 * What is on the board now and was not then, without what `me` wrote. [SINCE1]
 *
 * @remarks
 * Notes without an author count whoever wrote them: a number that leaves mine out would tell on a shared screen which
 * are mine. [SINCE2]
 */
export function newsSince(seen: Pick<Seen, 'things'>, shown: Shown, me: string): News {
  const known = new Set(seen.things)
  return {
    notes: shown.notes.flatMap(({ id, author }) => (author === me || known.has(target('note', id)) ? [] : [id])),
    themes: shown.themes.filter((id) => !known.has(target('theme', id))),
    actions: shown.actions.filter((id) => !known.has(target('action', id))),
  }
}

/** `6 notes, 2 themes`; empty where nothing has come. */
export function newsText({ notes, themes, actions }: News): string {
  return [counted(notes, 'note'), counted(themes, 'theme'), counted(actions, 'action')].filter(Boolean).join(', ')
}

function counted({ length }: readonly string[], name: string): string {
  return length === 0 ? '' : `${length} ${name}${length === 1 ? '' : 's'}`
}

interface Arrival {
  /** Null: this browser has kept nothing. */
  readonly kept: Seen | null
  /** When the person joined the review; epoch milliseconds. */
  readonly joinedAt: number
  /** When its second phase began; null: it did not yet. */
  readonly begunAt: number | null
  readonly now: number
}

/** What to compare with as somebody comes: what they saw last, or nothing for who joins while it runs. [SINCE3] */
export function seenOnArrival({ kept, joinedAt, begunAt, now }: Arrival): Seen | null {
  if (kept !== null) return now - kept.at >= awayMs ? kept : null
  const comesLate = begunAt !== null && joinedAt > begunAt && now - joinedAt < awayMs
  return comesLate ? { at: joinedAt, phase: '', things: [] } : null
}
