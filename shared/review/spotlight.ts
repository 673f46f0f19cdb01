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
