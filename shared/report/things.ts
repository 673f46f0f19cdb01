import type { BoardSnapshot } from '../document/snapshot.ts'
import { orderedTimeline } from '../incident/timeline.ts'
import { whyRows } from '../incident/why-tree.ts'
import { liveActions } from '../review/action.ts'
import { isLive, liveThemes, shownNotes } from '../review/placement.ts'
import { byRank } from '../review/rank.ts'
import type { Target } from '../review/session.ts'
import { target } from '../review/target.ts'
import { unnamedTheme } from './findings.ts'
import { utcText } from './utc-text.ts'

/** Something that can be linked, as a report calls it. */
interface Thing {
  /** What sort of thing it is; of an event, when it was. */
  readonly label: string
  readonly words: string
}

export type Things = ReadonlyMap<Target, Thing>

/** All that can be linked and is on the board, each kind in its order. */
export function thingsOf(snapshot: BoardSnapshot): Things {
  const { notes, themes, timeline, causes, actions, session } = snapshot
  const byId = new Map(causes.map((cause) => [cause.id, cause]))
  const whys = whyRows(causes).flatMap(({ id }) => byId.get(id) ?? [])
  const factors = causes.filter((cause) => cause.kind === 'factor' && isLive(cause)).sort(byRank)
  return new Map<Target, Thing>([
    ...orderedTimeline(timeline).map(
      ({ id, at, event }) => [target('event', id), { label: utcText(at), words: event }] as const,
    ),
    ...[...whys, ...factors].map(({ id, text }) => [target('cause', id), { label: 'Cause', words: text }] as const),
    ...shownNotes({ notes, themes, sections: session.sections }).map(
      ({ id, text }) => [target('note', id), { label: 'Note', words: text }] as const,
    ),
    ...liveThemes(themes).map(
      ({ id, label }) => [target('theme', id), { label: 'Theme', words: label.trim() || unnamedTheme }] as const,
    ),
    ...liveActions(actions).map(({ id, title }) => [target('action', id), { label: 'Action', words: title }] as const),
  ])
}
