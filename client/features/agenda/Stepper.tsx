import { type ReactNode, Suspense, useState } from 'react'
import { indexOfPhase } from '../../../shared/review/agenda.ts'
import type { AgendaItem } from '../../../shared/review/session.ts'
import { useMe, useSessionFacts } from '../../session/hooks.ts'
import { classes } from '../../ui/classes.ts'
import { lazily } from '../../ui/lazily.ts'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { phaseIcons } from './phase-icons.tsx'

const JumpDialog = lazily(async () => (await import('./JumpDialog.tsx')).JumpDialog)

/** The agenda in one quiet line. A facilitator jumps by clicking a step, and is asked first. */
export function Stepper({ current }: { readonly current: ReactNode }) {
  const { agenda, phase, status } = useSessionFacts(({ agenda, phase, status }) => ({ agenda, phase, status }))
  const mayJump = useMe().role === 'facilitator' && status === 'open'
  const [jumpTo, setJumpTo] = useState<string | null>(null)
  const at = indexOfPhase(agenda, phase)

  return (
    <nav aria-label="Agenda" className="flex min-w-0 flex-1 items-center gap-3">
      <ol className="flex min-w-0 items-center">
        {agenda.map((item, index) => (
          <li
            key={item.id}
            aria-current={item.id === phase ? 'step' : undefined}
            className={classes('flex min-w-0 items-center', item.id !== phase && 'max-lg:hidden')}
          >
            {index > 0 && (
              <span
                aria-hidden="true"
                className={classes('h-px w-2 max-xl:hidden', index <= at ? 'bg-ink-soft' : 'bg-line-strong/50')}
              />
            )}
            {item.id === phase ? (
              current
            ) : (
              <Step item={item} isPast={index < at} onJump={mayJump ? () => setJumpTo(item.id) : null} />
            )}
          </li>
        ))}
      </ol>
      <HowFarAlong of={agenda.length} at={at} />
      {jumpTo !== null && (
        <Suspense>
          <JumpDialog phase={jumpTo} onClose={() => setJumpTo(null)} />
        </Suspense>
      )}
    </nav>
  )
}

function Step({
  item,
  isPast,
  onJump,
}: {
  readonly item: AgendaItem
  readonly isPast: boolean
  readonly onJump: (() => void) | null
}) {
  const Shape = phaseIcons[item.kind]
  const look = classes(
    'inline-flex size-7 items-center justify-center rounded-full max-xl:w-6 [&_svg]:size-3.5',
    isPast ? 'text-ink' : 'text-ink-faint',
  )
  const label = `${item.title}${item.minutes === null ? '' : `, ${item.minutes} min`}${isPast ? ', done' : ''}`
  if (onJump === null)
    return (
      <span title={label} className={look}>
        <Shape aria-hidden="true" />
        <span className="sr-only">{label}</span>
      </span>
    )
  return (
    <Tooltip label={label}>
      <button
        type="button"
        aria-label={`Go to ${label}`}
        onClick={onJump}
        className={classes(look, 'transition-colors hover:bg-ink/8 hover:text-ink')}
      >
        <Shape aria-hidden="true" />
      </button>
    </Tooltip>
  )
}

/** On a narrow screen, where the steps have no room. */
function HowFarAlong({ at, of }: { readonly at: number; readonly of: number }) {
  return (
    <span role="img" aria-label={`Step ${at + 1} of ${of}`} className="flex min-w-0 flex-1 gap-1 pr-2 lg:hidden">
      {Array.from({ length: of }, (_, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          key={index}
          className={classes('h-1 flex-1 rounded-full', index <= at ? 'bg-ink' : 'bg-ink/15')}
        />
      ))}
    </span>
  )
}
