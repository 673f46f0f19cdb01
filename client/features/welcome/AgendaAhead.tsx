import { minutesInAll } from '../../../shared/review/agenda.ts'
import { forecast } from '../../../shared/review/forecast.ts'
import { useClockNow, useSessionFacts } from '../../session/hooks.ts'
import { classes } from '../../ui/classes.ts'

/** What is ahead: each phase with its minutes and the time on the clock at which it would begin. */
export function AgendaAhead() {
  const { agenda, phase, visits } = useSessionFacts(({ agenda, phase, visits }) => ({ agenda, phase, visits }))
  const now = useClockNow(30_000)
  const total = minutesInAll(agenda)
  const plan = forecast({ agenda, phase, visits }, now)
  const start = plan === null || total === null ? null : plan.plannedEnd - total * 60_000
  let minutes = 0
  const rows = agenda.map((item) => {
    const before = minutes
    minutes += item.minutes ?? 0
    return { item, at: start === null ? null : start + before * 60_000 }
  })

  return (
    <section aria-labelledby="welcome-agenda">
      <h2 id="welcome-agenda" className="mb-2 flex items-baseline justify-between gap-3">
        <span className="text-lg font-semibold">What is ahead</span>
        {total !== null && <span className="tabular text-ink-soft">{total} minutes</span>}
      </h2>
      <ol>
        {rows.map(({ item, at }) => (
          <li
            key={item.id}
            aria-current={item.id === phase ? 'step' : undefined}
            className={classes(
              'tabular flex items-baseline gap-4 border-b border-line py-1.5',
              item.id === phase && 'font-semibold',
            )}
          >
            <span className="w-11 shrink-0 text-ink-soft">{at === null ? '' : clock(at)}</span>
            <span className="min-w-0 flex-1">{item.title}</span>
            <span className="text-ink-soft">
              {item.minutes === null || item.endsAt !== undefined ? '' : `${item.minutes} min`}
            </span>
          </li>
        ))}
      </ol>
      {plan !== null && (
        <p className="mt-2 text-sm text-ink-soft">
          {visits.length > 1 ? 'Planned to end at' : 'If we begin now, we end at'} {clock(plan.plannedEnd)} by your
          clock.
        </p>
      )}
    </section>
  )
}

const clocks = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

function clock(ms: number): string {
  return clocks.format(ms)
}
