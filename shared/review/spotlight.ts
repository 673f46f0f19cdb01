import { liveThemes, type Pinboard, placeNotes } from './placement.ts'
import type { Target } from './session.ts'
import { target } from './target.ts'

/**
 * What a facilitator walks through: section by section, each note, with a theme where the first of its notes stands.
 *
 * Themes without notes come last.
 */
export function spotlightQueue(board: Pinboard): readonly Target[] {
  const queue = new Set<Target>()
  for (const { notes } of placeNotes(board)) {
    for (const note of notes) queue.add(note.theme === null ? target('note', note.id) : target('theme', note.theme))
  }
  for (const theme of liveThemes(board.themes)) queue.add(target('theme', theme.id))
  return [...queue]
}

export const queueOrders = ['section', 'votes'] as const
export const queueParts = ['all', 'themes', 'notes'] as const

/** What a facilitator chose to walk through. */
export interface QueueChoice {
  readonly by: (typeof queueOrders)[number]
  readonly of: (typeof queueParts)[number]
}

/**
 * The queue as chosen: by section as on the board, or what has more votes first; all of it, themes or notes alone.
 *
 * `places`: each target's place in the last count; what is in none comes last, in the order of the board. [SPOT3]
 */
export function chosenQueue(
  queue: readonly Target[],
  { by, of }: QueueChoice,
  places: ReadonlyMap<Target, number>,
): readonly Target[] {
  const part = queue.filter((each) => of === 'all' || each.startsWith(of === 'themes' ? 'theme:' : 'note:'))
  if (by === 'section') return part
  const placeOf = (each: Target) => places.get(each) ?? Number.POSITIVE_INFINITY
  return [...part].sort((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)))
}

export interface SpotlightSteps {
  readonly previous: Target | null
  readonly next: Target | null
  /** How many of the queue were shown already. */
  readonly covered: number
  readonly total: number
}

/** Where previous and next lead. From nowhere, or from what is no longer in the queue, next is the first not covered. */
export function spotlightSteps(
  queue: readonly Target[],
  current: Target | null,
  covered: ReadonlySet<Target>,
): SpotlightSteps {
  const at = current === null ? -1 : queue.indexOf(current)
  const next = at < 0 ? queue.find((each) => !covered.has(each)) : queue[at + 1]
  return {
    previous: queue[at - 1] ?? null,
    next: next ?? null,
    covered: queue.filter((each) => covered.has(each)).length,
    total: queue.length,
  }
}
