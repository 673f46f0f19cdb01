import { allow, type Result, refuse } from './result.ts'
import type { AgendaItem, PhaseKind, Session, Settings } from './session.ts'

export const phaseKinds = ['welcome', 'facts', 'reflect', 'discuss', 'group', 'vote', 'act', 'close'] as const

export const phaseTitles: Readonly<Record<PhaseKind, string>> = {
  welcome: 'Set the tone',
  facts: 'Review the facts',
  reflect: 'Reflect',
  discuss: 'Discuss',
  group: 'Find themes',
  vote: 'Prioritise',
  act: 'Plan actions',
  close: 'Wrap up',
}

/** The sum of what is planned; items without a length add nothing. */
export function plannedMinutes(agenda: readonly AgendaItem[]): number {
  return agenda.reduce((sum, item) => sum + (item.minutes ?? 0), 0)
}

/** What is planned in all; null where nothing is, or a phase lasts until a date: minutes tell nothing of days. [AGENDA5] */
export function minutesInAll(agenda: readonly AgendaItem[]): number | null {
  const planned = agenda.some(({ endsAt }) => endsAt !== undefined) ? 0 : plannedMinutes(agenda)
  return planned === 0 ? null : planned
}

/** Until the discussion what somebody takes for a cause is folded away, so that it anchors nobody. [FACTS3] */
export function keepsCausesFolded(kind: PhaseKind): boolean {
  return kind === 'welcome' || kind === 'facts' || kind === 'reflect'
}

/** Whether drafts wait on their desks in a phase of this kind. [PHASE1] */
export function keepsDraftsPrivate(kind: PhaseKind, settings: Pick<Settings, 'reveal'>): boolean {
  return settings.reveal === 'together' && (kind === 'welcome' || kind === 'facts' || kind === 'reflect')
}

type Place = Pick<Session, 'agenda' | 'phase'>

/** Where the phase stands in the agenda; -1 if it does not. */
export function indexOfPhase(agenda: readonly AgendaItem[], phase: string): number {
  return agenda.findIndex((item) => item.id === phase)
}

export function currentItem(session: Place): AgendaItem | null {
  return session.agenda.find((item) => item.id === session.phase) ?? null
}

/** The phase that comes next, or null in the last one. */
export function itemAfter(session: Place): AgendaItem | null {
  return session.agenda[indexOfPhase(session.agenda, session.phase) + 1] ?? null
}

export type AgendaRefusal = 'drops-current-phase' | 'same-id-twice' | 'ends-in-the-past'

/** The agenda may be reordered, shortened and extended, but never away from under the phase that runs. */
export function changeAgenda(
  { phase, agenda }: Place,
  next: readonly AgendaItem[],
  now: number,
): Result<readonly AgendaItem[], AgendaRefusal> {
  if (indexOfPhase(next, phase) < 0) return refuse('drops-current-phase')
  if (new Set(next.map((item) => item.id)).size < next.length) return refuse('same-id-twice')
  const known = new Map(agenda.map((item) => [item.id, item]))
  if (next.some((item) => endsAtOnce(item, known.get(item.id), now))) return refuse('ends-in-the-past')
  return allow(next)
}

/** Whether a change would end a phase the moment it is made. What had passed before it was made ends nothing. */
function endsAtOnce(item: AgendaItem, before: AgendaItem | undefined, now: number): boolean {
  if (item.auto !== true || item.endsAt === undefined || item.endsAt > now) return false
  return before?.endsAt !== item.endsAt || before.auto !== true
}
