import { type Ballot, votesOf } from './ballot.ts'

/**
 * The people whose ballots came or changed after a round was counted.
 *
 * `counted` holds everybody's ballot as it was then; who is missing there had cast none.
 */
export function lateBallots(counted: ReadonlyMap<string, Ballot>, now: ReadonlyMap<string, Ballot>): readonly string[] {
  const people = new Set([...counted.keys(), ...now.keys()])
  return [...people].filter((person) => mark(counted.get(person)) !== mark(now.get(person)))
}

/** How many votes one person gave since the count; what they only took back is none. */
export function lateVotes(counted: Ballot | undefined, now: Ballot): number {
  const before = new Map(votesOf(counted ?? {}))
  return votesOf(now).reduce((late, [on, votes]) => late + Math.max(0, votes - (before.get(on) ?? 0)), 0)
}

/** Whether counting again would show whose the late ballot is: what changes is one person's. [VOTE9] */
export function showsWhose(late: number): boolean {
  return late === 1
}

function mark(ballot: Ballot | undefined): string {
  return JSON.stringify(votesOf(ballot ?? {}))
}
