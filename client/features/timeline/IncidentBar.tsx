import { durations, durationText, effectiveTimes } from '../../../shared/incident/durations.ts'
import { timeInBothZones } from '../../../shared/incident/local-time.ts'
import { labelled, type TimeBar, timeBar } from '../../../shared/incident/time-bar.ts'
import { sameJson } from '../../session/equal.ts'
import { useFlat } from '../../session/hooks.ts'
import { myZone } from '../../session/my-zone.ts'
import { useMilestoneEvents } from '../../session/time/use-milestone-events.ts'
import { classes } from '../../ui/classes.ts'
import { ScaleBar, type ScaleTone, scaleTones } from '../../ui/ScaleBar.tsx'
import { stretchNames, stretchTones } from './stretches.ts'
import { recordTimes } from './use-chart.ts'

/** About how much of the bar a label takes. */
const labelShare = 0.32

/** The incident drawn to scale, with what follows from its times. */
export function IncidentBar() {
  const events = useMilestoneEvents()
  const record = useFlat('incident', recordTimes, sameJson)
  const bar = timeBar(effectiveTimes(record, events))
  const derived = durations(record, events)

  return (
    <section aria-label="Durations" className="@container">
      <dl className="mb-3 grid grid-cols-2 gap-x-6 gap-y-3 @2xl:grid-cols-5">
        <Figure label="To detect" tone="danger" value={durationText(derived.detect)} />
        <Figure label="To escalate" value={durationText(derived.escalate)} />
        <Figure label="To mitigate" tone="amber" value={durationText(derived.mitigate)} />
        <Figure label="To restore" tone="mending" value={durationText(derived.restore)} />
        <Figure label="In total" value={durationText(derived.total)} />
      </dl>
      {bar === null ? (
        <p className="text-sm text-ink-soft">
          Once the start and one more time are known, the incident is drawn here to scale.
        </p>
      ) : (
        <Drawn bar={bar} />
      )}
    </section>
  )
}

function Figure({ label, value, tone }: { readonly label: string; readonly value: string; readonly tone?: ScaleTone }) {
  const isUnknown = value === 'unknown'
  return (
    <div>
      <dt className="flex items-center gap-1.5 text-sm text-ink-soft">
        {tone && <span aria-hidden="true" className={classes('size-2.5 rounded-sm', scaleTones[tone])} />}
        {label}
      </dt>
      <dd className={classes('tabular text-lg', isUnknown ? 'text-ink-faint' : 'font-semibold')}>
        {isUnknown ? 'not known yet' : value}
      </dd>
    </div>
  )
}

function Drawn({ bar }: { readonly bar: TimeBar }) {
  return (
    <ScaleBar
      segments={bar.segments.map(({ stretch, from, to, ms }) => ({
        id: stretch,
        label: `${stretchNames[stretch]}: ${durationText(ms)}`,
        tone: stretchTones[stretch],
        from,
        to,
      }))}
      points={labelled(bar.points, labelShare).map(({ milestone, label, at, ...place }) => ({
        id: milestone,
        label,
        detail: timeInBothZones(at, myZone()),
        ...place,
      }))}
    />
  )
}
