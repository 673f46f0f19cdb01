import type { IncidentRecord } from '../../../shared/incident/record.ts'

export interface Fact {
  readonly name: string
  readonly isKnown: boolean
}

/** The six facts a review should not begin without. */
export function factsToKnow(
  record: Pick<IncidentRecord, 'severity' | 'startedAt' | 'restoredAt' | 'summary' | 'impactUsers'>,
  services: number,
): readonly Fact[] {
  return [
    { name: 'severity', isKnown: record.severity != null },
    { name: 'services', isKnown: services > 0 },
    { name: 'start', isKnown: record.startedAt != null },
    { name: 'restore', isKnown: record.restoredAt != null },
    { name: 'summary', isKnown: record.summary.trim() !== '' },
    { name: 'impact', isKnown: record.impactUsers.trim() !== '' },
  ]
}
