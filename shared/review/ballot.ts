import { compareText } from './rank.ts'
import { allow, type Result, refuse } from './result.ts'
import type { Target } from './session.ts'
import { parseTarget } from './target.ts'

/** One person's ballots in all rounds, as they lie on the desk: `<round>/<target>` -> number of votes. */
export type Ballots = Readonly<Record<string, number>>

/** One person's votes in one round, as cast. What counts of them is for {@link countBallot} to say. */
export type Ballot = Readonly<Record<Target, number>>

export interface VotingRules {
  /** Votes per person. */
  readonly votes: number
  readonly maxPerTarget: number
  readonly isOpen: boolean
  /** The most that one entry of the ballot can say. */
  readonly most?: number | undefined
  /** Everything that a cast vote may lie on -> what it counts for: itself, or the theme of a grouped note. */
  readonly countsFor: ReadonlyMap<Target, Target>
}

type CountingRules = Omit<VotingRules, 'isOpen'>

export function ballotKey(round: string, target: Target): string {
  return `${round}/${target}`
}

export function parseBallotKey(key: string): { readonly round: string; readonly target: Target } | null {
  const slash = key.indexOf('/')
  const parsed = slash > 0 ? parseTarget(key.slice(slash + 1)) : null
  return parsed === null ? null : { round: key.slice(0, slash), target: parsed.target }
}

/** Of a person's ballots the one for this round; keys of other rounds and keys that nobody can read are left out. */
export function ballotOf(all: Ballots, round: string): Ballot {
  const ballot: Record<Target, number> = {}
  for (const [key, votes] of Object.entries(all)) {
    const parsed = parseBallotKey(key)
    if (parsed?.round === round) ballot[parsed.target] = votes
  }
  return ballot
}

export type ReturnedBecause = 'target-is-gone' | 'target-is-full' | 'over-budget'

/** Votes that went back to their voter, who is told. */
export interface ReturnedVotes {
  readonly target: Target
  readonly votes: number
  readonly why: ReturnedBecause
}

export interface CountedBallot {
  /** What counts, by the target it was cast on. */
  readonly asCast: Ballot
  /** What counts, by the target it counts for. Adds up to the same. */
  readonly counted: Ballot
  /** Votes that may still be cast. */
  readonly left: number
  readonly returned: readonly ReturnedVotes[]
}

/**
 * The part of a ballot that counts.
 *
 * @remarks
 * Two tabs of one person can each cast the last vote while apart, and merging keeps both. So the limits are enforced
 * here, on reading: the limit of each target, then the budget, targets in the order of their ids. Every replica drops
 * the same ones. Votes on what is gone are given back first, so that they use up nothing. [VOTE3] [VOTE5]
 */
export function countBallot(ballot: Ballot, rules: CountingRules): CountedBallot {
  const asCast: Record<Target, number> = {}
  const counted: Record<Target, number> = {}
  const returned: ReturnedVotes[] = []
  let left = rules.votes

  for (const [on, cast] of votesOf(ballot, rules.most)) {
    const countsFor = rules.countsFor.get(on)
    if (countsFor === undefined) {
      returned.push({ target: on, votes: cast, why: 'target-is-gone' })
      continue
    }
    const within = Math.min(cast, rules.maxPerTarget)
    const counting = Math.min(within, left)
    if (cast > within) returned.push({ target: on, votes: cast - within, why: 'target-is-full' })
    if (within > counting) returned.push({ target: on, votes: within - counting, why: 'over-budget' })
    if (counting === 0) continue
    left -= counting
    asCast[on] = counting
    counted[countsFor] = (counted[countsFor] ?? 0) + counting
  }
  return { asCast, counted, left, returned }
}

/** Votes that count elsewhere than they were given, since their note went into a theme. */
export interface FollowedVotes {
  readonly from: Target
  readonly to: Target
  readonly votes: number
}

/** The votes of a ballot that followed their notes into themes. [VOTE17] */
export function followedVotes(
  { asCast }: Pick<CountedBallot, 'asCast'>,
  countsFor: ReadonlyMap<Target, Target>,
): readonly FollowedVotes[] {
  return votesOf(asCast).flatMap(([from, votes]) => {
    const to = countsFor.get(from)
    return to === undefined || to === from ? [] : [{ from, to, votes }]
  })
}

/** Votes that may still be cast. */
export function whatIsLeft(ballot: Ballot, rules: CountingRules): number {
  return countBallot(ballot, rules).left
}

/**
 * What is left of a budget, told to everybody: votes count as spent where they were cast, whatever became of that.
 *
 * @remarks
 * Were votes given back here too when their target goes, whoever can remove a note of a secret round, or move it, would
 * read off who gets votes back, and so who voted for it. [PROGRESS4]
 */
export function leftAsCast(ballot: Ballot, { votes, maxPerTarget, most }: Omit<CountingRules, 'countsFor'>): number {
  const spent = votesOf(ballot, most).reduce((sum, [, cast]) => sum + Math.min(cast, maxPerTarget), 0)
  return Math.max(0, votes - spent)
}

export type VoteRefusal = 'no-votes-left' | 'target-is-full' | 'round-is-closed' | 'no-such-target'

/**
 * The ballot with one more vote on a target: a theme, or a note that belongs to none.
 *
 * The answer is clean: votes over a limit are gone from it, and votes returned from targets that are gone stay only as
 * far as the budget has room, so that a target that comes back does not push out what was cast since.
 */
export function castVote(ballot: Ballot, target: Target, rules: VotingRules): Result<Ballot, VoteRefusal> {
  if (!rules.isOpen) return refuse('round-is-closed')
  if (rules.countsFor.get(target) !== target) return refuse('no-such-target')
  const { asCast, left, returned } = countBallot(ballot, rules)
  if (left <= 0) return refuse('no-votes-left')
  const before = asCast[target] ?? 0
  if (before >= rules.maxPerTarget) return refuse('target-is-full')
  return allow(withReturned({ ...asCast, [target]: before + 1 }, returned, left - 1))
}

/** The ballot with one vote less on a target; for a theme, failing votes of its own, on one of its notes. */
export function takeBack(
  ballot: Ballot,
  target: Target,
  rules: VotingRules,
): Result<Ballot, 'round-is-closed' | 'nothing-to-take-back'> {
  if (!rules.isOpen) return refuse('round-is-closed')
  const { asCast, left, returned } = countBallot(ballot, rules)
  const cast = votesOf(asCast, rules.most)
  const from = (cast.find(([on]) => on === target) ?? cast.find(([on]) => rules.countsFor.get(on) === target))?.[0]
  if (from === undefined) return refuse('nothing-to-take-back')
  const { [from]: before = 0, ...others } = asCast
  return allow(withReturned(before > 1 ? { ...others, [from]: before - 1 } : others, returned, left + 1))
}

function withReturned(ballot: Ballot, returned: readonly ReturnedVotes[], room: number): Ballot {
  const kept: Record<Target, number> = { ...ballot }
  let left = room
  for (const { target, votes, why } of returned) {
    const keeps = why === 'target-is-gone' ? Math.min(votes, left) : 0
    if (keeps > 0) kept[target] = keeps
    left -= keeps
  }
  return kept
}

/** The most that one entry of a ballot can say. */
const mostVotes = 50

/** A ballot's entries in the order of their targets; what is no whole number above nothing is no vote. */
export function votesOf(ballot: Ballot, most = mostVotes): readonly (readonly [Target, number])[] {
  return Object.entries(ballot)
    .flatMap(([key, votes]) => {
      const target = parseTarget(key)?.target
      const isVote = Number.isInteger(votes) && votes > 0
      return target !== undefined && isVote ? [[target, Math.min(votes, most)] as const] : []
    })
    .sort(([a], [b]) => compareText(a, b))
}
