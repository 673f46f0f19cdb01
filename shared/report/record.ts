import type { BoardSchema, Entry, FlatValues, TextFieldsOf } from '../document/schema.ts'
import type { BoardSnapshot } from '../document/snapshot.ts'
import { type Durations, durationLabels, durations, effectiveTimes } from '../incident/durations.ts'
import { type Classification, recordStatusTitles } from '../incident/record.ts'
import { incidentKindTitles } from '../incident/record-titles.ts'
import { type HeldInTime, heldAt, heldInTime } from '../incident/review-due.ts'
import { needsReview, type SeverityLevel, severityLevel } from '../incident/severity.ts'
import { type TimeBar, timeBar } from '../incident/time-bar.ts'
import { milestones, orderedTimeline } from '../incident/timeline.ts'
import { isLive } from '../review/placement.ts'
import { byRank, compareText } from '../review/rank.ts'
import { target } from '../review/target.ts'
import {
  changedSinceApproval,
  type ReportFigures,
  reportControl,
  reportFigures,
  type SinceApproval,
} from './figures.ts'
import type { LinkedTo, ReportLink } from './linked.ts'
import type { ReportRow } from './record-blocks.ts'
import { utcDate } from './utc-text.ts'

/** A text field of the record. */
export type ProseField = TextFieldsOf<BoardSchema['incident']['fields']>

export const proseTitles: Readonly<Record<ProseField, string>> = {
  summary: 'Summary',
  impactUsers: 'Users',
  userExperience: 'User experience',
  impactBusiness: 'Business',
  impactFinancial: 'Financial',
  impactOperations: 'Operations',
  impactReputation: 'Reputation',
  impactCompliance: 'Compliance',
  symptoms: 'Symptoms',
  rootCause: 'Root cause',
  technicalDetails: 'Technical details',
  evidence: 'Evidence',
  containment: 'Containment and workarounds',
  resolution: 'Resolution',
  communications: 'Communications',
  responseEvaluation: 'How the response went',
  evaluationDetection: 'Detection',
  evaluationResponse: 'Response time',
  evaluationEscalation: 'Escalation',
  evaluationCoordination: 'Coordination',
  takeaways: 'Takeaways',
  successMetrics: 'How success is measured',
  appendix: 'Appendix',
}

const proseFields = Object.keys(proseTitles) as readonly ProseField[]

export interface ReportTime {
  readonly label: string
  /** ISO 8601 in UTC. */
  readonly at: string
}

export interface ReportDuration {
  readonly id: keyof Durations
  readonly label: string
  readonly ms: number
}

export interface ReportRecord {
  readonly incidentId: string | null
  /** As read on screen: `Failed deployment`. */
  readonly kind: string | null
  /** The incident in another tracker. */
  readonly issueLink: string | null
  readonly severity: SeverityLevel | null
  /** Who may read it; null where nothing is said. */
  readonly classification: Classification | null
  /** As read on screen: `Draft`, `Final`. */
  readonly status: string
  readonly tags: readonly string[]
  /** The milestones of which a time is known, in their usual order. */
  readonly times: readonly ReportTime[]
  /** From the start to the restore, ISO 8601 in UTC; null without a start. */
  readonly span: { readonly from: string; readonly to: string | null } | null
  /** Those that can be derived. */
  readonly durations: readonly ReportDuration[]
  /** The times drawn to scale; null where too few are known. */
  readonly bar: TimeBar | null
  readonly downtimeMinutes: number | null
  /** YYYY-MM-DD; null where the session was not held yet. */
  readonly reviewedOn: string | null
  readonly heldInTime: HeldInTime
  readonly needsReview: boolean
  readonly prose: Readonly<Record<ProseField, string>>
  readonly services: readonly Pick<Entry<'services'>, 'id' | 'name' | 'description' | 'minutes'>[]
  readonly responders: readonly Pick<Entry<'responders'>, 'id' | 'name' | 'role' | 'did'>[]
  readonly timeline: readonly ReportEvent[]
  readonly figures: ReportFigures
  /** By time; those without one last. */
  readonly communications: readonly Omit<Entry<'communications'>, 'removed'>[]
  readonly references: readonly Omit<Entry<'references'>, 'removed'>[]
  readonly followUps: readonly ReportFollowUp[]
  /** Version, approval and who gets it. */
  readonly control: readonly ReportRow[]
  /** YYYY-MM-DD: when the document itself is looked at again. */
  readonly nextReview: string | null
  /** An approval that stands no more. */
  readonly sinceApproval: SinceApproval | null
}

export type ReportFollowUp = Omit<Entry<'followUps'>, 'removed'>

export interface ReportEvent {
  readonly id: string
  readonly at: string
  readonly event: string
  readonly actor: string
  readonly action: string
  /** `Detected`, or `Done` where somebody did something and the action taken does not tell what; null where it was seen. */
  readonly mark: string | null
  readonly link: string | null
  readonly linkedTo: readonly ReportLink[]
}

/** The incident as the team wrote it down, with what follows from its times. */
export function reportRecord(snapshot: BoardSnapshot, linked: LinkedTo): ReportRecord {
  const { incident, session, timeline } = snapshot
  const times = effectiveTimes(incident, timeline)
  const derived = durations(incident, timeline)
  const review = { ...session, reviewedOn: incident.reviewedOn }
  const held = heldAt(review)
  return {
    incidentId: incident.incidentId?.trim() || null,
    kind: incident.kind ? incidentKindTitles[incident.kind] : null,
    issueLink: incident.issueLink ?? null,
    severity: incident.severity ? (severityLevel(incident.severity) ?? null) : null,
    classification: incident.classification ?? null,
    status: recordStatusTitles[incident.status ?? 'draft'],
    tags: incident.tags ?? [],
    times: milestones.flatMap(({ id, label }) => {
      const at = times[id]?.at
      return at === undefined ? [] : [{ label, at }]
    }),
    span: times.started === undefined ? null : { from: times.started.at, to: times.restored?.at ?? null },
    durations: (['detect', 'escalate', 'mitigate', 'restore', 'total'] as const).flatMap((id) => {
      const ms = derived[id]
      return ms === 'unknown' ? [] : [{ id, label: durationLabels[id], ms }]
    }),
    bar: timeBar(times),
    downtimeMinutes: incident.downtimeMinutes ?? null,
    reviewedOn: held === null ? null : utcDate(held),
    heldInTime: heldInTime(review, times.restored?.at),
    needsReview: needsReview(incident.severity),
    prose: proseOf(incident),
    services: snapshot.services
      .filter(isLive)
      .sort(byRank)
      .map(({ id, name, description, minutes }) => ({ id, name, description, minutes })),
    responders: snapshot.responders
      .filter(isLive)
      .sort(byRank)
      .map(({ id, name, role, did }) => ({ id, name, role, did })),
    timeline: orderedTimeline(timeline).map((event) => reportEvent(event, linked)),
    figures: reportFigures(incident),
    communications: snapshot.communications
      .filter(isLive)
      .sort((a, b) => compareText(a.at ?? '9999', b.at ?? '9999') || compareText(a.id, b.id)),
    references: snapshot.references.filter(isLive).sort(byRank),
    followUps: snapshot.followUps.filter(isLive).sort(byRank),
    nextReview: incident.nextReview ?? null,
    control: reportControl(snapshot),
    sinceApproval: changedSinceApproval(snapshot),
  }
}

function proseOf(incident: FlatValues<'incident'>): Readonly<Record<ProseField, string>> {
  return Object.fromEntries(proseFields.map((field) => [field, incident[field]])) as Record<ProseField, string>
}

function reportEvent(
  { id, at, event, actor, action, kind, milestone, link }: Entry<'timeline'>,
  linked: LinkedTo,
): ReportEvent {
  const isDone = kind === 'action' && action.trim() === ''
  const mark = milestones.find((each) => each.id === milestone)?.label ?? (isDone ? 'Done' : null)
  return { id, at, event, actor, action, mark, link, linkedTo: linked(target('event', id)) }
}
