import * as v from 'valibot'
import type { Approval } from '../incident/approval.ts'
import { optional, text } from './field.ts'
import { calendarDate, count, id, instant, line, webLink, wholeMinutes } from './values.ts'

const livesOn = { livesOn: true } as const

const approval = v.strictObject({
  form: v.number(),
  by: v.nullable(id),
  at: v.pipe(v.number(), v.finite()),
  approver: line(200),
  on: calendarDate,
  stands: v.boolean(),
  parts: v.record(line(100), line(100)),
}) satisfies v.GenericSchema<unknown, Approval>

/** The incident record: flat, every field of it optional or a text. [DESIGN §7] */
export const incidentFields = {
  incidentId: optional(line(100)),
  kind: optional(
    v.nullable(
      v.picklist(['outage', 'customer-impacting', 'critical-bug', 'failed-deployment', 'patched-vulnerability']),
    ),
  ),
  severity: optional(v.nullable(v.picklist(['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4']))),
  status: optional(v.picklist(['draft', 'in-review', 'final', 'approved']), livesOn),
  tags: optional(v.pipe(v.array(line(60)), v.maxLength(50))),
  issueLink: optional(v.nullable(webLink)),
  reviewedOn: optional(v.nullable(calendarDate)),

  startedAt: optional(v.nullable(instant)),
  detectedAt: optional(v.nullable(instant)),
  escalatedAt: optional(v.nullable(instant)),
  notifiedAt: optional(v.nullable(instant)),
  mitigationStartedAt: optional(v.nullable(instant)),
  restoredAt: optional(v.nullable(instant)),
  closedAt: optional(v.nullable(instant)),
  downtimeMinutes: optional(v.nullable(wholeMinutes)),

  summary: text(20_000),

  usersAffected: optional(v.nullable(count)),
  usersKind: optional(line(200)),
  impactUsers: text(20_000),
  userExperience: text(20_000),
  tickets: optional(v.nullable(count)),
  responseTime: optional(line(200)),
  throughput: optional(line(200)),
  errorRate: optional(line(200)),
  availability: optional(line(200)),
  impactBusiness: text(20_000),
  impactFinancial: text(5000),
  impactOperations: text(5000),
  impactReputation: text(5000),
  impactCompliance: text(5000),
  regions: optional(line(500)),
  segments: optional(line(500)),
  peak: optional(line(500)),
  devices: optional(line(500)),

  symptoms: text(5000),
  rootCause: text(5000),
  technicalDetails: text(20_000),
  evidence: text(20_000),
  containment: text(20_000),
  resolution: text(20_000),
  communications: text(20_000),
  responseEvaluation: text(20_000),
  evaluationDetection: text(5000),
  evaluationResponse: text(5000),
  evaluationEscalation: text(5000),
  evaluationCoordination: text(5000),
  takeaways: text(20_000),
  successMetrics: text(5000),
  appendix: text(50_000),

  version: optional(line(60), livesOn),
  classification: optional(v.nullable(v.picklist(['internal', 'confidential', 'public'])), livesOn),
  approver: optional(v.nullable(line(200)), livesOn),
  approvedOn: optional(v.nullable(calendarDate), livesOn),
  nextReview: optional(v.nullable(calendarDate), livesOn),
  distribution: optional(line(1000), livesOn),
  /** The last approval, with what was approved; the server's. */
  approval: optional(approval, { change: 'server' }),
} as const
