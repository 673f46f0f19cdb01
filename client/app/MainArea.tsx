import { Suspense } from 'react'
import type { PhaseKind } from '../../shared/review/session.ts'
import { usePhase } from '../session/hooks.ts'
import { lazily } from '../ui/lazily.ts'
import { Spinner } from '../ui/Spinner.tsx'

const views: Readonly<Record<PhaseKind, ReturnType<typeof lazily<object>>>> = {
  welcome: lazily(async () => (await import('../features/welcome/WelcomeView.tsx')).WelcomeView),
  facts: lazily(async () => (await import('../features/facts/FactsView.tsx')).FactsView),
  reflect: lazily(async () => (await import('../features/notes/ReflectView.tsx')).ReflectView),
  discuss: lazily(async () => (await import('../features/notes/DiscussView.tsx')).DiscussView),
  group: lazily(async () => (await import('../features/notes/GroupView.tsx')).GroupView),
  vote: lazily(async () => (await import('../features/voting/VoteView.tsx')).VoteView),
  act: lazily(async () => (await import('../features/actions/ActView.tsx')).ActView),
  close: lazily(async () => (await import('../features/close/CloseView.tsx')).CloseView),
}

/** What the phase puts first. */
export function MainArea() {
  const { item, kind } = usePhase()
  const View = views[kind]
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
