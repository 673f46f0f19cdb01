import { ArrowRight } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { itemAfter } from '../../../shared/review/agenda.ts'
import { useSessionFacts } from '../../session/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { loadAhead } from '../../ui/load-ahead.ts'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { whenOpen } from '../../ui/when-open.tsx'
import type { GoDialogProps } from './GoDialog.tsx'
import { useGo, useMoveTo } from './use-move.ts'
import { useStepsOfOthers } from './use-steps-of-others.ts'

const GoDialog = whenOpen<GoDialogProps>(async () => (await import('./GoDialog.tsx')).GoDialog)

/** The facilitator's way on: the next phase, and what it will do. In the last one: finishing the review. */
export function NextStep({ onFinish }: { readonly onFinish: () => void }) {
  const next = useSessionFacts((facts) => itemAfter(facts)?.id ?? null)
  const id = useId()
  const move = useMoveTo(next)
  const go = useGo()
  const [asks, setAsks] = useState(false)
  const [busy, setBusy] = useState(false)
  useEffect(() => loadAhead(GoDialog.preload), [])
  useStepsOfOthers()

  const run = async () => {
    if (busy) return
    if (move === null) return onFinish()
    if (move.endsForOthers) return setAsks(true)
    setBusy(true)
    await go(move.plan)
    setBusy(false)
  }
  useShortcut('Shift+ArrowRight', 'Go to the next phase', () => void run(), {
    group: 'Leading the review',
    enabled: move !== null,
  })

  const [first, ...effects] = move?.sentence.split(' · ') ?? ['Finish review']
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Button
        variant="primary"
        busy={busy}
        aria-describedby={id}
        onClick={() => void run()}
        className="min-w-0 shrink! py-1 max-sm:flex-1"
      >
        <span className="min-w-0">
          <span className="block truncate">{first}</span>
          {effects.length > 0 && (
            <span
              aria-hidden="true"
              className="line-clamp-2 text-sm leading-tight font-normal whitespace-normal opacity-80 xl:hidden"
            >
              {effects.join(' · ')}
            </span>
          )}
        </span>
        {move && !busy && <ArrowRight />}
      </Button>
      <p id={id} className="min-w-0 flex-1 truncate text-sm text-ink-soft max-xl:hidden" title={effects.join(' · ')}>
        {effects.join(' · ')}
      </p>
      {move && <GoDialog move={move} open={asks} onClose={() => setAsks(false)} />}
    </div>
  )
}
