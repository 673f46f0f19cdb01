import { phaseTimes } from '../../../shared/review/forecast.ts'
import { ofPlannedText } from '../../../shared/review/time-taken.ts'
import { sameJson } from '../../session/equal.ts'
import { useClockNow, useSessionFacts } from '../../session/hooks.ts'
import { Meter } from '../../ui/Meter.tsx'

/** How long each phase took beside what was planned for it. */
export function TimeSpent() {
  const now = useClockNow(60_000)
  const times = useSessionFacts((session) => phaseTimes(session, now), sameJson)
  const most = Math.max(1, ...times.flatMap(({ plannedMinutes, spentMinutes }) => [plannedMinutes ?? 0, spentMinutes]))
  return (
    <ul aria-label="Time per phase" className="mt-6 space-y-2">
      {times.map(({ id, title, plannedMinutes, spentMinutes }) => {
        const isOver = plannedMinutes !== null && spentMinutes > plannedMinutes
        const text = ofPlannedText(spentMinutes, plannedMinutes)
        return (
          <li key={id} className="grid grid-cols-[minmax(0,10rem)_1fr_6rem] items-center gap-3">
            <span className="truncate">{title}</span>
            <Meter
              label={title}
              value={spentMinutes}
              max={most}
              text={text}
              className={isOver ? '[--hue:var(--amber)]' : ''}
            />
            <span
              className={isOver ? 'tabular text-right text-sm text-amber' : 'tabular text-right text-sm text-ink-soft'}
            >
              {text}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
