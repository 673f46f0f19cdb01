import { ballotOf } from '../../shared/review/ballot.ts'
import { lateVotes } from '../../shared/review/late-ballots.ts'
import { useSession } from './context.tsx'
import { useWatched } from './use-watched.ts'

/** How many of my votes came after a round was counted, and wait for the next count. */
export function useLateVotes(round: string | null): number {
  const now = useWatched(useSession().view.ballots, (ballots) => (round === null ? {} : ballotOf(ballots, round)))
  const counted = useWatched(useSession().view.counted, (all) => (round === null ? undefined : all.get(round)))
  return lateVotes(counted, now)
}
