import { useSession } from './context.tsx'
import { useWatched } from './use-watched.ts'
import type { Voting } from './view/voting.ts'

/** The round that the board shows: what can be voted on, what I cast, what is left. */
export function useVoting(): Voting {
  return useWatched(useSession().view.voting, (voting) => voting, Object.is)
}

/** Whether I give no vote in a round. */
export function useAbstains(round: string | null): boolean {
  return useWatched(useSession().view.abstained, (rounds) => round !== null && rounds.has(round))
}

/** Whether I said "I'm done" in a phase. */
export function useReady(phase: string): boolean {
  return useWatched(useSession().view.ready, (phases) => phases.has(phase))
}
