import type { IncidentRecord } from '../../../shared/incident/record.ts'
import type { IncidentText } from '../../session/text/texts.ts'

/** A short fact of the record: a line of words, or a number. */
export interface LineField {
  readonly field: LineFieldName
  readonly placeholder: string
  readonly isNumber?: true
  /** In letters, where it is not 200. */
  readonly longest?: number
}

export type LineFieldName = keyof Pick<
  IncidentRecord,
  | 'usersAffected'
  | 'usersKind'
  | 'tickets'
  | 'responseTime'
  | 'throughput'
  | 'errorRate'
  | 'availability'
  | 'regions'
  | 'segments'
  | 'peak'
  | 'devices'
>

/** A text that everybody writes together. `label` is what it is called inside of its part. */
export interface ProseField {
  readonly field: IncidentText
  readonly label: string
  readonly prompt: string
}

/** Lists of entries that a part shows. */
export type PartList = 'services' | 'responders' | 'communications' | 'references' | 'followUps'

/** A part of the record that is there once somebody has something to say in it. */
export interface RecordPart {
  readonly id: string
  readonly title: string
  /** What goes into it, for whoever looks for a place. */
  readonly hint: string
  /** Also while nothing is in it. */
  readonly isAlways?: true
  readonly lines?: readonly LineField[]
  readonly proses?: readonly ProseField[]
  readonly lists?: readonly PartList[]
}

/** The parts of the record in the order in which an incident is told. */
export const recordParts: readonly RecordPart[] = [
  {
    id: 'users',
    title: 'Impact on users',
    hint: 'How many, who, what they saw',
    isAlways: true,
    lines: [
      { field: 'usersAffected', placeholder: '12000', isNumber: true },
      { field: 'usersKind', placeholder: 'all customers in Europe' },
      { field: 'tickets', placeholder: '140', isNumber: true },
    ],
    proses: [
      {
        field: 'impactUsers',
        label: 'Impact on users',
        prompt: 'Who noticed what, how many, where? Which journeys failed?',
      },
      { field: 'userExperience', label: 'User experience', prompt: 'Complaints, and what the tickets were about.' },
    ],
  },
  {
    id: 'services',
    title: 'Services affected',
    hint: 'Each with what it was and for how long',
    isAlways: true,
    lists: ['services'],
  },
  {
    id: 'performance',
    title: 'Performance',
    hint: 'Response time, throughput, errors, availability',
    lines: [
      { field: 'responseTime', placeholder: 'p99 from 0.3 to 8 s' },
      { field: 'throughput', placeholder: '40% below normal' },
      { field: 'errorRate', placeholder: '3% of requests' },
      { field: 'availability', placeholder: '99.2% of the month' },
    ],
  },
  {
    id: 'business',
    title: 'Impact on the business',
    hint: 'Money, operations, reputation, compliance',
    proses: [
      {
        field: 'impactBusiness',
        label: 'Impact on the business',
        prompt: 'What it meant for us, in a sentence or two.',
      },
      { field: 'impactFinancial', label: 'Financial', prompt: 'Revenue lost, credits owed, costs of the response.' },
      { field: 'impactOperations', label: 'Operations', prompt: 'Work that stood still, or was done by hand.' },
      { field: 'impactReputation', label: 'Reputation', prompt: 'Press, social media, what customers said.' },
      { field: 'impactCompliance', label: 'Compliance', prompt: 'Agreements broken, authorities to be told.' },
    ],
  },
  {
    id: 'spread',
    title: 'Spread',
    hint: 'Regions, user segments, peak time, devices',
    lines: [
      { field: 'regions', placeholder: 'US East, EU West', longest: 500 },
      { field: 'segments', placeholder: 'free plan, partners', longest: 500 },
      { field: 'peak', placeholder: 'Monday morning, before opening hours', longest: 500 },
      { field: 'devices', placeholder: 'mobile more than desktop', longest: 500 },
    ],
  },
  {
    id: 'responders',
    title: 'Who responded',
    hint: 'People and teams, their roles, what they did',
    isAlways: true,
    lists: ['responders'],
  },
  {
    id: 'resolution',
    title: 'Containment and resolution',
    hint: 'First aid, workarounds, what ended it',
    proses: [
      {
        field: 'containment',
        label: 'Containment and workarounds',
        prompt: 'What limited the damage at once; temporary fixes.',
      },
      { field: 'resolution', label: 'Resolution', prompt: 'What ended it, and how we know.' },
    ],
  },
  {
    id: 'communications',
    title: 'Communications',
    hint: 'Who was told what, inside and outside, and when',
    proses: [
      {
        field: 'communications',
        label: 'How people were kept informed',
        prompt: 'Channels, who spoke, what helped and what was missing.',
      },
    ],
    lists: ['communications'],
  },
  {
    id: 'response',
    title: 'How the response went',
    hint: 'Detection, response time, escalation, coordination',
    proses: [
      {
        field: 'responseEvaluation',
        label: 'The response as a whole',
        prompt: 'What was strong, what could be better.',
      },
      { field: 'evaluationDetection', label: 'Detection', prompt: 'Did we see it ourselves, and soon enough?' },
      { field: 'evaluationResponse', label: 'Response time', prompt: 'How long until somebody worked on it?' },
      { field: 'evaluationEscalation', label: 'Escalation', prompt: 'Did the right people come, at the right time?' },
      { field: 'evaluationCoordination', label: 'Coordination', prompt: 'Was it clear who did what, and who decided?' },
    ],
  },
  {
    id: 'conclusion',
    title: 'Conclusion and appendix',
    hint: 'Takeaways, how success is measured, further material',
    proses: [
      { field: 'takeaways', label: 'Takeaways', prompt: '- What would we tell a team that runs something like this?' },
      {
        field: 'successMetrics',
        label: 'How success is measured',
        prompt: 'Which numbers tell that the actions worked? How would we see it come back?',
      },
      { field: 'appendix', label: 'Appendix', prompt: 'Technical details, monitoring data, records.' },
    ],
  },
  {
    id: 'documents',
    title: 'Related documents',
    hint: 'Evidence, dashboards, other incidents',
    lists: ['references'],
  },
  {
    id: 'follow-up',
    title: 'Follow-up',
    hint: 'Knowledge to update, people to brief',
    lists: ['followUps'],
  },
]
