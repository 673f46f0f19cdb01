import type { Removed } from '../review/entries.ts'
import type { Severity } from './severity.ts'

/** The facts of the incident; its title is the board's. Times are ISO 8601 in UTC with a trailing Z. */
export interface IncidentRecord {
  readonly incidentId?: string | undefined
  readonly kind?: IncidentKind | null | undefined
  readonly severity?: Severity | null | undefined
  readonly status?: RecordStatus | undefined
  readonly tags?: string[] | undefined
  /** The incident in another tracker. */
  readonly issueLink?: string | null | undefined
  /** YYYY-MM-DD, where it is not the day of the session. */
  readonly reviewedOn?: string | null | undefined

  readonly startedAt?: string | null | undefined
  readonly detectedAt?: string | null | undefined
  readonly escalatedAt?: string | null | undefined
  readonly notifiedAt?: string | null | undefined
  readonly mitigationStartedAt?: string | null | undefined
  readonly restoredAt?: string | null | undefined
  readonly closedAt?: string | null | undefined
  /** The stated figure, where it differs from what the times give. */
  readonly downtimeMinutes?: number | null | undefined

  readonly summary: string

  readonly usersAffected?: number | null | undefined
  /** Who they are: all customers, editors, one region's users. */
  readonly usersKind?: string | undefined
  readonly impactUsers: string
  /** Journeys that failed, complaints, what tickets were about. */
  readonly userExperience: string
  readonly tickets?: number | null | undefined
  readonly responseTime?: string | undefined
  readonly throughput?: string | undefined
  readonly errorRate?: string | undefined
  readonly availability?: string | undefined
  readonly impactBusiness: string
  readonly impactFinancial: string
  readonly impactOperations: string
  readonly impactReputation: string
  readonly impactCompliance: string
  readonly regions?: string | undefined
  readonly segments?: string | undefined
  readonly peak?: string | undefined
  readonly devices?: string | undefined

  /** What was seen, apart from what caused it. */
  readonly symptoms: string
  readonly rootCause: string
  readonly technicalDetails: string
  /** Logs, metrics, reproduction, what experts checked. */
  readonly evidence: string
  /** Immediate containment, temporary fixes, workarounds. */
  readonly containment: string
  readonly resolution: string
  readonly communications: string
  readonly responseEvaluation: string
  readonly evaluationDetection: string
  readonly evaluationResponse: string
  readonly evaluationEscalation: string
  readonly evaluationCoordination: string
  readonly takeaways: string
  readonly successMetrics: string
  readonly appendix: string

  readonly version?: string | undefined
  readonly classification?: Classification | null | undefined
  readonly approver?: string | null | undefined
  /** YYYY-MM-DD. */
  readonly approvedOn?: string | null | undefined
  /** YYYY-MM-DD. */
  readonly nextReview?: string | null | undefined
  readonly distribution?: string | undefined
}

export type IncidentKind =
  | 'outage'
  | 'customer-impacting'
  | 'critical-bug'
  | 'failed-deployment'
  | 'patched-vulnerability'
export type RecordStatus = 'draft' | 'in-review' | 'final' | 'approved'
export type Classification = 'internal' | 'confidential' | 'public'

export const recordStatusTitles: Readonly<Record<RecordStatus, string>> = {
  draft: 'Draft',
  'in-review': 'Under review',
  final: 'Final',
  approved: 'Approved',
}

export interface Service {
  readonly id: string
  readonly name: string
  readonly description: string
  /** How long it was affected. */
  readonly minutes: number | null
  readonly removed?: Removed | undefined
}

export interface Responder {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly did: string
  readonly removed?: Removed | undefined
}

export type Milestone = 'started' | 'detected' | 'escalated' | 'notified' | 'mitigation-started' | 'restored' | 'closed'

export interface TimelineEvent {
  readonly id: string
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly event: string
  /** A person, a team or a system. */
  readonly actor: string
  /** The action taken. */
  readonly action: string
  readonly kind: 'observation' | 'action' | 'milestone'
  readonly milestone: Milestone | null
  readonly link: string | null
  readonly removed?: Removed | undefined
}

export interface Cause {
  readonly id: string
  /** One answer in a chain of whys, or a contributing factor. */
  readonly kind: 'why' | 'factor'
  /** The cause that this one explains; null at the start of a chain. */
  readonly parent: string | null
  readonly text: string
  readonly category: 'technical' | 'process' | 'human' | 'external' | null
  readonly weight: 'high' | 'medium' | 'low' | null
  readonly evidence: string
  /** How a factor contributed. */
  readonly how?: string | undefined
  readonly rank: string
  readonly removed?: Removed | undefined
}
