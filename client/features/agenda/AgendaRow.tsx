import { ArrowDown, ArrowUp, Clock, Copy, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { phaseTitles } from '../../../shared/review/agenda.ts'
import { endsBy } from '../../../shared/review/agenda-clock.ts'
import type { AgendaItem } from '../../../shared/review/session.ts'
import { IconButton } from '../../ui/Button.tsx'
import { TextInput } from '../../ui/Field.tsx'
import { MinutesInput } from '../../ui/MinutesInput.tsx'
import { PhaseEnding } from './PhaseEnding.tsx'
import { phaseIcons } from './phase-icons.tsx'

export interface AgendaRowProps {
  readonly item: AgendaItem
  readonly isCurrent: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly endsTooEarly: boolean
  readonly onChange: (change: Partial<AgendaItem>) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onDuplicate: () => void
  readonly onRemove: () => void
}

/** One phase: its name, its minutes, its place, and, when asked for, how it ends. */
export function AgendaRow(props: AgendaRowProps) {
  const { item, isCurrent, isFirst, isLast, onChange, onMove, onDuplicate, onRemove } = props
  const [showsEnding, setShowsEnding] = useState(item.endsAt !== undefined || endsBy(item) !== 'facilitator')
  const Shape = phaseIcons[item.kind]
  return (
    <li className="py-2">
      <div className="flex flex-wrap items-center gap-2 sm:flex-nowrap">
        <Shape aria-hidden="true" className="size-4 shrink-0 text-ink-soft" />
        <TextInput
          aria-label={`Title of ${phaseTitles[item.kind]}`}
          value={item.title}
          maxLength={100}
          onChange={(event) => onChange({ title: event.target.value })}
          className="min-w-0 flex-1 max-sm:min-w-[70%]"
        />
        {isCurrent && <span className="text-sm text-ink-soft max-sm:hidden">now</span>}
        <span className="flex items-center gap-1.5 max-sm:ml-6 max-sm:flex-1">
          <MinutesInput name={item.title} minutes={item.minutes} onChange={(minutes) => onChange({ minutes })} />
        </span>
        <span className="flex">
          <IconButton
            label={`How ${item.title} ends`}
            icon={<Clock />}
            aria-expanded={showsEnding}
            onClick={() => setShowsEnding(!showsEnding)}
          />
          <IconButton
            label={`Move ${item.title} up`}
            icon={<ArrowUp />}
            disabled={isFirst}
            onClick={() => onMove(-1)}
          />
          <IconButton
            label={`Move ${item.title} down`}
            icon={<ArrowDown />}
            disabled={isLast}
            onClick={() => onMove(1)}
          />
          <IconButton label={`Duplicate ${item.title}`} icon={<Copy />} onClick={onDuplicate} />
          <IconButton
            label={isCurrent ? 'The phase that runs stays' : `Remove ${item.title}`}
            icon={<Trash2 />}
            disabled={isCurrent}
            onClick={onRemove}
          />
        </span>
      </div>
      {showsEnding && <PhaseEnding {...props} />}
    </li>
  )
}
