import { Suspense, useEffect } from 'react'
import type { PhaseKind } from '../../shared/review/session.ts'
import { usePhase } from '../session/hooks.ts'
import { type Lazily, lazily } from '../ui/lazily.ts'
import { Spinner } from '../ui/Spinner.tsx'
import { whenIdle } from '../ui/when-idle.ts'

const views = {
  welcome: lazily(async () => (await import('../features/welcome/WelcomeView.tsx')).WelcomeView),
  facts: lazily(async () => (await import('./FactsView.tsx')).FactsView),
  reflect: lazily(async () => (await import('../features/notes/ReflectView.tsx')).ReflectView),
  discuss: lazily(async () => (await import('../features/notes/DiscussView.tsx')).DiscussView),
  group: lazily(async () => (await import('../features/notes/GroupView.tsx')).GroupView),
  vote: lazily(async () => (await import('../features/voting/VoteView.tsx')).VoteView),
  act: lazily(async () => (await import('../features/actions/ActView.tsx')).ActView),
  close: lazily(async () => (await import('../features/close/CloseView.tsx')).CloseView),
} as const satisfies Readonly<Record<PhaseKind, Lazily<object>>>

const UnfinishedNotes = lazily(async () => (await import('../features/notes/UnfinishedNotes.tsx')).UnfinishedNotes)

const withComposers: ReadonlySet<PhaseKind> = new Set(['reflect', 'discuss', 'group'])

/** What the phase puts first. */
export function MainArea() {
  const { item, kind } = usePhase()
  const View = views[kind]
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

/** Once the browser has nothing else to do, so that a reveal waits for no download. */
function useLoadedAhead(): void {
  useEffect(() => {
    whenIdle(() => {
      // What does not arrive now is fetched again when it is shown.
      for (const view of [...Object.values(views), UnfinishedNotes]) view.preload().catch(() => undefined)
    })
  }, [])
}
