import { severities } from '../../../shared/incident/severity.ts'
import { Field, TextArea, TextInput } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import type { StartForm } from './start-form.ts'

/** What is known already. All of it can be filled in on the board as well. */
export function IncidentDetails({
  form,
  onChange,
}: {
  readonly form: StartForm
  readonly onChange: (change: Partial<StartForm>) => void
}) {
  const severity = severities.find((each) => each.id === form.severity)
  return (
    <div className="mt-3 grid gap-4 sm:grid-cols-2">
      <Field label="Incident ID" optional>
        <TextInput
          value={form.incidentId}
          maxLength={100}
          placeholder="INC-1042"
          onChange={(event) => onChange({ incidentId: event.target.value })}
        />
      </Field>
      <Field label="Severity" optional {...(severity && { hint: severity.definition })}>
        <Select
          value={form.severity}
          className="w-full"
          options={[
            { value: '', label: 'Not said yet' },
            ...severities.map((each) => ({ value: each.id, label: `${each.id} ${each.label}` })),
          ]}
          onChange={(value) => onChange({ severity: value })}
        />
      </Field>
      <Field label="Affected services" optional hint="Separated by commas" className="sm:col-span-2">
        <TextInput
          value={form.services}
          placeholder="checkout, payments"
          onChange={(event) => onChange({ services: event.target.value })}
        />
      </Field>
      <Field label="Summary" optional className="sm:col-span-2">
        <TextArea
          value={form.summary}
          rows={3}
          placeholder="Two or three sentences that somebody who was not there understands."
          onChange={(event) => onChange({ summary: event.target.value })}
        />
      </Field>
    </div>
  )
}
