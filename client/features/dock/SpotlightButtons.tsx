import { ChevronLeft, ChevronRight, Focus, X } from 'lucide-react'
import type { Target } from '../../../shared/review/session.ts'
import { spotlightSteps } from '../../../shared/review/spotlight.ts'
import { useSession } from '../../session/context.tsx'
import { useSessionFacts } from '../../session/hooks.ts'
import { IconButton } from '../../ui/Button.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { toast } from '../../ui/toast.ts'
import { useCovered } from './use-covered.ts'
import { useSpotlightQueue } from './use-spotlight-queue.ts'

/** Leads everyone's eyes through the notes and themes, one after the other. */
export function SpotlightButtons() {
  const session = useSession()
  const queue = useSpotlightQueue()
  const current = useSessionFacts((facts) => facts.spotlight?.target ?? null)
  const covered = useCovered(current)
  const { previous, next, covered: seen, total } = spotlightSteps(queue, current, covered)

  const show = async (target: Target | null) => {
    const answer = await session.command({ type: 'spotlight.set', target })
    if (!answer.allowed)
      toast({ title: 'The spotlight did not move', description: answer.reason.detail, tone: 'danger' })
  }
  useShortcut(']', 'Spotlight: next', () => next && void show(next), {
    group: 'Leading the review',
    enabled: next !== null,
  })
  useShortcut('[', 'Spotlight: previous', () => previous && void show(previous), {
    group: 'Leading the review',
    enabled: previous !== null,
  })

  if (total === 0) return null
  return (
    <fieldset aria-label="Spotlight" className="flex items-center gap-0.5">
      <IconButton
        label="Spotlight the previous one"
        shortcut="["
        icon={<ChevronLeft />}
        disabled={previous === null}
        onClick={() => previous && void show(previous)}
      />
      <span className="flex items-center gap-1.5 text-sm text-ink-soft">
        <Focus aria-hidden="true" className="size-4" />
        <span className="tabular">
          <span className="sr-only">Covered </span>
          {seen}/{total}
        </span>
      </span>
      <IconButton
        label={current === null ? 'Spotlight the first not covered' : 'Spotlight the next one'}
        shortcut="]"
        icon={<ChevronRight />}
        disabled={next === null}
        onClick={() => next && void show(next)}
      />
      {current !== null && <IconButton label="Turn the spotlight off" icon={<X />} onClick={() => void show(null)} />}
    </fieldset>
  )
}
