import { CalendarDays, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Entry } from '../../../shared/document/schema.ts'
import { priorityTitles, statusTitles } from '../../../shared/report/plan.ts'
import { horizonOf, horizonTitles, whatIsMissing } from '../../../shared/review/action.ts'
import { ownerName, ownerNamed } from '../../../shared/review/owner.ts'
import { useSession } from '../../session/context.tsx'
import { usePeople } from '../../session/hooks.ts'
import { classes } from '../../ui/classes.ts'
import { DateInput } from '../../ui/DateInput.tsx'
import { NameInput } from '../../ui/NameInput.tsx'
import { Select } from '../../ui/Select.tsx'

const priorities = (['high', 'medium', 'low'] as const).map((value) => ({
  value,
  label: `${priorityTitles[value]} priority`,
}))

const statuses = (['not-started', 'in-progress', 'complete'] as const).map((value) => ({
  value,
  label: statusTitles[value],
}))

interface ActionControlsProps {
  readonly action: Entry<'actions'>
  readonly mayEdit: boolean
  /** YYYY-MM-DD. */
  readonly today: string
}

/** Owner, due date, priority and status; an owner or a date that is missing stands out. */
export function ActionControls({ action, mayEdit, today }: ActionControlsProps) {
  const { verbs } = useSession()
  const people = usePeople()
  const missing = whatIsMissing(action)
  const horizon = horizonOf(action, today)
  const set = (patch: Parameters<typeof verbs.setAction>[1]) => verbs.setAction(action.id, patch)
  return (
    <div className="mt-1.5 flex flex-wrap gap-1.5">
      <Marked icon={<UserRound />} isMissing={missing.includes('owner')}>
        <NameInput
          label="Owner"
          placeholder="No owner yet"
          value={ownerName(people, action.owner) ?? ''}
          suggestions={people.filter((person) => person.left === undefined).map((person) => person.name)}
          maxLength={200}
          disabled={!mayEdit}
          onCommit={(typed) => set({ owner: ownerNamed(people, typed) })}
          className="w-40! pl-7! text-sm"
        />
      </Marked>
      <Marked icon={<CalendarDays />} isMissing={missing.includes('due')}>
        <DateInput
          label="Due"
          value={action.due}
          disabled={!mayEdit}
          onCommit={(due) => set({ due })}
          className="w-auto! pl-7! text-sm"
        />
      </Marked>
      <Select
        size="sm"
        label="Priority"
        value={action.priority}
        options={priorities}
        disabled={!mayEdit}
        onChange={(priority) => set({ priority })}
      />
      <Select
        size="sm"
        label="Status"
        value={action.status}
        options={statuses}
        disabled={!mayEdit}
        onChange={(status) => set({ status })}
      />
      {horizon !== null && <span className="self-center text-sm text-ink-soft">{horizonTitles[horizon]}</span>}
    </div>
  )
}

function Marked({
  icon,
  isMissing,
  children,
}: {
  readonly icon: ReactNode
  readonly isMissing: boolean
  readonly children: ReactNode
}) {
  return (
    <span
      className={classes(
        'relative inline-flex [&_.field-box]:min-h-7 [&_.field-box]:py-0.5',
        isMissing &&
          'text-amber [&_.field-box]:border-amber [&_.field-box]:bg-amber-soft [&_.field-box]:placeholder:text-amber',
      )}
    >
      <span
        aria-hidden="true"
        className={classes(
          'pointer-events-none absolute top-1/2 left-2 -translate-y-1/2 [&_svg]:size-3.5',
          isMissing ? 'text-amber' : 'text-ink-soft',
        )}
      >
        {icon}
      </span>
      {children}
    </span>
  )
}
