import { clockText, timerAt } from '../../../shared/review/timer.ts'
import { useClockNow, useSessionFacts } from '../../session/hooks.ts'
import { classes } from '../../ui/classes.ts'
import { spokenTimer, timerLook } from './timer-look.ts'
import { useSpokenTimer } from './use-spoken-timer.ts'

const circumference = 2 * Math.PI * 7

/** The ring and the figures of the phase's timer; nothing while it does not run. */
export function TimerFace() {
  const record = useSessionFacts((facts) => facts.timer)
  const now = useClockNow(250)
  const timer = timerAt(record, now)
  const { mood, left } = timerLook(timer, (record?.seconds ?? 0) * 1000)
  useSpokenTimer(timer)

  if (timer.state === 'idle') return null
  return (
    <span
      role="timer"
      aria-label={spokenTimer(timer)}
      className={classes(
        'flex shrink-0 items-center gap-1.5 font-medium',
        timer.state === 'paused' ? 'text-ink-soft' : mood === 'calm' ? 'text-ink' : 'text-amber',
      )}
    >
      <svg viewBox="0 0 18 18" aria-hidden="true" className="size-4.5 -rotate-90">
        <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" strokeOpacity="0.2" strokeWidth="2.5" />
        <circle
          cx="9"
          cy="9"
          r="7"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.5"
          strokeDasharray={`${circumference * left} ${circumference}`}
        />
      </svg>
      <span className="tabular">{clockText(timer.remainingMs)}</span>
    </span>
  )
}
