import type { Entry } from '../../../shared/document/schema.ts'
import { kindTitles, priorityTitles } from '../../../shared/report/plan.ts'
import { horizons, horizonTitles, preventionTitles, proposedPriority } from '../../../shared/review/action.ts'
import { useSession } from '../../session/context.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { LineInput } from '../../ui/LineInput.tsx'
import { Select } from '../../ui/Select.tsx'
import { PriorityGrid } from './PriorityGrid.tsx'
import { TrackedAt } from './TrackedAt.tsx'

const unsaid = { value: 'none', label: 'Not said' } as const

const kinds = [
  unsaid,
  { value: 'corrective', label: kindTitles.corrective },
  { value: 'preventive', label: kindTitles.preventive },
] as const

const means = [
  unsaid,
  ...(['monitoring', 'system', 'process', 'training', 'infrastructure'] as const).map((value) => ({
    value,
    label: preventionTitles[value],
  })),
]

const horizonOptions = [unsaid, ...horizons.map((value) => ({ value, label: horizonTitles[value] }))]

/** What is said of an action now and then: what it corrects or prevents, how it is weighed, how success is told. */
export function ActionDetails({ action, mayEdit }: { readonly action: Entry<'actions'>; readonly mayEdit: boolean }) {
  const { verbs } = useSession()
  const set = (patch: Parameters<typeof verbs.setAction>[1]) => verbs.setAction(action.id, patch)
  return (
    <div className="mt-2 grid gap-x-4 gap-y-3 border-t border-line px-1.5 pt-3 text-sm sm:grid-cols-2">
      <Field label="Type">
        <Select
          size="sm"
          value={action.kind ?? 'none'}
          options={kinds}
          disabled={!mayEdit}
          onChange={(kind) => set({ kind: given(kind) })}
        />
      </Field>
      <Field label="Type of prevention">
        <Select
          size="sm"
          value={action.prevention ?? 'none'}
          options={means}
          disabled={!mayEdit}
          onChange={(prevention) => set({ prevention: given(prevention) })}
        />
      </Field>
      <div className="sm:col-span-2">
        <PriorityGrid action={action} mayEdit={mayEdit} />
        <Proposal action={action} mayEdit={mayEdit} />
      </div>
      {action.due === null && (
        <Field label="Horizon">
          <Select
            size="sm"
            value={action.horizon ?? 'none'}
            options={horizonOptions}
            disabled={!mayEdit}
            onChange={(horizon) => set({ horizon: given(horizon) ?? undefined })}
          />
        </Field>
      )}
      <Field label="How success is measured" className="sm:col-span-2">
        <LineInput
          value={action.metric ?? ''}
          maxLength={500}
          disabled={!mayEdit}
          placeholder="Pages a week, minutes to restore, failed deploys"
          onCommit={(metric) => set({ metric: metric === '' ? undefined : metric })}
        />
      </Field>
      <TrackedAt action={action} mayEdit={mayEdit} className="sm:col-span-2" />
    </div>
  )
}

/** What impact and recurrence propose, where it is not the priority already. */
function Proposal({ action, mayEdit }: { readonly action: Entry<'actions'>; readonly mayEdit: boolean }) {
  const { verbs } = useSession()
  const proposed = proposedPriority(action)
  if (proposed === null || proposed === action.priority) return null
  return (
    <p className="mt-2 flex flex-wrap items-center gap-2">
      Together they propose {priorityTitles[proposed].toLowerCase()} priority.
      {mayEdit && (
        <Button size="sm" onClick={() => verbs.setAction(action.id, { priority: proposed })}>
          Set it to {priorityTitles[proposed].toLowerCase()}
        </Button>
      )}
    </p>
  )
}

function given<V extends string>(value: V | 'none'): Exclude<V, 'none'> | null {
  return value === 'none' ? null : (value as Exclude<V, 'none'>)
}
