import type { Removed } from '../review/entries.ts'
import type { Severity } from './severity.ts'

/** The facts of the incident; its title is the board's. Times are ISO 8601 in UTC with a trailing Z. */
export interface IncidentRecord {
  readonly incidentId?: string | undefined
  readonly severity?: Severity | null | undefined
  readonly status?: RecordStatus | undefined
  readonly tags?: string[] | undefined

  readonly startedAt?: string | null | undefined
  readonly detectedAt?: string | null | undefined
  readonly escalatedAt?: string | null | undefined
  readonly mitigationStartedAt?: string | null | undefined
  readonly restoredAt?: string | null | undefined
  readonly closedAt?: string | null | undefined
  /** The stated figure, where it differs from what the times give. */
  readonly downtimeMinutes?: number | null | undefined

  readonly summary: string
  readonly impactUsers: string
  readonly impactBusiness: string
  readonly rootCause: string
  readonly technicalDetails: string
  readonly resolution: string
  readonly takeaways: string
  readonly communications: string
  readonly responseEvaluation: string
  readonly appendix: string

  readonly version?: string | undefined
  readonly classification?: Classification | null | undefined
  readonly approver?: string | null | undefined
  /** YYYY-MM-DD. */
  readonly nextReview?: string | null | undefined
  readonly distribution?: string | undefined
}

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

export type Milestone = 'started' | 'detected' | 'escalated' | 'mitigation-started' | 'restored' | 'closed'

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
  readonly rank: string
  readonly removed?: Removed | undefined
}
