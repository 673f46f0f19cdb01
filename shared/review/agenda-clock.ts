import { currentItem, itemAfter } from './agenda.ts'
import type { AgendaItem, Session } from './session.ts'
import { timerAt } from './timer.ts'

/** Who ends a phase: the facilitator; the clock, at its end date or when its timer is up; everyone, by being done. */
export type EndsBy = 'facilitator' | 'clock' | 'all-done'

export function endsBy(item: Pick<AgendaItem, 'auto' | 'whenAllDone'>): EndsBy {
  if (item.auto === true) return 'clock'
  return item.whenAllDone === true ? 'all-done' : 'facilitator'
}

type Running = Pick<Session, 'agenda' | 'phase' | 'status' | 'timer' | 'visits'>

/**
 * The moment at which the clock moves a review on to its next phase, epoch milliseconds; null: it does not.
 *
 * @remarks
 * A phase never ends before it began: where its end had passed when it was entered, by going back or after a server was
 * away for long, it stays until somebody moves on. [CLOCK1] [CLOCK2]
 */
export function movesOnAt(session: Running): number | null {
  const item = leavingItem(session)
  if (item === null || endsBy(item) !== 'clock') return null
  if (item.endsAt !== undefined) return item.endsAt > enteredAt(session) ? item.endsAt : null
  const timer = timerAt(session.timer, 0)
  return timer.state === 'running' ? timer.endsAt : null
}

/** Whether the phase that runs ends once everyone who is here is done. [CLOCK3] */
export function movesOnWhenAllDone(session: Running): boolean {
  const item = leavingItem(session)
  return item !== null && endsBy(item) === 'all-done'
}

/** The item that runs, where it may be left by itself: the review is open, and there is a next phase. */
function leavingItem(session: Running): AgendaItem | null {
  return session.status === 'open' && itemAfter(session) !== null ? currentItem(session) : null
}

function enteredAt({ visits }: Running): number {
  return visits.at(-1)?.at ?? 0
}

/** Items whose end does not come after the ends of those before them, which a facilitator should know of. [CLOCK5] */
export function endsOutOfOrder(agenda: readonly AgendaItem[]): readonly AgendaItem[] {
  let latest = Number.NEGATIVE_INFINITY
  return agenda.filter(({ endsAt }) => {
    if (endsAt === undefined) return false
    const isBehind = endsAt <= latest
    latest = Math.max(latest, endsAt)
    return isBehind
  })
}
