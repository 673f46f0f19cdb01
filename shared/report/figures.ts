import { changedParts, contentParts } from '../document/content.ts'
import type { BoardSnapshot } from '../document/snapshot.ts'
import { lastUpdatedAt } from '../incident/edits.ts'
import { instantOf } from '../incident/moment.ts'
import { classificationTitles, recordTitles } from '../incident/record-titles.ts'
import type { ReportRow } from './record-blocks.ts'
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

/** Which version this is, who approved it and what has changed since, who gets it. */
export function reportControl(snapshot: BoardSnapshot): readonly ReportRow[] {
  const { incident, edits } = snapshot
  const { version, approver, approvedOn, nextReview, classification, distribution } = incident
  const updated = lastUpdatedAt(edits)
  const changed = changedSinceApproval(snapshot)
  const approved: readonly (readonly [string, string])[] =
    changed === null
      ? [[approvedOn ? 'Approved by' : recordTitles.approver, [approver, approvedOn].filter((part) => part).join(', ')]]
      : [
          ['Last approved by', `${changed.approver}, ${changed.on}`],
          ['Changed since', changed.parts.length === 0 ? 'nothing that is told here' : changed.parts.join(', ')],
        ]
  return given([
    [recordTitles.version, version],
    ['Last updated', updated === null ? '' : utcMinuteText(instantOf(updated))],
    ...approved,
    [recordTitles.nextReview, nextReview],
    [recordTitles.classification, classification ? classificationTitles[classification] : ''],
    [recordTitles.distribution, distribution],
  ])
}

export interface SinceApproval {
  readonly approver: string
  /** YYYY-MM-DD. */
  readonly on: string
  /** What has changed since, in words. */
  readonly parts: readonly string[]
}

/** An approval that stands no more, and what has changed since it; null where there is none such. [APPROVAL5] */
export function changedSinceApproval(snapshot: BoardSnapshot): SinceApproval | null {
  const { approval } = snapshot.incident
  if (approval === undefined || approval.stands) return null
  const { approver, on, parts } = approval
  return { approver, on, parts: changedParts(parts, contentParts(snapshot)) }
}

const count = new Intl.NumberFormat('en')

function number(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : count.format(value)
}

function given(rows: readonly (readonly [label: string, value: string | null | undefined])[]): readonly ReportRow[] {
  return rows.flatMap(([label, value]) => (value && value.trim() !== '' ? [{ label, value }] : []))
}
