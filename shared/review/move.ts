import { indexOfPhase, keepsDraftsPrivate } from './agenda.ts'
import { allow, type Result, refuse } from './result.ts'
import { openRoundOf, type Rounds, roundOf } from './round.ts'
import type { AgendaItem, Session } from './session.ts'

export type MoveRefusal = 'unknown-phase' | 'already-there'

/** What a round of the phase that is entered does. */
export type EntersRound =
  | { readonly do: 'nothing' }
  /** A first round, to which the server gives an id. */
  | { readonly do: 'open' }
  /** The item's newest round is the session's again: with its ballots if it was paused, shown if it was counted. */
  | { readonly do: 'resume'; readonly id: string; readonly counted: boolean }

/** All that one change of phase brings, for the server to write as one update. */
export interface MovePlan {
  readonly to: AgendaItem
  readonly forward: boolean
  /** Whether all drafts of all desks become notes. */
  readonly publishesDrafts: boolean
  /** Rounds to count and close: the one that is left, and paused ones that are passed over. */
  readonly closes: readonly string[]
  /** The round that is left without counting; it stays open in the results. */
  readonly pauses: string | null
  readonly enters: EntersRound
}

/**
 * What it means to go to another phase, in any order of the agenda.
 *
 * @remarks
 * Going forward counts every round left behind, also one that was paused and is now skipped: its votes were cast to be
 * read. Going back never counts and never wipes. [PHASE2] [PHASE3] [PHASE4]
 */
export function planMove(
  session: Pick<Session, 'agenda' | 'phase' | 'settings'>,
  rounds: Rounds,
  to: string,
): Result<MovePlan, MoveRefusal> {
  const { agenda, phase, settings } = session
  const item = agenda.find((each) => each.id === to)
  if (item === undefined) return refuse('unknown-phase')
  if (to === phase) return refuse('already-there')

  const forward = indexOfPhase(agenda, to) > indexOfPhase(agenda, phase)
  return allow({
    to: item,
    forward,
    publishesDrafts: !keepsDraftsPrivate(item.kind, settings),
    closes: forward ? openRoundsBefore(agenda, rounds, to) : [],
    pauses: forward ? null : openRoundOf(rounds, phase),
    enters: entering(item, rounds),
  })
}

function entering(item: AgendaItem, rounds: Rounds): EntersRound {
  const id = roundOf(rounds, item.id)
  if (id !== null) return { do: 'resume', id, counted: rounds.get(id)?.closedAt !== null }
  return item.kind === 'vote' ? { do: 'open' } : { do: 'nothing' }
}

function openRoundsBefore(agenda: readonly AgendaItem[], rounds: Rounds, to: string): readonly string[] {
  const end = indexOfPhase(agenda, to)
  return [...rounds]
    .filter(([, round]) => round.closedAt === null && indexOfPhase(agenda, round.phase) < end)
    .map(([id]) => id)
}

export interface MoveCounts {
  /** Drafts that wait on desks. */
  readonly drafts: number
  /** People who are typing. */
  readonly writing: number
  /** Votes not yet cast in the open round; null where there is none. */
  readonly votesLeft: number | null
}

/** Whether the move takes something away from somebody who is not done, so that it should ask first. */
export function endsForOthers(plan: MovePlan, counts: MoveCounts): boolean {
  return (plan.publishesDrafts && counts.writing > 0) || (plan.closes.length > 0 && (counts.votesLeft ?? 0) > 0)
}

/** The dock's sentence: `Next: Discuss · reveals 31 notes · 2 still writing`. */
export function describeMove(plan: MovePlan, counts: MoveCounts): string {
  const votesLeft = counts.votesLeft ?? 0
  return [
    `${plan.forward ? 'Next' : 'Back to'}: ${plan.to.title}`,
    plan.publishesDrafts && counts.drafts > 0 && `reveals ${count(counts.drafts, 'note')}`,
    plan.closes.length > 0 && 'counts the votes',
    plan.closes.length > 0 && votesLeft > 0 && `${count(votesLeft, 'vote')} not cast`,
    plan.pauses !== null && 'pauses the vote, every vote stays',
    plan.enters.do === 'open' && 'opens the vote',
    plan.enters.do === 'resume' && !plan.enters.counted && 'resumes the vote',
    counts.writing > 0 && `${counts.writing} still writing`,
  ]
    .filter((part) => part !== false)
    .join(' · ')
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
