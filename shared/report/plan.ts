import type { Entry } from '../document/schema.ts'
import type { BoardSnapshot } from '../document/snapshot.ts'
import {
  actionsByHorizon,
  type Horizon,
  horizonTitles,
  impactTitles,
  isOverdue,
  preventionTitles,
  recurrenceTitles,
  whatIsMissing,
} from '../review/action.ts'
import { ownerName } from '../review/owner.ts'
import { isLive } from '../review/placement.ts'
import { isOpenAction, isUnproven } from '../review/proof.ts'
import { compareText } from '../review/rank.ts'
import type { Target } from '../review/session.ts'
import { parseTarget, target } from '../review/target.ts'
import { wordsOf } from './findings.ts'
import type { LinkedTo, ReportLink } from './linked.ts'
import { utcText } from './utc-text.ts'

export interface ReportAction {
  readonly id: string
  readonly title: string
  /** Name of the owner; null where nobody owns it. */
  readonly owner: string | null
  /** YYYY-MM-DD. */
  readonly due: string | null
  readonly isOverdue: boolean
  readonly priority: Entry<'actions'>['priority']
  readonly status: Entry<'actions'>['status']
  readonly verification: string
  readonly evidence: string
  /** Complete by its status, but without a verification or its evidence. */
  readonly isUnproven: boolean
  /** `Preventive: monitoring`; empty where neither is said. */
  readonly sort: string
  /** What its priority comes from: `High impact, may recur`; empty where neither is said. */
  readonly weighed: string
  readonly metric: string
  readonly link: string | null
  /** What it came from; null where that is gone or nothing. */
  readonly source: { readonly target: Target; readonly words: string } | null
  readonly linkedTo: readonly ReportLink[]
  readonly missing: readonly ('owner' | 'due')[]
}

export interface ReportHorizon {
  readonly horizon: Horizon | null
  readonly actions: readonly ReportAction[]
}

export interface ReportPlan {
  /** The nearest horizon first, and in each the most pressing action. */
  readonly horizons: readonly ReportHorizon[]
  readonly total: number
  readonly open: number
  /** How many lack an owner, a due date, or both. */
  readonly incomplete: number
  /** By date. */
  readonly checkIns: readonly ReportCheckIn[]
}

export interface ReportCheckIn extends Pick<Entry<'checkIns'>, 'id' | 'on' | 'what'> {
  /** Whose actions are checked; null for all. */
  readonly horizon: Horizon | null
  readonly done: boolean
}

export const statusTitles: Readonly<Record<Entry<'actions'>['status'], string>> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  complete: 'Complete',
}

/** As it is read: a complete action that is not proven says so. */
export function statusText({ status, isUnproven }: Pick<ReportAction, 'status' | 'isUnproven'>): string {
  return isUnproven ? `${statusTitles[status]}, not proven` : statusTitles[status]
}

export const kindTitles = { corrective: 'Corrective', preventive: 'Preventive' } as const

export const priorityTitles: Readonly<Record<Entry<'actions'>['priority'], string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
}

/** What the team leaves with. `today` is YYYY-MM-DD. */
export function reportPlan(snapshot: BoardSnapshot, today: string, linked: LinkedTo): ReportPlan {
  const live = snapshot.actions.filter(isLive)
  const horizons = actionsByHorizon(live, today).map(({ horizon, actions }) => ({
    horizon,
    actions: actions.map((action) => reportAction(snapshot, action, today, linked)),
  }))
  return {
    horizons,
    total: live.length,
    open: live.filter(isOpenAction).length,
    incomplete: live.filter((action) => whatIsMissing(action).length > 0).length,
    checkIns: snapshot.checkIns
      .filter(isLive)
      .map(({ id, on, what, horizon, done }) => ({ id, on, what, horizon: horizon ?? null, done: done === true }))
      .sort((a, b) => compareText(a.on, b.on) || compareText(a.id, b.id)),
  }
}

/** What a target is called wherever it is pointed at; null for what is not on the board (any more). */
export function targetWords(
  snapshot: Pick<BoardSnapshot, 'notes' | 'themes' | 'timeline' | 'causes'>,
  on: Target,
): string | null {
  const parsed = parseTarget(on)
  if (parsed === null) return null
  const event = parsed.kind === 'event' ? snapshot.timeline.find((each) => each.id === parsed.id) : undefined
  if (event !== undefined && isLive(event)) return `${utcText(event.at)} ${event.event}`
  const cause = parsed.kind === 'cause' ? snapshot.causes.find((each) => each.id === parsed.id) : undefined
  if (cause !== undefined && isLive(cause)) return cause.text
  return wordsOf(snapshot, parsed.target)
}

function reportAction(
  snapshot: BoardSnapshot,
  action: Entry<'actions'>,
  today: string,
  linked: LinkedTo,
): ReportAction {
  const words = action.source === null ? null : targetWords(snapshot, action.source)
  return {
    id: action.id,
    title: action.title,
    owner: ownerName(snapshot.people, action.owner),
    due: action.due,
    isOverdue: isOverdue(action, today),
    priority: action.priority,
    status: action.status,
    verification: action.verification,
    evidence: action.evidence ?? '',
    isUnproven: isUnproven(action),
    sort: sortOf(action),
    weighed: weighedAs(action),
    metric: action.metric ?? '',
    link: action.link,
    source: action.source === null || words === null ? null : { target: action.source, words },
    linkedTo: linked(target('action', action.id)),
    missing: whatIsMissing(action),
  }
}

function sortOf({ kind, prevention }: Entry<'actions'>): string {
  const means = prevention ? preventionTitles[prevention] : null
  if (kind === null) return means ?? ''
  return means === null ? kindTitles[kind] : `${kindTitles[kind]}: ${means.toLowerCase()}`
}

function weighedAs({ impact, recurrence }: Entry<'actions'>): string {
  const words = [impact ? impactTitles[impact] : null, recurrence ? recurrenceTitles[recurrence] : null]
  const said = words.filter((each) => each !== null).join(', ')
  return `${said.slice(0, 1)}${said.slice(1).toLowerCase()}`
}

/** What is checked: in the team's words, else by what it is planned for. */
export function checkInText({ what, horizon }: Pick<ReportCheckIn, 'what' | 'horizon'>): string {
  if (what.trim() !== '') return what
  return horizon === null ? 'Are the actions done?' : `Are the actions done? ${horizonTitles[horizon]}`
}
