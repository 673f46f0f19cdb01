import type { RoundResult } from './entries.ts'
import { compareText } from './rank.ts'
import { votesTogether } from './room-votes.ts'
import type { Session, Target } from './session.ts'
import { onlyChosen, type Votable } from './tally.ts'
import { parseTarget } from './target.ts'

export interface Ranking {
  readonly target: Target
  readonly votes: number
  /** 1 for the most votes; equal votes share a place, unless a vote on them has broken the tie. */
  readonly place: number
}

type Counted = Pick<RoundResult, 'votes' | 'targets' | 'room'>

/**
 * What was voted on by the votes of a result, the most first; equal votes in the order of the board.
 *
 * Votes on a note that was grouped after the count are shown at its theme, votes on what is gone at its old target:
 * no vote disappears. `breaks` are the rounds that broke its ties, the first first: they order what is equal, and add
 * no vote. [VOTE10] [VOTE15]
 */
export function ranking(
  result: Counted,
  votable: Pick<Votable, 'targets' | 'countsFor'>,
  breaks: readonly Counted[] = [],
): readonly Ranking[] {
  const chosen = onlyChosen(votable, result.targets)
  const totals = new Map<Target, number>(chosen.targets.map((on) => [on, 0]))
  for (const [on, votes] of votesNow(result, votable)) totals.set(on, votes)
  const deciding = breaks.map((each) => votesNow(each, votable))
  const weigh = (a: Target, b: Target) =>
    (totals.get(b) ?? 0) - (totals.get(a) ?? 0) ||
    (deciding.map((votes) => (votes.get(b) ?? 0) - (votes.get(a) ?? 0)).find((each) => each !== 0) ?? 0)
  let place = 1
  return [...totals.keys()].sort(weigh).map((on, index, ordered) => {
    const before = ordered[index - 1]
    if (before === undefined || weigh(before, on) !== 0) place = index + 1
    return { target: on, votes: totals.get(on) ?? 0, place }
  })
}

/** Those that share a place and have votes, place by place. */
export function tiesIn(ranked: readonly Ranking[]): readonly (readonly Target[])[] {
  const byPlace = new Map<number, Target[]>()
  for (const { target, votes, place } of ranked) {
    if (votes > 0) byPlace.set(place, [...(byPlace.get(place) ?? []), target])
  }
  return [...byPlace.values()].filter((each) => each.length > 1)
}

type Round = Pick<RoundResult, 'phase' | 'openedAt' | 'closedAt' | 'votes' | 'targets' | 'breaks' | 'room'> & {
  readonly id: string
}

/** A count that stands, and the counted rounds that broke its ties, the first first. */
export interface Standing<R> {
  readonly round: R
  readonly breaks: readonly R[]
}

/** What a round leads to: itself, or where it broke ties, the round whose ties those were. */
export function standingOf<R extends Round>(rounds: readonly R[], round: R): Standing<R> {
  const seen = new Set<string>()
  let head = round
  while (head.breaks !== undefined && !seen.has(head.id)) {
    seen.add(head.id)
    const parent = rounds.find(({ id }) => id === head.breaks)
    if (parent === undefined) break
    head = parent
  }
  return { round: head, breaks: breaksOf(rounds, head) }
}

/**
 * The count that stands: of the session's round if it was counted, else of the newest that was; where that broke ties,
 * of the one whose ties those were. Null before the first count.
 */
export function lastStanding<R extends Round>({
  results,
  session,
}: {
  readonly results: readonly R[]
  readonly session: Pick<Session, 'round'>
}): Standing<R> | null {
  const counted = results.filter(({ closedAt }) => closedAt !== null)
  const newest = counted.toSorted((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0) || compareText(a.id, b.id))[0]
  const last = counted.find(({ id }) => id === session.round) ?? newest
  return last === undefined ? null : standingOf(results, last)
}

function breaksOf<R extends Round>(rounds: readonly R[], { id }: R): readonly R[] {
  return rounds
    .filter((each) => each.breaks === id && each.id !== id && each.closedAt !== null)
    .sort((a, b) => a.openedAt - b.openedAt || compareText(a.id, b.id))
}

function votesNow(result: Counted, { countsFor }: Pick<Votable, 'countsFor'>): ReadonlyMap<Target, number> {
  const totals = new Map<Target, number>()
  for (const [key, votes] of Object.entries(votesTogether(result))) {
    const on = parseTarget(key)?.target
    if (on === undefined) continue
    const now = countsFor.get(on) ?? on
    totals.set(now, (totals.get(now) ?? 0) + votes)
  }
  return totals
}
