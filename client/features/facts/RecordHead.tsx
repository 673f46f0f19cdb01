import { CircleHelp } from 'lucide-react'
import { incidentKindTitles, recordTitles } from '../../../shared/incident/record-titles.ts'
import { severities } from '../../../shared/incident/severity.ts'
import { useSession } from '../../session/context.tsx'
import { useFlat, useMe, useSessionFacts } from '../../session/hooks.ts'
import { useMayEditRecord } from '../../session/use-may-edit.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { LineInput, WrappingInput } from '../../ui/LineInput.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { Select } from '../../ui/Select.tsx'
import { toast } from '../../ui/toast.ts'
import { HeadExtras } from './HeadExtras.tsx'
import { ReviewClock } from './ReviewClock.tsx'
import { Tags } from './Tags.tsx'

const kinds = [
  { value: 'none', label: 'Not said' },
  ...(['outage', 'customer-impacting', 'critical-bug', 'failed-deployment', 'patched-vulnerability'] as const).map(
    (value) => ({ value, label: incidentKindTitles[value] }),
  ),
] as const

/** What the incident is called, and how bad it was. */
export function RecordHead() {
  const { verbs } = useSession()
  const mayEdit = useMayEditRecord()
  const incidentId = useFlat('incident', (incident) => incident.incidentId ?? '')
  const severity = useFlat('incident', (incident) => incident.severity ?? null)
  const kind = useFlat('incident', (incident) => incident.kind ?? null)
  const tags = useFlat('incident', (incident) => incident.tags?.length ?? 0)
  const definition = severities.find((level) => level.id === severity)?.definition

  return (
    <div className="space-y-3">
      <Title />
      <div className="flex flex-wrap gap-x-3 gap-y-3">
        <Field label={recordTitles.incidentId} className="min-w-40 flex-1">
          <LineInput
            value={incidentId}
            maxLength={100}
            disabled={!mayEdit}
            placeholder="INC-1234"
            onCommit={(next) => verbs.setIncident({ incidentId: next })}
          />
        </Field>
        <Field
          label={
            <span className="inline-flex items-center gap-1">
              Severity <Definitions />
            </span>
          }
        >
          <Select
            value={severity ?? 'none'}
            disabled={!mayEdit}
            options={[
              { value: 'none', label: 'Not rated' },
              ...severities.map(({ id, label }) => ({ value: id, label: `${id} ${label}` })),
            ]}
            onChange={(next) => verbs.setIncident({ severity: next === 'none' ? null : next })}
          />
        </Field>
        <Field label="Kind">
          <Select
            value={kind ?? 'none'}
            disabled={!mayEdit}
            options={kinds}
            onChange={(next) => verbs.setIncident({ kind: next === 'none' ? null : next })}
          />
        </Field>
      </div>
      {definition !== undefined && (
        <div>
          <p className="text-sm text-ink-soft">{definition}</p>
          <ReviewClock />
        </div>
      )}
      {(mayEdit || tags > 0) && (
        <Field label="Tags">
          <Tags />
        </Field>
      )}
      <HeadExtras />
    </div>
  )
}

function Title() {
  const session = useSession()
  const title = useSessionFacts((facts) => facts.title)
  const isFacilitator = useMe().role === 'facilitator'
  if (!isFacilitator) return <p className="text-lg font-semibold">{title}</p>

  const rename = async (next: string) => {
    if (next === '') return
    const answer = await session.command({ type: 'board.rename', title: next })
    if (!answer.allowed) toast({ title: answer.reason.detail, tone: 'danger' })
  }
  return (
    <WrappingInput
      aria-label="Title of the incident"
      value={title}
      maxLength={200}
      onCommit={(next) => void rename(next)}
      className="-mx-2.5 w-[calc(100%+1.25rem)]! border-transparent! bg-transparent! text-lg font-semibold hover:border-line-strong!"
    />
  )
}

function Definitions() {
  return (
    <Popover
      title="What the severities mean"
      align="start"
      trigger={<IconButton size="sm" label="What the severities mean" icon={<CircleHelp />} className="-my-2" />}
    >
      <dl className="max-w-96 space-y-2">
        {severities.map(({ id, label, definition }) => (
          <div key={id}>
            <dt className="font-medium">
              {id} {label}
            </dt>
            <dd className="text-ink-soft">{definition}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 max-w-96 text-sm text-ink-soft">
        SEV-1 and SEV-2 always need a review, within 48 hours of the restore.
      </p>
    </Popover>
  )
}
