import { durationText } from '../../../shared/incident/durations.ts'
import { timeInBothZones } from '../../../shared/incident/local-time.ts'
import { labelled } from '../../../shared/incident/time-bar.ts'
import type { ReportRecord } from '../../../shared/report/record.ts'
import { utcText } from '../../../shared/report/utc-text.ts'
import { myZone } from '../../session/my-zone.ts'
import { ScaleBar, type ScaleTone } from '../../ui/ScaleBar.tsx'

const tones: Readonly<Record<NonNullable<ReportRecord['bar']>['segments'][number]['stretch'], ScaleTone>> = {
  unnoticed: 'danger',
  responding: 'amber',
  mitigating: 'mending',
  after: 'over',
}

/** About how much of the bar a label takes. */
const labelShare = 0.3

/** The moments of the incident, drawn to scale and written out. */
export function ReportTimes({ record }: { readonly record: ReportRecord }) {
  const { bar, durations, times, downtimeMinutes } = record
  const zone = myZone()
  return (
    <div className="@container space-y-5">
      <dl className="grid grid-cols-2 gap-3 @lg:grid-cols-5 print:grid-cols-5">
        {durations.map(({ id, label, ms }) => (
          <div
            key={id}
            className="flex break-inside-avoid flex-col justify-between rounded-md border border-line px-3 py-2"
          >
            <dt className="text-sm text-ink-soft">{label}</dt>
            <dd className="tabular text-lg font-semibold">{durationText(ms)}</dd>
          </div>
        ))}
      </dl>
      {bar !== null && (
        <ScaleBar
          segments={bar.segments.map(({ stretch, from, to, ms }) => ({
            id: stretch,
            label: durationText(ms),
            tone: tones[stretch],
            from,
            to,
          }))}
          points={labelled(bar.points, labelShare).map(({ milestone, label, at, ...place }) => ({
            id: milestone,
            label,
            detail: utcText(at).slice(11),
            ...place,
          }))}
        />
      )}
      <dl className="grid grid-cols-[max-content_1fr] gap-x-5 gap-y-0.5 max-sm:grid-cols-1">
        {times.map(({ label, at }) => (
          <div key={label} className="contents">
            <dt className="text-ink-soft">{label}</dt>
            <dd className="tabular max-sm:mb-1.5">
              {utcText(at).slice(0, 10)} · {timeInBothZones(at, zone)}
            </dd>
          </div>
        ))}
        {downtimeMinutes !== null && (
          <div className="contents">
            <dt className="text-ink-soft">Stated downtime</dt>
            <dd className="tabular">{durationText(downtimeMinutes * 60_000)}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}
