import type { BoardSnapshot } from '../document/snapshot.ts'
import { instantOf } from '../incident/moment.ts'
import { blamelessTips, primeDirective } from '../review/directive.ts'
import type { Role } from '../review/people.ts'
import { type ReportCauses, reportCauses } from './causes.ts'
import { type ReportEvidence, reportEvidence } from './evidence.ts'
import { type ReportFindings, reportFindings } from './findings.ts'
import { linkedTo } from './linked.ts'
import { type ReportPlan, reportPlan } from './plan.ts'
import { type ReportRecord, reportRecord } from './record.ts'
import { utcDate } from './utc-text.ts'

/** What a report is made at and about, beside the board itself. */
export interface ReportContext {
  readonly boardId: string
  /** Epoch milliseconds. */
  readonly now: number
  /** Address of the board, where it is known. */
  readonly boardUrl?: string | undefined
}

/** A board as anyone reads it afterwards: names resolved, order settled, what was removed left out. */
export interface ReportModel {
  readonly boardId: string
  readonly boardUrl: string | null
  readonly title: string
  readonly isClosed: boolean
  /** ISO 8601 in UTC. */
  readonly madeAt: string
  readonly isAnonymous: boolean
  /** Phases that end on a date, in the order of the agenda; `endsAt` in epoch milliseconds. */
  readonly phaseEnds: readonly { readonly id: string; readonly title: string; readonly endsAt: number }[]
  readonly reminder: { readonly directive: typeof primeDirective; readonly tips: typeof blamelessTips }
  readonly record: ReportRecord
  readonly causes: ReportCauses
  readonly evidence: readonly ReportEvidence[]
  readonly findings: ReportFindings
  readonly plan: ReportPlan
  /** Names by role; people who were removed from the board keep their place, since they were there. */
  readonly people: Readonly<Record<Role, readonly string[]>>
}

export function reportModel(snapshot: BoardSnapshot, context: ReportContext): ReportModel {
  const { session, people } = snapshot
  const byJoining = [...people].sort((a, b) => a.joinedAt - b.joinedAt)
  const linked = linkedTo(snapshot)
  const named = (role: Role) => byJoining.filter((person) => person.role === role).map((person) => person.name)
  return {
    boardId: context.boardId,
    boardUrl: context.boardUrl ?? null,
    title: session.title,
    isClosed: session.status === 'closed',
    madeAt: instantOf(context.now),
    isAnonymous: session.settings.attribution === 'anonymous',
    phaseEnds: session.agenda.flatMap(({ id, title, endsAt }) => (endsAt === undefined ? [] : [{ id, title, endsAt }])),
    reminder: { directive: primeDirective, tips: blamelessTips },
    record: reportRecord(snapshot, linked),
    causes: reportCauses(snapshot.causes, session.title, linked),
    evidence: reportEvidence(snapshot),
    findings: reportFindings(snapshot, linked),
    plan: reportPlan(snapshot, utcDate(context.now), linked),
    people: { facilitator: named('facilitator'), participant: named('participant'), observer: named('observer') },
  }
}
