import { Pause, Play, Plus, Square } from 'lucide-react'
import type { Command } from '../../../shared/api/commands.ts'
import { timerAt } from '../../../shared/review/timer.ts'
import { useSession } from '../../session/context.tsx'
import { usePhase, useSessionFacts } from '../../session/hooks.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { toast } from '../../ui/toast.ts'

/** The facilitator's hand on the timer: start, pause, resume, a minute more, stop. */
export function TimerButtons() {
  const session = useSession()
  const record = useSessionFacts((facts) => facts.timer)
  const { item } = usePhase()
  // Only the state is asked, so the moment does not matter.
  const { state } = timerAt(record, 0)

  const send = async (command: Command) => {
    const answer = await session.command(command)
    if (!answer.allowed) toast({ title: 'The timer did not change', description: answer.reason.detail, tone: 'danger' })
  }
  const toggle = () => {
    if (state === 'running') return send({ type: 'timer.pause' })
    if (state === 'paused') return send({ type: 'timer.resume' })
    return send({ type: 'timer.start', ...(item.minutes === null ? { seconds: 300 } : {}) })
  }
  useShortcut('t', 'Start or pause the timer', () => void toggle(), { group: 'Leading the review' })

  return (
    <fieldset aria-label="Timer" className="flex items-center gap-0.5">
      {state === 'idle' ? (
        <Button icon={<Play />} onClick={() => void toggle()}>
          Start {item.minutes ?? 5} min
        </Button>
      ) : (
        <>
          <IconButton
            label={state === 'running' ? 'Pause the timer' : 'Resume the timer'}
            shortcut="t"
            icon={state === 'running' ? <Pause /> : <Play />}
            onClick={() => void toggle()}
          />
          <Button
            variant="ghost"
            icon={<Plus />}
            aria-label="Add a minute"
            onClick={() => void send({ type: 'timer.add', seconds: 60 })}
            className="px-2!"
          >
            1 min
          </Button>
          <IconButton label="Stop the timer" icon={<Square />} onClick={() => void send({ type: 'timer.stop' })} />
        </>
      )}
    </fieldset>
  )
}
