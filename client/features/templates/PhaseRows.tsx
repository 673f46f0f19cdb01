import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { phaseKinds, phaseTitles } from '../../../shared/review/agenda.ts'
import type { PlannedPhase } from '../../../shared/review/own-template.ts'
import type { PhaseKind } from '../../../shared/review/session.ts'
import { AddFrom } from '../../ui/AddFrom.tsx'
import { IconButton } from '../../ui/Button.tsx'
import { TextInput } from '../../ui/Field.tsx'
import { MinutesInput } from '../../ui/MinutesInput.tsx'
import { useRows } from '../../ui/use-rows.ts'

const kinds = phaseKinds.map((kind) => ({ value: kind, label: phaseTitles[kind] }))

interface PhaseRowsProps {
  readonly agenda: readonly PlannedPhase[]
  readonly onChange: (agenda: readonly PlannedPhase[]) => void
}

/** The phases of a template: their names, minutes and order. */
export function PhaseRows({ agenda, onChange }: PhaseRowsProps) {
  const rows = useRows(agenda, nameOf, onChange)
  const add = (kind: PhaseKind) => onChange([...agenda, { kind, title: phaseTitles[kind], minutes: 5 }])
  return (
    <>
      <ol className="divide-y divide-line">
        {agenda.map((phase, index) => (
          <PhaseRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a planned phase is its place
            key={index}
            phase={phase}
            index={index}
            isFirst={index === 0}
            isLast={index === agenda.length - 1}
            onChange={(change) => onChange(agenda.with(index, { ...phase, ...change }))}
            onMove={(by) => rows.move(index, by)}
            onRemove={() => rows.remove(index)}
          />
        ))}
      </ol>
      <AddFrom label="Add a phase" kinds={kinds} onAdd={add} />
    </>
  )
}

const nameOf = ({ title }: PlannedPhase, index: number) => title || `phase ${index + 1}`

interface PhaseRowProps {
  readonly phase: PlannedPhase
  readonly index: number
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onChange: (change: Partial<PlannedPhase>) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

function PhaseRow({ phase, index, isFirst, isLast, onChange, onMove, onRemove }: PhaseRowProps) {
  const name = nameOf(phase, index)
  return (
    <li className="flex flex-wrap items-center gap-2 py-2 sm:flex-nowrap">
      <TextInput
        aria-label={`Title of phase ${index + 1}`}
        value={phase.title}
        maxLength={100}
        placeholder={phaseTitles[phase.kind]}
        onChange={(event) => onChange({ title: event.target.value })}
        className="min-w-0 flex-1 max-sm:basis-full"
      />
      <span className="flex items-center gap-1.5 max-sm:flex-1">
        <MinutesInput name={name} minutes={phase.minutes} onChange={(minutes) => onChange({ minutes })} />
      </span>
      <span className="flex">
        <IconButton label={`Move ${name} up`} icon={<ArrowUp />} disabled={isFirst} onClick={() => onMove(-1)} />
        <IconButton label={`Move ${name} down`} icon={<ArrowDown />} disabled={isLast} onClick={() => onMove(1)} />
        <IconButton label={`Remove ${name}`} icon={<Trash2 />} disabled={isFirst && isLast} onClick={onRemove} />
      </span>
    </li>
  )
}
