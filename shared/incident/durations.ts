import { momentOf } from './moment.ts'
import type { IncidentRecord, Milestone, TimelineEvent } from './record.ts'
import { type MilestoneField, milestones, milestoneTimes } from './timeline.ts'

type Times = Pick<IncidentRecord, MilestoneField>
type Events = readonly Pick<TimelineEvent, 'id' | 'at' | 'milestone' | 'removed'>[]

export interface EffectiveTime {
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly from: 'record' | 'timeline'
}

/** When each milestone was: as the record says, else as the timeline says; absent where neither does. [TIME2] */
export function effectiveTimes(record: Times, events: Events): Readonly<Partial<Record<Milestone, EffectiveTime>>> {
  const told = milestoneTimes(events)
  const times: Partial<Record<Milestone, EffectiveTime>> = {}
  for (const { id, field } of milestones) {
    const stated = record[field]
    const fromTimeline = told[id]
    if (stated && momentOf(stated) !== null) times[id] = { at: stated, from: 'record' }
    else if (fromTimeline !== undefined) times[id] = { at: fromTimeline, from: 'timeline' }
  }
  return times
}

export interface TimeDifference {
  readonly milestone: Milestone
  readonly record: string
  readonly timeline: string
}

/** Milestones of which record and timeline tell different times. [TIME3] */
export function differences(record: Times, events: Events): readonly TimeDifference[] {
  const told = milestoneTimes(events)
  return milestones.flatMap(({ id, field }) => {
    const [stated, fromTimeline] = [record[field], told[id]]
    if (!stated || fromTimeline === undefined || momentOf(stated) === null) return []
    return momentOf(stated) === momentOf(fromTimeline)
      ? []
      : [{ milestone: id, record: stated, timeline: fromTimeline }]
  })
}

/** Milliseconds, or `unknown` where a time is missing or they contradict each other. */
export type Duration = number | 'unknown'

export interface Durations {
  /** From the start to the detection. */
  readonly detect: Duration
  /** From the detection to the escalation. */
  readonly escalate: Duration
  /** From the detection to the start of mitigation. */
  readonly mitigate: Duration
  /** From the detection to the restore. */
  readonly restore: Duration
  /** From the start to the restore: how long the incident lasted. */
  readonly total: Duration
}

export const durationLabels: Readonly<Record<keyof Durations, string>> = {
  detect: 'Time to detect',
  escalate: 'Time to escalate, from detection',
  mitigate: 'Time to mitigate, from detection',
  restore: 'Time to restore, from detection',
  total: 'Duration',
}

export function durations(record: Times, events: Events): Durations {
  const times = effectiveTimes(record, events)
  const between = (from: Milestone, to: Milestone): Duration => {
    const [start, end] = [momentOf(times[from]?.at), momentOf(times[to]?.at)]
    return start === null || end === null || end < start ? 'unknown' : end - start
  }
  return {
    detect: between('started', 'detected'),
    escalate: between('detected', 'escalated'),
    mitigate: between('detected', 'mitigation-started'),
    restore: between('detected', 'restored'),
    total: between('started', 'restored'),
  }
}

/** `1 h 12 min`, `27 min`, below a minute `43 s`; hours go past 23. */
export function durationText(duration: Duration): string {
  if (duration === 'unknown') return 'unknown'
  if (duration > 0 && duration < 60_000) return `${Math.max(1, Math.floor(duration / 1000))} s`
  const minutes = Math.round(duration / 60_000)
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}
