export type Severity = 'SEV-1' | 'SEV-2' | 'SEV-3' | 'SEV-4'

export interface SeverityLevel {
  readonly id: Severity
  readonly label: 'Critical' | 'High' | 'Medium' | 'Low'
  readonly definition: string
}

/** The most severe first. */
export const severities: readonly SeverityLevel[] = [
  {
    id: 'SEV-1',
    label: 'Critical',
    definition: 'A core service is down or data is lost or exposed, for all or most users, with no workaround.',
  },
  {
    id: 'SEV-2',
    label: 'High',
    definition: 'A core function is badly degraded or a large group of users is affected, with no easy workaround.',
  },
  {
    id: 'SEV-3',
    label: 'Medium',
    definition: 'A function is degraded or some users are affected; there is a workaround.',
  },
  {
    id: 'SEV-4',
    label: 'Low',
    definition: 'A minor fault with little or no effect on users, such as a near miss or a cosmetic defect.',
  },
]

export function severityLevel(severity: Severity): SeverityLevel | undefined {
  return severities.find((level) => level.id === severity)
}

/** The two highest severities always need a review; others when the team finds it worth while. [SEV1] */
export function needsReview(severity: Severity | null | undefined): boolean {
  return severity === 'SEV-1' || severity === 'SEV-2'
}
