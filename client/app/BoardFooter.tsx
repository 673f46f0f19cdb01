import { Suspense, useEffect } from 'react'
import { NextStep } from '../features/agenda/NextStep.tsx'
import { phaseHints } from '../features/agenda/phase-hints.ts'
import { Dock } from '../features/dock/Dock.tsx'
import { HowFar } from '../features/dock/HowFar.tsx'
import { Pace } from '../features/dock/Pace.tsx'
import { SpotlightButtons } from '../features/dock/SpotlightButtons.tsx'
import { MyStanding } from '../features/me/MyStanding.tsx'
import { useHowFar } from '../features/people/use-how-far.ts'
import { TimerButtons } from '../features/timer/TimerButtons.tsx'
import { useMe, usePhase, useSessionFacts } from '../session/hooks.ts'
import { classes } from '../ui/classes.ts'
import { lazily } from '../ui/lazily.ts'
import { loadAhead } from '../ui/load-ahead.ts'
import { useOpenDialog } from './board-dialogs.tsx'
import { PanelButtons } from './PanelButtons.tsx'

const FinishedBar = lazily(async () => (await import('./FinishedBar.tsx')).FinishedBar)
const RoundButtons = lazily(async () => (await import('../features/voting/RoundButtons.tsx')).RoundButtons)

/** A facilitator's dock, or a word on what to do; and what I show of myself. */
export function BoardFooter() {
  const isFacilitator = useMe().role === 'facilitator'
  const isFinished = useSessionFacts((facts) => facts.status === 'closed')
  useEffect(() => loadAhead(FinishedBar.preload, RoundButtons.preload), [])
  return (
    <footer className="shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]">
      <div
        className={classes(
          'flex min-h-14 items-center gap-3 px-3 py-2 sm:px-4',
          !isFacilitator && !isFinished && 'max-sm:hidden',
        )}
      >
        <Suspense>{isFinished ? <FinishedBar /> : isFacilitator ? <FacilitatorDock /> : <Hint />}</Suspense>
        {!isFinished && (
          <div className="flex items-center gap-2 max-sm:hidden">
            <MyStanding />
          </div>
        )}
      </div>
      <div className={classes('flex gap-1 px-1 sm:hidden', (isFacilitator || isFinished) && 'border-t border-line')}>
        <PanelButtons isBar />
        {!isFinished && <MyStanding isBar />}
      </div>
    </footer>
  )
}

function FacilitatorDock() {
  const open = useOpenDialog()
  const { kind } = usePhase()
  const { done, votes } = useHowFar()
  const hasRound = useSessionFacts((facts) => facts.round !== null) || kind === 'vote'
  const isTalking = kind === 'discuss' || kind === 'group' || kind === 'act'
  return (
    <Dock
      next={<NextStep onFinish={() => open('finish')} />}
      round={
        hasRound && (
          <Suspense>
            <RoundButtons votesLeft={votes?.votes ?? null} />
          </Suspense>
        )
      }
      spotlight={isTalking && <SpotlightButtons />}
      howFar={<HowFar done={done} votes={votes} />}
      timer={<TimerButtons />}
      pace={<Pace />}
    />
  )
}

function Hint() {
  const { kind } = usePhase()
  const isObserver = useMe().role === 'observer'
  const isLocked = useSessionFacts((facts) => facts.locked === true)
  const open = isLocked
    ? 'The board is locked: facilitators alone write. Votes and “I’m done” go on.'
    : phaseHints[kind]
  const words = isObserver ? 'You are watching. Ask a facilitator if you want to take part.' : open
  return <p className="min-w-0 flex-1 text-sm text-ink-soft sm:text-base">{words}</p>
}
