import { type Ballot, type CountedBallot, countBallot, votesOf } from './ballot.ts'
import type { Budget } from './entries.ts'
import type { Target } from './session.ts'

/** The least and the most people that one person may vote for: the vote of one alone would show as theirs. [PROXY2] */
export const roomLimits = [2, 200] as const

/** Person id -> for how many people in the room they vote. */
export type RoomVoters = Readonly<Record<string, number>>

/** What was cast for people in the room, counted apart from everybody else's votes. */
export interface RoomResult {
  /** For how many people. */
  readonly people: number
  /** Votes cast within their budget. */
  readonly cast: number
  readonly votes: Readonly<Record<Target, number>>
  /** Who voted for how many. */
  readonly by: RoomVoters
}

/** The most that one entry of such a ballot can say. */
export const mostRoomVotes = 10_000

/** What somebody has to give for so many people. */
export function roomBudget({ votes, maxPerTarget }: Budget, people: number): Budget & { readonly most: number } {
  return { votes: votes * people, maxPerTarget: maxPerTarget * people, most: mostRoomVotes }
}

/** The part that counts of a ballot that was cast for so many people. */
export function countRoomBallot(
  ballot: Ballot,
  people: number,
  by: { readonly budget: Budget; readonly countsFor: ReadonlyMap<Target, Target> },
): CountedBallot {
  return countBallot(ballot, { ...roomBudget(by.budget, people), countsFor: by.countsFor })
}

/** The votes for people in the room, in the order of what is voted on; null where nobody votes for any. */
export function tallyRoom(
  ballots: ReadonlyMap<string, Ballot>,
  voters: RoomVoters,
  by: {
    readonly budget: Budget
    readonly targets: readonly Target[]
    readonly countsFor: ReadonlyMap<Target, Target>
  },
): RoomResult | null {
  const totals = new Map<Target, number>()
  const granted = Object.entries(voters)
  if (granted.length === 0) return null
  for (const [person, people] of granted) {
    const { counted } = countRoomBallot(ballots.get(person) ?? {}, people, by)
    for (const [on, votes] of votesOf(counted, Number.POSITIVE_INFINITY)) totals.set(on, (totals.get(on) ?? 0) + votes)
  }
  const votes: Record<Target, number> = {}
  for (const on of by.targets) {
    const total = totals.get(on)
    if (total !== undefined) votes[on] = total
  }
  return {
    people: granted.reduce((sum, [, people]) => sum + people, 0),
    cast: [...totals.values()].reduce((sum, each) => sum + each, 0),
    votes,
    by: voters,
  }
}

/** The votes of a result and those for people in the room, together: what a ranking goes by. */
export function votesTogether(result: {
  readonly votes: Readonly<Record<Target, number>>
  readonly room?: RoomResult | undefined
}): Readonly<Record<string, number>> {
  const together: Record<string, number> = { ...result.votes }
  for (const [on, votes] of Object.entries(result.room?.votes ?? {})) together[on] = (together[on] ?? 0) + votes
  return together
}
