import { type ComponentType, Suspense, useEffect } from 'react'
import type { PhaseKind } from '../../shared/review/session.ts'
import { DiscussView } from '../features/notes/DiscussView.tsx'
import { notesLater } from '../features/notes/later.ts'
import { usePhase } from '../session/hooks.ts'
import { type Lazily, lazily, useArrival } from '../ui/lazily.ts'
import { loadAhead } from '../ui/load-ahead.ts'
import { Spinner } from '../ui/Spinner.tsx'

/** Notes are what a board is about: they come with it. */
const views = {
  welcome: lazily(async () => (await import('../features/welcome/WelcomeView.tsx')).WelcomeView),
  facts: lazily(async () => (await import('./FactsView.tsx')).FactsView),
  reflect: lazily(async () => (await import('../features/notes/ReflectView.tsx')).ReflectView),
  discuss: DiscussView,
  group: lazily(async () => (await import('../features/notes/GroupView.tsx')).GroupView),
  vote: lazily(async () => (await import('../features/voting/VoteView.tsx')).VoteView),
  act: lazily(async () => (await import('../features/actions/ActView.tsx')).ActView),
  close: lazily(async () => (await import('../features/close/CloseView.tsx')).CloseView),
} as const satisfies Readonly<Record<PhaseKind, Lazily<object> | ComponentType>>

const UnfinishedNotes = lazily(async () => (await import('../features/notes/UnfinishedNotes.tsx')).UnfinishedNotes)

const later = [...Object.values(views), UnfinishedNotes].flatMap((view) => ('preload' in view ? [view.preload] : []))

const withComposers: ReadonlySet<PhaseKind> = new Set(['reflect', 'discuss', 'group'])

/** What the phase puts first. */
export function MainArea() {
  const { item, kind } = usePhase()
  const View = views[kind]
  useArrival(View)
  useLoadedAhead()
  return (
    <Suspense
      fallback={
        <div className="flex h-full items-center justify-center">
          <Spinner label="Opening" />
        </div>
      }
    >
      <View key={item.id} />
      {!withComposers.has(kind) && <UnfinishedNotes key={`unfinished-${item.id}`} />}
    </Suspense>
  )
}

/** So that a reveal waits for no download. */
function useLoadedAhead(): void {
  useEffect(() => loadAhead(...notesLater, ...later), [])
}
