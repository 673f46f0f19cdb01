import { useState } from 'react'
import { minutesInAll, phaseKinds, phaseTitles } from '../../../shared/review/agenda.ts'
import { endsOutOfOrder } from '../../../shared/review/agenda-clock.ts'
import type { AgendaItem, PhaseKind } from '../../../shared/review/session.ts'
import { useSession } from '../../session/context.tsx'
import { useSessionFacts } from '../../session/hooks.ts'
import { useMyVersion } from '../../session/use-my-version.ts'
import { AddFrom } from '../../ui/AddFrom.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useRows } from '../../ui/use-rows.ts'
import { AgendaRow } from './AgendaRow.tsx'

const kinds = phaseKinds.map((kind) => ({ value: kind, label: phaseTitles[kind] }))

/** Minutes, order, and which phases there are. Nothing changes for anyone until it is saved; what another facilitator saves meanwhile stays. */
export function AgendaDialog({ newId, onClose }: { readonly newId: () => string; readonly onClose: () => void }) {
  const session = useSession()
  const current = useSessionFacts((facts) => facts.phase)
  const agreed = useSessionFacts((facts) => facts.agenda)
  const [agenda, setAgenda] = useMyVersion<AgendaItem>(agreed)
  const rows = useRows(agenda, ({ title }) => title, setAgenda)
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
  const duplicate = ({ endsAt, ...item }: AgendaItem, index: number) => rows.duplicate(index, { ...item, id: newId() })
  const outOfOrder = endsOutOfOrder(agenda)
  const minutes = minutesInAll(agenda)
  const add = (kind: PhaseKind) => setAgenda([...agenda, { id: newId(), kind, title: phaseTitles[kind], minutes: 5 }])

  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title="Agenda"
      description={`${minutes === null ? '' : `${minutes} minutes in all. `}Skip a phase by jumping past it; leave it out by removing it here.`}
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
            endsTooEarly={outOfOrder.includes(item)}
            onChange={(change) => set(item.id, change)}
            onMove={(by) => rows.move(index, by)}
            onDuplicate={() => duplicate(item, index)}
            onRemove={() => rows.remove(index)}
          />
        ))}
      </ol>
      <AddFrom label="Add a phase" kinds={kinds} onAdd={add} />
    </Dialog>
  )
}
