import { clockText } from '../../../shared/review/timer.ts'
import { topicLeft } from '../../../shared/review/topic.ts'
import { useClockNow, useSessionFacts } from '../../session/hooks.ts'
import { classes } from '../../ui/classes.ts'

/** How long the topic in the spotlight has left; over its time it counts up, and ends nothing. */
export function TopicTime() {
  const spotlight = useSessionFacts((facts) => facts.spotlight)
  return spotlight?.seconds === undefined ? null : <Left />
}

function Left() {
  const spotlight = useSessionFacts((facts) => facts.spotlight)
  const left = topicLeft(spotlight, useClockNow(1000))
  if (left === null) return null
  return (
    <span role="timer" aria-label="Time for this topic" className={classes('tabular ml-1', left < 0 && 'text-amber')}>
      {clockText(left)}
    </span>
  )
}
