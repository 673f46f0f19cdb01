import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { phaseKinds, phaseTitles, plannedMinutes } from '../../../shared/review/agenda.ts'
import type { AgendaItem, PhaseKind } from '../../../shared/review/session.ts'
import { useSession } from '../../session/context.tsx'
import { useSessionFacts } from '../../session/hooks.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextInput } from '../../ui/Field.tsx'
import { moved } from '../../ui/moved.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Select } from '../../ui/Select.tsx'
import { phaseIcons } from './phase-icons.tsx'

/** Minutes, order, and which phases there are. Nothing changes for anyone until it is saved. */
export function AgendaDialog({ newId, onClose }: { readonly newId: () => string; readonly onClose: () => void }) {
  const session = useSession()
  const current = useSessionFacts((facts) => facts.phase)
  const agreed = useSessionFacts((facts) => facts.agenda)
  const [agenda, setAgenda] = useState<readonly AgendaItem[]>(agreed)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const set = (id: string, change: Partial<AgendaItem>) =>
    setAgenda(agenda.map((item) => (item.id === id ? { ...item, ...change } : item)))
  const save = async () => {
    setBusy(true)
    const answer = await session.command({ type: 'agenda.set', agenda: [...agenda] })
    setBusy(false)
    if (answer.allowed) onClose()
    else setProblem(answer.reason.detail)
  }
  const add = (kind: PhaseKind) => setAgenda([...agenda, { id: newId(), kind, title: phaseTitles[kind], minutes: 5 }])

  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      title="Agenda"
      description={`${plannedMinutes(agenda)} minutes in all. Skip a phase by jumping past it; leave it out by removing it here.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} onClick={() => void save()}>
            Save the agenda
          </Button>
        </>
      }
    >
      {problem && (
        <div className="mb-3">
          <ProblemNote title="The agenda is as it was">{problem}</ProblemNote>
        </div>
      )}
      <ol className="divide-y divide-line">
        {agenda.map((item, index) => (
          <AgendaRow
            key={item.id}
            item={item}
            isCurrent={item.id === current}
            isFirst={index === 0}
            isLast={index === agenda.length - 1}
            onChange={(change) => set(item.id, change)}
            onMove={(by) => setAgenda(moved(agenda, index, by))}
            onRemove={() => setAgenda(agenda.filter(({ id }) => id !== item.id))}
          />
        ))}
      </ol>
      <div className="mt-3 flex items-center gap-2">
        <Plus aria-hidden="true" className="size-4 text-ink-soft" />
        <Select<PhaseKind | ''>
          label="Add a phase"
          value=""
          options={[
            { value: '', label: 'Add a phase…' },
            ...phaseKinds.map((kind) => ({ value: kind, label: phaseTitles[kind] })),
          ]}
          onChange={(kind) => kind !== '' && add(kind)}
        />
      </div>
    </Dialog>
  )
}

function AgendaRow({
  item,
  isCurrent,
  isFirst,
  isLast,
  onChange,
  onMove,
  onRemove,
}: {
  readonly item: AgendaItem
  readonly isCurrent: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onChange: (change: Partial<AgendaItem>) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}) {
  const Shape = phaseIcons[item.kind]
  return (
    <li className="flex flex-wrap items-center gap-2 py-2 sm:flex-nowrap">
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
        <TextInput
          aria-label={`Minutes for ${item.title}`}
          type="number"
          min={1}
          max={1440}
          value={item.minutes ?? ''}
          placeholder="–"
          onChange={(event) => onChange({ minutes: minutesFrom(event.target.value) })}
          className="tabular w-18! text-right"
        />
        <span className="text-sm text-ink-soft">min</span>
      </span>
      <span className="flex">
        <IconButton label={`Move ${item.title} up`} icon={<ArrowUp />} disabled={isFirst} onClick={() => onMove(-1)} />
        <IconButton
          label={`Move ${item.title} down`}
          icon={<ArrowDown />}
          disabled={isLast}
          onClick={() => onMove(1)}
        />
        <IconButton
          label={isCurrent ? 'The phase that runs stays' : `Remove ${item.title}`}
          icon={<Trash2 />}
          disabled={isCurrent}
          onClick={onRemove}
        />
      </span>
    </li>
  )
}

function minutesFrom(text: string): number | null {
  const minutes = Math.round(Number(text))
  return text.trim() === '' || !Number.isFinite(minutes) || minutes < 1 ? null : Math.min(1440, minutes)
}
