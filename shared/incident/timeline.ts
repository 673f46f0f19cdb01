import { isLive } from '../review/placement.ts'
import { compareText } from '../review/rank.ts'
import { momentOf } from './moment.ts'
import type { IncidentRecord, Milestone, TimelineEvent } from './record.ts'

export type MilestoneField =
  | 'startedAt'
  | 'detectedAt'
  | 'escalatedAt'
  | 'notifiedAt'
  | 'mitigationStartedAt'
  | 'restoredAt'
  | 'closedAt'

/** The moments of an incident, in their usual order, each with the field of the record that holds it. */
export const milestones: readonly {
  readonly id: Milestone
  readonly label: string
  readonly field: MilestoneField & keyof IncidentRecord
}[] = [
  { id: 'started', label: 'Started', field: 'startedAt' },
  { id: 'detected', label: 'Detected', field: 'detectedAt' },
  { id: 'escalated', label: 'Escalated', field: 'escalatedAt' },
  { id: 'notified', label: 'Stakeholders notified', field: 'notifiedAt' },
  { id: 'mitigation-started', label: 'Mitigation started', field: 'mitigationStartedAt' },
  { id: 'restored', label: 'Restored', field: 'restoredAt' },
  { id: 'closed', label: 'Closed', field: 'closedAt' },
]

/** The live events by time; those at the same time by id, those without a readable time last. [TIME1] */
export function orderedTimeline<E extends Pick<TimelineEvent, 'id' | 'at' | 'removed'>>(
  events: readonly E[],
): readonly E[] {
  return events
    .filter(isLive)
    .map((event) => ({ event, ms: momentOf(event.at) ?? Number.MAX_SAFE_INTEGER }))
    .sort((a, b) => a.ms - b.ms || compareText(a.event.id, b.event.id))
    .map(({ event }) => event)
}

/** When the timeline says that each milestone was: of several events that claim one, the earliest. */
export function milestoneTimes(
  events: readonly Pick<TimelineEvent, 'id' | 'at' | 'milestone' | 'removed'>[],
): Readonly<Partial<Record<Milestone, string>>> {
  const times: Partial<Record<Milestone, string>> = {}
  for (const event of orderedTimeline(events)) {
    if (event.milestone !== null && momentOf(event.at) !== null) times[event.milestone] ??= event.at
  }
  return times
}

/** The times of the record that are empty and that these milestones tell: of several, the earliest. [FACTS2] */
export function timesToFill(
  record: Pick<IncidentRecord, MilestoneField>,
  events: readonly Pick<TimelineEvent, 'id' | 'at' | 'milestone'>[],
): Readonly<Partial<Record<MilestoneField, string>>> {
  const told = milestoneTimes(events)
  const filled: Partial<Record<MilestoneField, string>> = {}
  for (const { id, field } of milestones) {
    const at = told[id]
    if (at !== undefined && (record[field] ?? null) === null) filled[field] = at
  }
  return filled
}
