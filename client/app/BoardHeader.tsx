import { Lock, Share2 } from 'lucide-react'
import { Suspense, useEffect } from 'react'
import { CurrentPhase } from '../features/agenda/CurrentPhase.tsx'
import { Stepper } from '../features/agenda/Stepper.tsx'
import { PeopleBar } from '../features/people/PeopleBar.tsx'
import { SavedSign } from '../features/saved/SavedSign.tsx'
import { TimerFace } from '../features/timer/TimerFace.tsx'
import { useFlat, useSessionFacts } from '../session/hooks.ts'
import { Badge } from '../ui/Badge.tsx'
import { IconButton } from '../ui/Button.tsx'
import { lazily } from '../ui/lazily.ts'
import { loadAhead } from '../ui/load-ahead.ts'
import { severityTone } from '../ui/severity-tone.ts'
import { BoardMenu } from './BoardMenu.tsx'
import { useOpenDialog } from './board-dialogs.tsx'
import { PanelButtons } from './PanelButtons.tsx'
import { WholeTitle } from './WholeTitle.tsx'
import { Wordmark } from './Wordmark.tsx'

const WholeAgenda = lazily(async () => (await import('./WholeAgenda.tsx')).WholeAgenda)

/** What is reviewed, where the session stands, who is here. Two lines on a narrow screen. */
export function BoardHeader() {
  const title = useSessionFacts((facts) => facts.title)
  const isLocked = useSessionFacts((facts) => facts.locked === true)
  const isClosed = useSessionFacts((facts) => facts.status === 'closed')
  const severity = useFlat('incident', (record) => record.severity ?? null)
  const open = useOpenDialog()
  useEffect(() => loadAhead(WholeAgenda.preload), [])
  return (
    <header className="grid shrink-0 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 border-b border-line bg-surface px-2 sm:px-3 lg:h-14 lg:grid-cols-[minmax(6rem,1fr)_auto_minmax(max-content,1fr)]">
      <div className="flex h-13 min-w-0 items-center gap-2 lg:h-14">
        <Wordmark isMarkOnly />
        <h1 className="flex min-w-0">
          <WholeTitle title={title} />
        </h1>
        {severity && (
          <Badge tone={severityTone(severity)} className="max-sm:hidden">
            {severity}
          </Badge>
        )}
        {isLocked && (
          <Badge icon={<Lock aria-hidden="true" />}>
            <span className="max-sm:sr-only">Locked</span>
          </Badge>
        )}
        {isClosed && <Badge className="max-sm:hidden">Finished</Badge>}
      </div>
      <div className="flex min-w-0 items-center max-lg:order-3 max-lg:col-span-2 max-lg:pb-2">
        <Stepper
          current={
            <CurrentPhase timer={<TimerFace />}>
              <Suspense>
                <WholeAgenda />
              </Suspense>
            </CurrentPhase>
          }
        />
      </div>
      <div className="flex min-w-0 items-center justify-end gap-0.5">
        <span className="mr-1.5 shrink-0">
          <SavedSign />
        </span>
        <PeopleBar />
        <span className="flex items-center max-sm:hidden">
          <PanelButtons />
        </span>
        <IconButton
          label="Share"
          shortcut="s"
          icon={<Share2 />}
          onClick={() => open('share')}
          className="max-sm:hidden"
        />
        <BoardMenu />
      </div>
    </header>
  )
}
