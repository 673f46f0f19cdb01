import { Suspense, useEffect, useState } from 'react'
import { LinksProvider } from '../features/links/LinksProvider.tsx'
import { NewReactions } from '../features/me/NewReactions.tsx'
import { MovedByTwo } from '../features/notes/MovedByTwo.tsx'
import { SpotlightBanner } from '../features/notes/SpotlightBanner.tsx'
import { NoRoomNotice } from '../features/saved/NoRoomNotice.tsx'
import { NotKeptNotice } from '../features/saved/NotKeptNotice.tsx'
import { RestoredNotice } from '../features/saved/RestoredNotice.tsx'
import { UnsavedNotice } from '../features/saved/UnsavedNotice.tsx'
import { useMe, useSessionFacts } from '../session/hooks.ts'
import { PanelsProvider } from '../session/panels.tsx'
import { lazily } from '../ui/lazily.ts'
import { loadAhead } from '../ui/load-ahead.ts'
import { BoardAnnouncements } from './BoardAnnouncements.tsx'
import { BoardDrawers } from './BoardDrawers.tsx'
import { BoardFooter } from './BoardFooter.tsx'
import { BoardHeader } from './BoardHeader.tsx'
import { BoardShortcuts } from './BoardShortcuts.tsx'
import { BoardTitle } from './BoardTitle.tsx'
import { BoardDialogs, useOpenDialog } from './board-dialogs.tsx'
import { MainArea } from './MainArea.tsx'
import { PageTooOld } from './PageTooOld.tsx'
import { useBoardPanels } from './use-board-panels.ts'

const CopyInvitation = lazily(async () => (await import('../features/share/CopyInvitation.tsx')).CopyInvitation)
const BeforeSession = lazily(async () => (await import('../features/prepare/BeforeSession.tsx')).BeforeSession)
const BoardLater = lazily(
  async () => (await import('./BoardLater.tsx')).BoardLater,
  () => null,
)

/** One review, live: what everyone on it has in common around what the phase puts first. */
export function Board() {
  const panels = useBoardPanels()
  return (
    <PanelsProvider panels={panels}>
      <LinksProvider>
        <BoardDialogs>
          <BoardTitle />
          <BoardShortcuts />
          <BoardAnnouncements />
          <MovedByTwo />
          <Later />
          <div className="relative flex h-dvh flex-col overflow-hidden">
            <BoardHeader />
            <PageTooOld />
            <NoRoomNotice />
            <NotKeptNotice />
            <RestoredNotice />
            <UnsavedNotice />
            <div className="flex min-h-0 flex-1">
              <main className="flex min-h-0 min-w-0 flex-1 flex-col">
                <SpotlightBanner />
                <div
                  data-scroller
                  // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and may hold nothing else for the keyboard
                  tabIndex={0}
                  className="min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2"
                >
                  <Preparation />
                  <MainArea />
                </div>
              </main>
              <BoardDrawers />
            </div>
            <NewReactions />
            <BoardFooter />
          </div>
        </BoardDialogs>
      </LinksProvider>
    </PanelsProvider>
  )
}

/** Before anything has begun a facilitator sees what is left to prepare. */
function Preparation() {
  const isFacilitator = useMe().role === 'facilitator'
  const hasBegun = useSessionFacts((facts) => facts.visits.length > 1 || facts.status === 'closed')
  const open = useOpenDialog()
  if (!isFacilitator || hasBegun) return null
  return (
    <Suspense>
      <div className="mx-auto max-w-216 px-4 pt-5 sm:px-6">
        <BeforeSession invite={<CopyInvitation origin={window.location.origin} />} onShare={() => open('share')} />
      </div>
    </Suspense>
  )
}

/** Fetched once somebody has begun to use the board: it opens without. */
function Later() {
  const [hasCome, setCome] = useState(false)
  useEffect(() => loadAhead(() => BoardLater.preload().then(() => setCome(true))), [])
  if (!hasCome) return null
  return (
    <Suspense>
      <BoardLater />
    </Suspense>
  )
}
