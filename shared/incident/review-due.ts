import type { Session } from '../review/session.ts'
import { momentOf } from './moment.ts'

const within48HoursMs = 48 * 3_600_000

/** By when the review should be held: 48 hours after the restore. Epoch milliseconds; null while that is unknown. */
export function reviewDueAt(restoredAt: string | null | undefined): number | null {
  const restored = momentOf(restoredAt)
  return restored === null ? null : restored + within48HoursMs
}

/** When a review was held, as far as that is known. */
export interface Held extends Pick<Session, 'agenda' | 'visits'> {
  /** YYYY-MM-DD: the day that the record states, where the session was not the review itself. */
  readonly reviewedOn?: string | null | undefined
}

/** When the review was held: on the day that is stated, else the first time its opening phase was left. Null until then. */
export function heldAt({ agenda, visits, reviewedOn }: Held): number | null {
  if (reviewedOn) return momentOf(`${reviewedOn}T00:00:00Z`)
  const welcomes = new Set(agenda.filter((item) => item.kind === 'welcome').map((item) => item.id))
  const left = visits.find((visit, index) => {
    const before = visits[index - 1]
    return before !== undefined && welcomes.has(before.phase) && visit.phase !== before.phase
  })
  return left?.at ?? null
}

export type HeldInTime = 'in-time' | 'late' | 'not-held-yet' | 'unknown'

/** Whether the review was held within 48 hours of the restore; `unknown` without a time of the restore. [SEV2] */
export function heldInTime(session: Held, restoredAt: string | null | undefined): HeldInTime {
  const due = reviewDueAt(restoredAt)
  const held = heldAt(session)
  if (due === null) return 'unknown'
  if (held === null) return 'not-held-yet'
  return held <= due ? 'in-time' : 'late'
}

export type ReviewClock =
  | { readonly state: 'unknown' }
  /** `apartMs`: until it is due, or how much too late it was or is. */
  | { readonly state: 'running' | 'overdue' | 'in-time' | 'late'; readonly dueAt: number; readonly apartMs: number }

/** How the 48 hours stand at `now`, epoch milliseconds. [SEV3] */
export function reviewClock(session: Held, restoredAt: string | null | undefined, now: number): ReviewClock {
  const dueAt = reviewDueAt(restoredAt)
  if (dueAt === null) return { state: 'unknown' }
  const held = heldAt(session)
  const apartMs = Math.abs(dueAt - (held ?? now))
  if (held !== null) return { state: held <= dueAt ? 'in-time' : 'late', dueAt, apartMs }
  return { state: now <= dueAt ? 'running' : 'overdue', dueAt, apartMs }
}
