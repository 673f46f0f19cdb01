import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { minutesInAll } from '../../../shared/review/agenda.ts'
import { usePhase, useSessionFacts } from '../../session/hooks.ts'
import { Popover } from '../../ui/Popover.tsx'
import { PhaseUntil } from './PhaseUntil.tsx'
import { phaseIcons } from './phase-icons.tsx'

/** The step that runs, with its timer; opens the whole agenda. */
export function CurrentPhase({ timer, children }: { readonly timer: ReactNode; readonly children: ReactNode }) {
  const { item } = usePhase()
  const minutes = useSessionFacts(({ agenda }) => minutesInAll(agenda))
  const Shape = phaseIcons[item.kind]

  return (
    <Popover
      align="center"
      title={minutes === null ? 'Agenda' : `Agenda, ${minutes} minutes`}
      trigger={
        <button
          type="button"
          className="tap flex h-9 max-w-full items-center gap-2 rounded-full border border-line bg-surface pr-2 pl-3 transition-colors hover:border-line-strong"
        >
          <Shape aria-hidden="true" className="size-4 shrink-0 text-ink-soft" />
          <span className="truncate font-medium">{item.title}</span>
          {timer}
          <PhaseUntil item={item} />
          <ChevronDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />
        </button>
      }
    >
      {children}
    </Popover>
  )
}
