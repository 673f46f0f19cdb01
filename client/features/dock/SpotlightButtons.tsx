import { ChevronLeft, ChevronRight, Focus, X } from 'lucide-react'
import { Suspense, useEffect } from 'react'
import type { Target } from '../../../shared/review/session.ts'
import { spotlightSteps } from '../../../shared/review/spotlight.ts'
import { useSession } from '../../session/context.tsx'
import { useSessionFacts } from '../../session/hooks.ts'
import { IconButton } from '../../ui/Button.tsx'
import { lazily } from '../../ui/lazily.ts'
import { loadAhead } from '../../ui/load-ahead.ts'
import { Popover } from '../../ui/Popover.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { toast } from '../../ui/toast.ts'
import { useCovered } from './use-covered.ts'
import { useLeading, useQueue } from './use-queue.ts'

const Queue = lazily(async () => (await import('./Queue.tsx')).Queue)

/** Leads everyone's eyes through the notes and themes, one after the other. */
export function SpotlightButtons() {
  const session = useSession()
  useEffect(() => loadAhead(Queue.preload), [])
  const [leading, choose] = useLeading()
  const queue = useQueue(leading)
  const current = useSessionFacts((facts) => facts.spotlight?.target ?? null)
  const covered = useCovered(current)
  const { previous, next, covered: seen, total } = spotlightSteps(queue, current, covered)

  const show = async (target: Target | null) => {
    const answer = await session.command({
      type: 'spotlight.set',
      target,
      ...(target !== null && leading.box !== null && { seconds: leading.box }),
    })
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

  if (total === 0 && leading.of === 'all') return null
  return (
    <fieldset aria-label="Spotlight" className="flex items-center gap-0.5">
      <IconButton
        label="Spotlight the previous one"
        shortcut="["
        icon={<ChevronLeft />}
        disabled={previous === null}
        onClick={() => previous && void show(previous)}
      />
      <Popover
        title="To talk about"
        align="center"
        trigger={
          <button
            type="button"
            className="tap flex h-9 items-center gap-1.5 rounded-md px-2 text-sm text-ink-soft hover:bg-ink/7 hover:text-ink"
          >
            <Focus aria-hidden="true" className="size-4" />
            <span className="tabular">
              <span className="sr-only">Covered </span>
              {seen}/{total}
            </span>
          </button>
        }
      >
        <Suspense fallback={<div className="h-88 w-80" />}>
          <Queue
            queue={queue}
            covered={covered}
            current={current}
            leading={leading}
            onChoose={choose}
            onShow={(target) => void show(target)}
          />
        </Suspense>
      </Popover>
      <IconButton
        label={current === null ? 'Spotlight the first not covered' : 'Spotlight the next one'}
        shortcut="]"
        icon={<ChevronRight />}
        disabled={next === null}
        onClick={() => next && void show(next)}
      />
      {current === null ? (
        // Its room is kept: a second press on the next one must not meet it instead.
        <span className="size-9" />
      ) : (
        <IconButton label="Turn the spotlight off" icon={<X />} onClick={() => void show(null)} />
      )}
    </fieldset>
  )
}
