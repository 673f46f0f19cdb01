import { forecast } from '../../../shared/review/forecast.ts'
import { useClockNow, useSessionFacts } from '../../session/hooks.ts'
import { classes } from '../../ui/classes.ts'
import { clockTime } from '../../ui/times.ts'

/** When the session ends, in my time, and how it keeps to its plan. */
export function Pace() {
  const facts = useSessionFacts(({ agenda, phase, visits }) => ({ agenda, phase, visits }))
  const now = useClockNow(10_000)
  const expected = forecast(facts, now)
  if (expected === null) return null
  const { minutesBehind } = expected
  return (
    <p
      className="tabular shrink-0 text-sm leading-4.5 text-ink-soft xl:text-right"
      title={`Planned until ${clockTime(expected.plannedEnd)}`}
    >
      Ends {clockTime(expected.expectedEnd)}
      <span className={classes('block', minutesBehind > 0 && 'text-amber')}>{paceWords(minutesBehind)}</span>
    </p>
  )
}

export function paceWords(minutesBehind: number): string {
  if (minutesBehind === 0) return 'on time'
  return minutesBehind > 0 ? `${minutesBehind} min behind` : `${-minutesBehind} min ahead`
}
