import { type Seen, seenOnArrival } from '../../../shared/review/since.ts'
import type { BoardSession } from '../../session/board-session.ts'
import type { SavedState } from '../../session/saved-state.ts'
import { keepSeen, keptSeen, seenNow } from './seen.ts'

/** What is told of stands so long at least before it counts as seen. */
const noticedMs = 20_000

const cutOff: ReadonlySet<SavedState['state']> = new Set(['offline', 'unreachable', 'turned-away'])

/**
 * Takes down what was seen whenever somebody leaves: the page is hidden or closed, or the line is cut. Calls `back` with
 * it as they are here again, and everything that has come meanwhile, too.
 */
export function watchLeaving(session: BoardSession, page: Window, back: (seen: Seen) => void) {
  const { view, saved, clock, me } = session
  const over = new AbortController()
  let isHere = false
  let leftWith = keptSeen(session)
  let told: { readonly seen: Seen; readonly at: number } | null = null

  const look = () => {
    const { state } = saved.get()
    if (page.document.hidden || cutOff.has(state)) leave()
    else if (state === 'saved') arrive()
  }
  const leave = () => {
    if (!isHere) return
    isHere = false
    const isUnread = told !== null && clock.now() - told.at < noticedMs
    leftWith = isUnread && told !== null ? told.seen : seenNow(session)
    keepSeen(session, leftWith)
  }
  const arrive = () => {
    if (isHere) return
    isHere = true
    const now = clock.now()
    const seen = seenOnArrival({
      kept: leftWith,
      joinedAt: view.entries.people.entry(me.id).get()?.joinedAt ?? 0,
      begunAt: view.session.get().visits[1]?.at ?? null,
      now,
    })
    if (seen === null) return
    told = { seen, at: now }
    back(seen)
  }

  const stop = saved.subscribe(look)
  page.document.addEventListener('visibilitychange', look, { signal: over.signal })
  page.addEventListener('pagehide', leave, { signal: over.signal })
  look()
  return {
    /** What was told has been gone through. */
    read: () => {
      told = null
    },
    close: () => {
      leave()
      stop()
      over.abort()
    },
  }
}
