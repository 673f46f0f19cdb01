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

/** The lengths in minutes that an agenda comes in. */
export const lengths = [45, 60, 75, 90] as const

export type Length = (typeof lengths)[number]

export const defaultLength: Length = 60

/** The length that nothing is shortened in. */
const fullLength: Length = 75

type Preset = Readonly<Record<PhaseKind, number>>

/** Minutes per phase for each length. */
export const presets: Readonly<Record<Length, Preset>> = {
  45: { welcome: 2, facts: 6, reflect: 7, discuss: 11, group: 4, vote: 3, act: 9, close: 3 },
  60: { welcome: 4, facts: 8, reflect: 9, discuss: 15, group: 5, vote: 4, act: 11, close: 4 },
  75: { welcome: 5, facts: 10, reflect: 10, discuss: 20, group: 8, vote: 5, act: 12, close: 5 },
  90: { welcome: 5, facts: 10, reflect: 10, discuss: 30, group: 10, vote: 5, act: 15, close: 5 },
}

/** The standard agenda, or those kinds of it; a length that is not on offer is scaled from the nearest one, in whole minutes. [AGENDA1] */
export function agendaFor(
  length: number | undefined,
  newId: () => string,
  kinds: readonly PhaseKind[] = phaseKinds,
): readonly AgendaItem[] {
  const minutes = minutesFor(length ?? defaultLength, kinds)
  return kinds.map((kind) => ({ id: newId(), kind, title: phaseTitles[kind], minutes: minutes[kind] }))
}

/** Of two lengths as near, the shorter. */
export function nearestLength(minutes: number): Length {
  return lengths.reduce((best, each) => (Math.abs(each - minutes) < Math.abs(best - minutes) ? each : best))
}

/**
 * Minutes per phase that add up to a length of at least eight minutes.
 *
 * Boundaries between phases are scaled and rounded, so that no minute is lost to rounding.
 */
function minutesFor(length: number, kinds: readonly PhaseKind[] = phaseKinds): Preset {
  const from = nearestLength(length)
  if (from === length && kinds.length === phaseKinds.length) return presets[from]
  const spare = length - kinds.length
  const share = (from: number, total: number) => Math.round((from * spare) / total)
  const total = kinds.reduce((sum, kind) => sum + presets[from][kind], 0)
  const minutes: Record<PhaseKind, number> = { ...presets[from] }
  let before = 0
  for (const kind of kinds) {
    const after = before + presets[from][kind]
    minutes[kind] = 1 + share(after, total) - share(before, total)
    before = after
  }
  return minutes
}

export interface Shortened {
  readonly kind: PhaseKind
  readonly title: string
  readonly minutes: number
  /** Minutes in the agenda in which nothing is shortened. */
  readonly insteadOf: number
}

/** What an agenda of this length gives less time than it deserves. [AGENDA2] */
export function shortened(length: number): readonly Shortened[] {
  const minutes = minutesFor(length)
  return phaseKinds
    .map((kind) => ({
      kind,
      title: phaseTitles[kind],
      minutes: minutes[kind],
      insteadOf: presets[fullLength][kind],
    }))
    .filter((phase) => phase.minutes < phase.insteadOf)
}

/** The sum of what is planned; items without a length add nothing. */
export function plannedMinutes(agenda: readonly AgendaItem[]): number {
  return agenda.reduce((sum, item) => sum + (item.minutes ?? 0), 0)
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
