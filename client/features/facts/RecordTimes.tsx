import { Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { differences } from '../../../shared/incident/durations.ts'
import type { Milestone } from '../../../shared/incident/record.ts'
import { type MilestoneField, milestones } from '../../../shared/incident/timeline.ts'
import { useSession } from '../../session/context.tsx'
import { useFlat } from '../../session/hooks.ts'
import { myZone } from '../../session/my-zone.ts'
import { TimeEditor } from '../../session/time/TimeEditor.tsx'
import { momentText } from '../../session/time/times-text.ts'
import { useMilestoneEvents } from '../../session/time/use-milestone-events.ts'
import { useMayEditRecord } from '../../session/use-may-edit.ts'
import { Button } from '../../ui/Button.tsx'
import { LineInput } from '../../ui/LineInput.tsx'

/** The six moments of the incident; where the timeline tells another time, both are shown. */
export function RecordTimes() {
  const events = useMilestoneEvents()
  const record = useFlat('incident', (incident) => incident)
  const known = milestones.map(({ field }) => record[field] ?? null)
  const other = new Map(differences(record, events).map((each) => [each.milestone, each.timeline]))
  return (
    <div>
      <dl className="divide-y divide-line">
        {milestones.map(({ id, label, field }, index) => (
          <RecordTime
            key={id}
            milestone={id}
            label={label}
            field={field}
            start={nearest(known, index)}
            fromTimeline={other.get(id) ?? null}
          />
        ))}
      </dl>
      <Downtime />
    </div>
  )
}

interface RecordTimeProps {
  readonly milestone: Milestone
  readonly label: string
  readonly field: MilestoneField
  /** A moment that it can't be far from. */
  readonly start: string | null
  /** What the timeline says, where it differs. */
  readonly fromTimeline: string | null
}

/** The last moment that is known before one, else the first after it. */
function nearest(known: readonly (string | null)[], index: number): string | null {
  return known.slice(0, index).findLast((at) => at !== null) ?? known.find((at) => at !== null) ?? null
}

function RecordTime({ label, field, start, fromTimeline }: RecordTimeProps) {
  const { verbs } = useSession()
  const mayEdit = useMayEditRecord()
  const value = useFlat('incident', (incident) => incident[field] ?? null)
  const [isEditing, setEditing] = useState(false)
  const set = (at: string | null) => verbs.setIncident({ [field]: at })

  return (
    <div className="grid min-h-9 grid-cols-[9rem_1fr] items-center gap-x-3 py-0.5 @max-md:grid-cols-1">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="flex min-w-0 flex-wrap items-center gap-x-2">
        {isEditing ? (
          <TimeEditor
            label={label}
            value={value}
            start={start}
            onCommit={set}
            onDone={() => setEditing(false)}
            autoFocus
          />
        ) : value === null ? (
          mayEdit ? (
            <Button
              variant="ghost"
              size="sm"
              icon={<Plus />}
              aria-label={`Add time: ${label}`}
              onClick={() => setEditing(true)}
            >
              Add time
            </Button>
          ) : (
            <span className="text-ink-faint">not known</span>
          )
        ) : (
          <KnownTime label={label} at={value} onEdit={mayEdit ? () => setEditing(true) : null} />
        )}
        {fromTimeline !== null && (
          <p className="basis-full text-sm text-amber">
            The timeline says {momentText(fromTimeline, myZone())}.{' '}
            {mayEdit && (
              <button type="button" className="font-medium underline" onClick={() => set(fromTimeline)}>
                Take that
              </button>
            )}
          </p>
        )}
      </dd>
    </div>
  )
}

function KnownTime({
  label,
  at,
  onEdit,
}: {
  readonly label: string
  readonly at: string
  readonly onEdit: (() => void) | null
}) {
  const words = momentText(at, myZone())
  if (onEdit === null) return <span className="tabular">{words}</span>
  return (
    <button
      type="button"
      aria-label={`Change time: ${label}, ${words}`}
      onClick={onEdit}
      className="group tabular -mx-1.5 rounded-md px-1.5 py-0.5 text-left hover:bg-ink/5"
    >
      {words}
      <Pencil
        aria-hidden="true"
        className="mb-0.5 ml-2 inline size-3.5 text-ink-faint group-hover:text-ink pointer-coarse:text-ink-soft"
      />
    </button>
  )
}

function Downtime() {
  const { verbs } = useSession()
  const mayEdit = useMayEditRecord()
  const minutes = useFlat('incident', (incident) => incident.downtimeMinutes ?? null)
  return (
    <div className="grid min-h-9 grid-cols-[9rem_1fr] items-center gap-x-3 border-t border-line py-1 @max-md:grid-cols-1">
      <label htmlFor="downtime" className="text-ink-soft">
        Stated downtime
      </label>
      <span className="flex items-center gap-2">
        <LineInput
          id="downtime"
          type="number"
          min={0}
          step={1}
          disabled={!mayEdit}
          value={minutes === null ? '' : String(minutes)}
          onCommit={(typed) => verbs.setIncident({ downtimeMinutes: typed === '' ? null : Number(typed) })}
          className="tabular w-24!"
        />
        <span className="text-sm text-ink-soft">minutes, where it differs from these times</span>
      </span>
    </div>
  )
}
