import { byRank, rankBetween } from '../../../shared/review/rank.ts'
import type { BoardSession } from '../../session/board-session.ts'

/** A rank behind all that is pinned in a section: what is new pushes nothing out of its place. */
export function rankBehind({ placement, drafts }: BoardSession['view'], section: string): string {
  const notes = placement.get().sections.find((each) => each.section.id === section)?.notes ?? []
  const mine = [...drafts.all.get().values()].filter((draft) => draft.section === section)
  return rankBetween([...notes, ...mine].sort(byRank).at(-1)?.rank ?? null, null)
}
