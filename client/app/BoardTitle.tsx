import { clockText, timerAt } from '../../shared/review/timer.ts'
import { useClockNow, useSessionFacts } from '../session/hooks.ts'

/** The name of the page, with the time that is left: it can be read from any other tab. */
export function BoardTitle() {
  const title = useSessionFacts((facts) => facts.title)
  const record = useSessionFacts((facts) => facts.timer)
  const timer = timerAt(record, useClockNow(record === null ? 60_000 : 1000))
  const left = timer.state === 'running' ? `${clockText(timer.remainingMs)} · ` : ''
  return <title>{`${left}${title} · Hindsight`}</title>
}
