import type { BoardSnapshot } from '../document/snapshot.ts'
import { lastUpdatedAt } from '../incident/edits.ts'
import { instantOf } from '../incident/moment.ts'
import { classificationTitles, recordTitles } from '../incident/record-titles.ts'
import type { ReportRow } from './record-sections.ts'
import { utcMinuteText } from './utc-text.ts'

type Incident = BoardSnapshot['incident']

export interface ReportFigures {
  readonly users: readonly ReportRow[]
  readonly performance: readonly ReportRow[]
  readonly spread: readonly ReportRow[]
}

/** The short facts of the impact, each where it is given. */
export function reportFigures(incident: Incident): ReportFigures {
  const { usersAffected, usersKind, tickets } = incident
  return {
    users: given([
      [recordTitles.usersAffected, [number(usersAffected), usersKind].filter((part) => part).join(', ')],
      [recordTitles.tickets, number(tickets)],
    ]),
    performance: given(
      (['responseTime', 'throughput', 'errorRate', 'availability'] as const).map(
        (field) => [recordTitles[field], incident[field]] as const,
      ),
    ),
    spread: given(
      (['regions', 'segments', 'peak', 'devices'] as const).map(
        (field) => [recordTitles[field], incident[field]] as const,
      ),
    ),
  }
}

/** Which version this is, who approved it, who gets it. */
export function reportControl({ incident, edits }: Pick<BoardSnapshot, 'incident' | 'edits'>): readonly ReportRow[] {
  const { version, approver, approvedOn, nextReview, classification, distribution } = incident
  const updated = lastUpdatedAt(edits)
  return given([
    [recordTitles.version, version],
    ['Last updated', updated === null ? '' : utcMinuteText(instantOf(updated))],
    ['Approved by', [approver, approvedOn].filter((part) => part).join(', ')],
    [recordTitles.nextReview, nextReview],
    [recordTitles.classification, classification ? classificationTitles[classification] : ''],
    [recordTitles.distribution, distribution],
  ])
}

const count = new Intl.NumberFormat('en')

function number(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : count.format(value)
}

function given(rows: readonly (readonly [label: string, value: string | null | undefined])[]): readonly ReportRow[] {
  return rows.flatMap(([label, value]) => (value && value.trim() !== '' ? [{ label, value }] : []))
}
