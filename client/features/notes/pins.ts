import type { Draft } from '../../../shared/review/entries.ts'
import { isLive } from '../../../shared/review/placement.ts'
import { byRank, type Ranked } from '../../../shared/review/rank.ts'

/** What is pinned in a column: a note, or a draft of mine that is not a note yet. */
export interface Pin extends Ranked {
  readonly kind: 'note' | 'draft'
}

/** The pins of a section in order; of the drafts given, those that lie in it. */
export function pinsOf(notes: readonly Ranked[], drafts: readonly Draft[], section: string): readonly Pin[] {
  const waiting = drafts.filter((draft) => isLive(draft) && draft.section === section)
  return [
    ...notes.map(({ id, rank }) => ({ kind: 'note' as const, id, rank })),
    ...waiting.map(({ id, rank }) => ({ kind: 'draft' as const, id, rank })),
  ].sort(byRank)
}
