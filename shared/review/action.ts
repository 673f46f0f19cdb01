import { daysBetween, isCalendarDate } from './calendar.ts'
import type { ActionItem, Level, Prevention } from './entries.ts'
import { isLive } from './placement.ts'
import { byRank, compareText } from './rank.ts'

export const horizons = ['immediate', 'short-term', 'long-term'] as const

export type Horizon = (typeof horizons)[number]

export const horizonTitles: Readonly<Record<Horizon, string>> = {
  immediate: 'Immediate (0–7 days)',
  'short-term': 'Short term (1–4 weeks)',
  'long-term': 'Long term (1–6 months)',
}

/** How often actions of a horizon are looked at again. */
export const reviewRhythm: Readonly<Record<Horizon, string>> = {
  immediate: 'weekly',
  'short-term': 'every two weeks',
  'long-term': 'monthly',
}

/** What an action still needs before anyone can be asked about it. [ACTION1] */
export function whatIsMissing(action: Pick<ActionItem, 'owner' | 'due'>): readonly ('owner' | 'due')[] {
  const missing: ('owner' | 'due')[] = []
  if (action.owner === null || action.owner.trim() === '') missing.push('owner')
  if (action.due === null || !isCalendarDate(action.due)) missing.push('due')
  return missing
}

/**
 * By when an action is to be done; derived from its due date where it has one, else what was said by hand, else null.
 *
 * `today` is YYYY-MM-DD; what is overdue is immediate. [ACTION2]
 */
export function horizonOf(action: Pick<ActionItem, 'due' | 'horizon'>, today: string): Horizon | null {
  if (action.due === null || !isCalendarDate(action.due)) return action.horizon ?? null
  const days = daysBetween(today, action.due)
  if (days <= 7) return 'immediate'
  return days <= 28 ? 'short-term' : 'long-term'
}

export const preventionTitles: Readonly<Record<Prevention, string>> = {
  monitoring: 'Monitoring',
  system: 'System',
  process: 'Process',
  training: 'Training',
  infrastructure: 'Infrastructure',
}

export const impactTitles: Readonly<Record<Level, string>> = {
  high: 'High impact',
  medium: 'Medium impact',
  low: 'Low impact',
}

export const recurrenceTitles: Readonly<Record<Level, string>> = {
  high: 'Likely to recur',
  medium: 'May recur',
  low: 'Unlikely to recur',
}

const weights: Readonly<Record<Level, number>> = { high: 2, medium: 1, low: 0 }

/** The priority that impact and likelihood of recurrence propose; null until both are said. [ACTION7] */
export function proposedPriority({ impact, recurrence }: Pick<ActionItem, 'impact' | 'recurrence'>): Level | null {
  if (!impact || !recurrence) return null
  const weight = weights[impact] + weights[recurrence]
  if (weight >= 3) return 'high'
  return weight === 2 ? 'medium' : 'low'
}

/** A complete action is never overdue, and one due today not yet. */
export function isOverdue(action: Pick<ActionItem, 'due' | 'status'>, today: string): boolean {
  if (action.status === 'complete' || action.due === null || !isCalendarDate(action.due)) return false
  return daysBetween(today, action.due) < 0
}

export function liveActions(actions: readonly ActionItem[]): readonly ActionItem[] {
  return actions.filter(isLive).sort(byRank)
}

/** The most pressing first: by priority, then due date (none last), then the order of the board. */
export function byUrgency(a: ActionItem, b: ActionItem): number {
  return weights[b.priority] - weights[a.priority] || compareText(a.due ?? '9999', b.due ?? '9999') || byRank(a, b)
}

export interface HorizonGroup {
  /** Null for actions of which nobody has said by when. */
  readonly horizon: Horizon | null
  /** The most pressing first. */
  readonly actions: readonly ActionItem[]
}

/** The live actions by horizon, the nearest first; horizons without actions are left out. */
export function actionsByHorizon(actions: readonly ActionItem[], today: string): readonly HorizonGroup[] {
  const live = actions.filter(isLive).sort(byUrgency)
  return [...horizons, null]
    .map((horizon) => ({ horizon, actions: live.filter((action) => horizonOf(action, today) === horizon) }))
    .filter((group) => group.actions.length > 0)
}
