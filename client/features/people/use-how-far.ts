import { sameJson } from '../../session/equal.ts'
import { usePeople, usePresence } from '../../session/hooks.ts'
import { type HowManyDone, howManyDone, type VotesLeft, votesLeft } from './standing.ts'

/** Who is done here, and who has votes left. */
export function useHowFar(): { readonly done: HowManyDone | null; readonly votes: VotesLeft | null } {
  const people = usePeople()
  return usePresence((_, server) => ({ done: howManyDone(people, server), votes: votesLeft(people, server) }), sameJson)
}
