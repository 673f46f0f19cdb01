import { phaseKinds, phaseTitles } from './agenda.ts'
import type { AgendaItem, PhaseKind } from './session.ts'

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
