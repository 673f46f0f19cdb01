import { allow, type Result, refuse } from './result.ts'
import type { Session, Settings } from './session.ts'

/** The least and the most that a number or a length may be, both included. */
export const limits = {
  votes: [1, 50],
  maxPerTarget: [1, 50],
  phaseMinutes: [1, 10_080],
  timerSeconds: [1, 86_400],
  agendaItems: [1, 40],
  sections: [1, 20],
  prompts: [0, 20],
} as const

/** Settings with which a promise to people would be taken back. */
export type SettingsRefusal = 'attribution-is-fixed' | 'ballot-is-fixed'

/**
 * Settings after a change.
 *
 * @remarks
 * Whoever wrote a draft or cast a vote did so under a promise, so `attribution` is fixed once the first draft exists
 * and `ballot` while a round is open. [SETTING1] [SETTING2]
 */
export function changeSettings(
  session: Pick<Session, 'settings'>,
  change: Partial<Settings>,
  { hasDrafts, hasOpenRound }: { readonly hasDrafts: boolean; readonly hasOpenRound: boolean },
): Result<Settings, SettingsRefusal> {
  const next = { ...session.settings, ...given(change) }
  if (hasDrafts && next.attribution !== session.settings.attribution) return refuse('attribution-is-fixed')
  if (hasOpenRound && next.ballot !== session.settings.ballot) return refuse('ballot-is-fixed')
  return allow(next)
}

/** A field that is there but undefined changes nothing. */
function given(change: Partial<Settings>): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
