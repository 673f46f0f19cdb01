import { lastUpdatedAt } from '../../../shared/incident/edits.ts'
import type { Classification, RecordStatus } from '../../../shared/incident/record.ts'
import { recordStatusTitles } from '../../../shared/incident/record.ts'
import { classificationTitles } from '../../../shared/incident/record-titles.ts'
import { useSession } from '../../session/context.tsx'
import { useClockNow, useEntries, useFlat } from '../../session/hooks.ts'
import { useMayControl } from '../../session/use-may-edit.ts'
import { DateInput } from '../../ui/DateInput.tsx'
import { Field } from '../../ui/Field.tsx'
import { LineInput, WrappingInput } from '../../ui/LineInput.tsx'
import { Select } from '../../ui/Select.tsx'
import { howLongAgo } from '../../ui/times.ts'
import { ApprovalState } from './ApprovalState.tsx'
import { Fold } from './Fold.tsx'

const classifications = [
  { value: 'none', label: 'Not said' },
  ...(['internal', 'confidential', 'public'] as const satisfies readonly Classification[]).map((value) => ({
    value,
    label: classificationTitles[value],
  })),
] as const

const statuses = (['draft', 'in-review', 'final'] as const satisfies readonly RecordStatus[]).map((value) => ({
  value,
  label: recordStatusTitles[value],
}))

const approved = { value: 'approved', label: recordStatusTitles.approved } as const

/** What version this is, who approved it, who gets it: it lives on when the review is finished. */
export function DocumentControl() {
  const status = useFlat('incident', (incident) => recordStatusTitles[incident.status ?? 'draft'])
  const version = useFlat('incident', (incident) => incident.version ?? '')
  const updated = useEntries('edits', (all) => lastUpdatedAt([...all.values()]))
  const now = useClockNow(60_000)
  const summary = [
    status,
    version === '' ? null : `version ${version}`,
    updated === null ? null : `last updated ${howLongAgo(updated, now)}`,
  ]
  return (
    <div className="border-t border-line pt-3">
      <Fold title="Document control" hint={summary.filter((part) => part !== null).join(' · ')} isOpen={false}>
        <ControlFields />
      </Fold>
    </div>
  )
}

function ControlFields() {
  const { verbs } = useSession()
  const mayEdit = useMayControl()
  const record = useFlat('incident', (incident) => incident)
  return (
    <div className="space-y-3">
      <ApprovalState />
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 @max-sm:grid-cols-1">
        <Field label="Status">
          <Select
            value={record.status ?? 'draft'}
            disabled={!mayEdit}
            options={record.status === 'approved' ? [...statuses, approved] : statuses}
            onChange={(status) => verbs.setIncident({ status })}
            className="w-full"
          />
        </Field>
        <Field label="Version">
          <LineInput
            value={record.version ?? ''}
            maxLength={60}
            disabled={!mayEdit}
            placeholder="1.0"
            onCommit={(version) => verbs.setIncident({ version })}
          />
        </Field>
        <Field label="Confidentiality">
          <Select
            value={record.classification ?? 'none'}
            disabled={!mayEdit}
            options={classifications}
            onChange={(next) => verbs.setIncident({ classification: next === 'none' ? null : next })}
            className="w-full"
          />
        </Field>
        <Field label="Next review">
          <DateInput
            value={record.nextReview ?? null}
            disabled={!mayEdit}
            onCommit={(nextReview) => verbs.setIncident({ nextReview })}
          />
        </Field>
      </div>
      <Field label="Distribution list">
        <WrappingInput
          value={record.distribution ?? ''}
          maxLength={1000}
          disabled={!mayEdit}
          placeholder="Who gets the report"
          onCommit={(distribution) => verbs.setIncident({ distribution })}
        />
      </Field>
    </div>
  )
}
