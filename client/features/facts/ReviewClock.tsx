import { durationText, effectiveTimes } from '../../../shared/incident/durations.ts'
import { instantOf } from '../../../shared/incident/moment.ts'
import { reviewClock } from '../../../shared/incident/review-due.ts'
import { needsReview } from '../../../shared/incident/severity.ts'
import { sameJson } from '../../session/equal.ts'
import { useClockNow, useFlat, useSessionFacts } from '../../session/hooks.ts'
import { myZone } from '../../session/my-zone.ts'
import { momentText } from '../../session/time/times-text.ts'
import { useMilestoneEvents } from '../../session/time/use-milestone-events.ts'
import { classes } from '../../ui/classes.ts'

/** What a severity asks for: how the 48 hours stand within which the review is to be held. [SEV3] */
export function ReviewClock() {
  const severity = useFlat('incident', (incident) => incident.severity ?? null)
  const record = useFlat('incident', (incident) => incident)
  const events = useMilestoneEvents()
  const now = useClockNow(60_000)
  const facts = useSessionFacts(({ agenda, visits }) => ({ agenda, visits }), sameJson)
  if (!needsReview(severity)) return null
  const clock = reviewClock(
    { ...facts, reviewedOn: record.reviewedOn },
    effectiveTimes(record, events).restored?.at,
    now,
  )
  const isLate = clock.state === 'overdue' || clock.state === 'late'
  return <p className={classes('text-sm', isLate ? 'font-medium text-amber' : 'text-ink-soft')}>{wordsOf(clock)}</p>
}

function wordsOf(clock: ReturnType<typeof reviewClock>): string {
  if (clock.state === 'unknown') {
    return 'It needs a review within 48 hours of the restore; when that was is not on record yet.'
  }
  const due = momentText(instantOf(clock.dueAt), myZone())
  const apart = apartText(clock.apartMs)
  if (clock.state === 'in-time') return `It needed a review by ${due}, and had it in time.`
  if (clock.state === 'late') return `It needed a review by ${due}; it was held ${apart} later.`
  if (clock.state === 'overdue') return `It needed a review by ${due}, ${apart} ago.`
  return `It needs a review by ${due}: ${apart} left.`
}

/** `12 h 5 min`, and from two days on `3 days`. */
function apartText(ms: number): string {
  const days = Math.floor(ms / 86_400_000)
  return days < 2 ? durationText(Math.max(60_000, ms)) : `${days} days`
}
