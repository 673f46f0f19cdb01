import { type ComponentType, Suspense, useEffect } from 'react'
import type { PhaseKind } from '../../shared/review/session.ts'
import { usePhase } from '../session/hooks.ts'
import { lazily } from '../ui/lazily.ts'
import { Spinner } from '../ui/Spinner.tsx'
import { whenIdle } from '../ui/when-idle.ts'

const loads = {
  welcome: async () => (await import('../features/welcome/WelcomeView.tsx')).WelcomeView,
  facts: async () => (await import('../features/facts/FactsView.tsx')).FactsView,
  reflect: async () => (await import('../features/notes/ReflectView.tsx')).ReflectView,
  discuss: async () => (await import('../features/notes/DiscussView.tsx')).DiscussView,
  group: async () => (await import('../features/notes/GroupView.tsx')).GroupView,
  vote: async () => (await import('../features/voting/VoteView.tsx')).VoteView,
  act: async () => (await import('../features/actions/ActView.tsx')).ActView,
  close: async () => (await import('../features/close/CloseView.tsx')).CloseView,
} as const satisfies Readonly<Record<PhaseKind, () => Promise<ComponentType>>>

const views = {
  welcome: lazily(loads.welcome),
  facts: lazily(loads.facts),
  reflect: lazily(loads.reflect),
  discuss: lazily(loads.discuss),
  group: lazily(loads.group),
  vote: lazily(loads.vote),
  act: lazily(loads.act),
  close: lazily(loads.close),
} as const satisfies Readonly<Record<PhaseKind, ComponentType>>

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
    </Suspense>
  )
}

/** Once the browser has nothing else to do, so that a reveal waits for no download. */
function useLoadedAhead(): void {
  useEffect(() => {
    whenIdle(() => {
      // What does not arrive now is fetched again when it is shown.
      for (const load of Object.values(loads)) load().catch(() => undefined)
    })
  }, [])
}
