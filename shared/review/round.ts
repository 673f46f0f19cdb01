import type { RoundResult } from './entries.ts'
import { compareText } from './rank.ts'
import { allow, type Result, refuse } from './result.ts'

/** What the course of rounds needs to know of each. A round with `closedAt` null is open, or paused while its phase is away. */
export type RoundState = Pick<RoundResult, 'phase' | 'openedAt' | 'closedAt'>

/** Round id -> its state. */
export type Rounds = ReadonlyMap<string, RoundState>

/** The newest round of an agenda item, or null. */
export function roundOf(rounds: Rounds, phase: string): string | null {
  const ids = [...rounds].filter(([, round]) => round.phase === phase)
  const newest = ids.sort(([a, x], [b, y]) => y.openedAt - x.openedAt || compareText(a, b))[0]
  return newest?.[0] ?? null
}

/** The round that takes votes now: of the phase that runs, and not counted. */
export function openRoundOf(rounds: Rounds, phase: string): string | null {
  const id = roundOf(rounds, phase)
  return id !== null && rounds.get(id)?.closedAt === null ? id : null
}

/** A fresh round, for the phase that runs; what an earlier one counted stays. [ROUND2] */
export function openRound(rounds: Rounds, phase: string, now: number): Result<RoundState, 'round-is-open'> {
  if (openRoundOf(rounds, phase) !== null) return refuse('round-is-open')
  return allow({ phase, openedAt: now, closedAt: null })
}

/** The id of the round to count and close. */
export function closeRound(rounds: Rounds, phase: string): Result<string, 'no-open-round'> {
  const id = openRoundOf(rounds, phase)
  return id === null ? refuse('no-open-round') : allow(id)
}

/** The id of the closed round to count again: `round` is the session's. */
export function recountRound(rounds: Rounds, round: string | null): Result<string, 'no-round' | 'round-is-open'> {
  const state = round === null ? undefined : rounds.get(round)
  if (round === null || state === undefined) return refuse('no-round')
  return state.closedAt === null ? refuse('round-is-open') : allow(round)
}
