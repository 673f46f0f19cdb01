import type { AgendaItem } from '../../../shared/review/session.ts'
import { useClockNow, useSessionFacts } from '../../session/hooks.ts'
import { classes } from '../../ui/classes.ts'
import { clockTime } from '../../ui/times.ts'

const dayMs = 86_400_000

/** The end date of the phase that runs, in my time, where no timer tells how long it lasts. */
export function PhaseUntil({ item: { endsAt } }: { readonly item: Pick<AgendaItem, 'endsAt'> }) {
  const hasTimer = useSessionFacts((facts) => facts.timer !== null)
  const now = useClockNow(10_000)
  if (endsAt === undefined || hasTimer) return null
  return (
    <span className={classes('tabular shrink-0 text-sm', endsAt < now ? 'text-amber' : 'text-ink-soft')}>
      until {endsAt - now < dayMs && endsAt > now ? clockTime(endsAt) : shortDay(endsAt)}
    </span>
  )
}

/** `Tue 23 Oct, 19:00`, on this machine's clock. */
function shortDay(at: number): string {
  const day = new Date(at).toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })
  return `${day}, ${clockTime(at)}`
}
