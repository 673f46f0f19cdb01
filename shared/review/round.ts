import type { Budget, RoundResult } from './entries.ts'
import { compareText } from './rank.ts'
import { allow, type Result, refuse } from './result.ts'
import type { Target } from './session.ts'

/** What the course of rounds needs to know of each. A round with `closedAt` null is open, or paused while its phase is away. */
export type RoundState = Pick<RoundResult, 'phase' | 'openedAt' | 'closedAt' | 'budget' | 'targets' | 'breaks'>

/** What each voter has to give in a round. */
export function budgetOf(round: Pick<RoundState, 'budget'> | undefined, settings: Budget): Budget {
  const { votes, maxPerTarget } = round?.budget ?? settings
  return { votes, maxPerTarget }
}

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

/** What a facilitator may say of a fresh round; what is left out is as in any other. */
export interface RoundWishes extends Partial<Budget> {
  /** What alone is voted on. */
  readonly targets?: readonly Target[] | undefined
  /** Id of the counted round whose ties it breaks. */
  readonly breaks?: string | undefined
}

export type NewRound = Pick<RoundResult, 'phase' | 'budget' | 'targets' | 'breaks'>

/**
 * A fresh round, for the phase that runs; what an earlier one counted stays. [ROUND2]
 *
 * @remarks
 * Choosing what is voted on only narrows it: what takes no votes takes none here either. [ROUND4]
 */
export function openRound(
  rounds: Rounds,
  phase: string,
  wishes: RoundWishes,
  on: { readonly settings: Budget; readonly countsFor: ReadonlyMap<Target, Target> },
): Result<NewRound, 'round-is-open' | 'no-round' | 'no-such-target'> {
  const { targets, breaks, votes, maxPerTarget } = wishes
  if (openRoundOf(rounds, phase) !== null) return refuse('round-is-open')
  if (breaks !== undefined && (rounds.get(breaks)?.closedAt ?? null) === null) return refuse('no-round')
  if (targets?.some((each) => !on.countsFor.has(each))) return refuse('no-such-target')
  const budget = budgetOf(undefined, {
    votes: votes ?? on.settings.votes,
    maxPerTarget: maxPerTarget ?? on.settings.maxPerTarget,
  })
  return allow({
    phase,
    budget,
    ...(targets !== undefined && { targets: [...new Set(targets)] }),
    ...(breaks !== undefined && { breaks }),
  })
}

/**
 * When a fresh round counts as opened: now, but after all others.
 *
 * @remarks
 * The newest round is the one that takes votes. Two in one moment, or a clock that was put back, would leave it to chance
 * which that is. [ROUND6]
 */
export function nextOpening(rounds: Rounds, now: number): number {
  return Math.max(now, ...[...rounds.values()].map(({ openedAt }) => openedAt + 1))
}

/** A budget after a change of the settings; where nothing of it was changed, the same. [ROUND5] */
export function changeBudget(budget: Budget, change: Partial<Budget>): Budget {
  return { votes: change.votes ?? budget.votes, maxPerTarget: change.maxPerTarget ?? budget.maxPerTarget }
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
