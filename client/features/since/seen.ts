import { mostSeen, type Seen, type Shown, seenThings } from '../../../shared/review/since.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { remember, remembered } from '../../ui/remembered.ts'

/** What the board shows just now, as it is compared. */
export function shownOn({ view }: BoardSession): Shown {
  const { sections, themes } = view.placement.get()
  const actions = [...view.entries.actions.all.get().values()]
  return {
    notes: sections.flatMap(({ notes }) => notes),
    themes: themes.map(({ id }) => id),
    actions: actions.flatMap(({ id, removed }) => (removed ? [] : [id])),
  }
}

export function seenNow(session: BoardSession): Seen {
  const { phase } = session.view.session.get()
  return { at: session.clock.now(), phase, things: seenThings(shownOn(session)) }
}

export function keepSeen({ boardId, me }: BoardSession, seen: Seen): void {
  remember(placeOf(boardId, me.id), seen.things.length > mostSeen ? null : JSON.stringify(seen))
}

export function keptSeen({ boardId, me }: BoardSession): Seen | null {
  const kept = remembered(placeOf(boardId, me.id))
  if (kept === null) return null
  try {
    return JSON.parse(kept) as Seen // written by keepSeen alone
  } catch {
    return null
  }
}

function placeOf(boardId: string, person: string): string {
  return `seen.${boardId}.${person}`
}
