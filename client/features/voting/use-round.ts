import type { Entry } from '../../../shared/document/schema.ts'
import {
  type Ballot,
  ballotOf,
  type CountedBallot,
  countBallot,
  type ReturnedVotes,
  type VotingRules,
} from '../../../shared/review/ballot.ts'
import { takesPart } from '../../../shared/review/participation.ts'
import { isLive } from '../../../shared/review/placement.ts'
import { countRoomBallot } from '../../../shared/review/room-votes.ts'
import { budgetOf } from '../../../shared/review/round.ts'
import type { Settings, Target } from '../../../shared/review/session.ts'
import { onlyChosen } from '../../../shared/review/tally.ts'
import { parseTarget } from '../../../shared/review/target.ts'
import { useSession } from '../../session/context.tsx'
import { useEntries, useEntry, useEntryValue, useMe, useSessionFacts } from '../../session/hooks.ts'
import { useVoting } from '../../session/use-voting.ts'
import { useWatched } from '../../session/use-watched.ts'

/** The round on this screen. */
export interface Round {
  readonly state: 'none' | 'open' | 'counted'
  readonly id: string | null
  readonly rules: VotingRules
  readonly targets: readonly Target[]
  readonly mine: CountedBallot
  readonly ballot: Settings['ballot']
  readonly result: Entry<'results'> | undefined
}

export function useRound(): Round {
  const { round, rules, targets, counted } = useVoting()
  const result = useEntry('results', round ?? '')
  const state = round === null || result === undefined ? 'none' : result.closedAt === null ? 'open' : 'counted'
  return { state, id: round, rules, targets, mine: counted, ballot: result?.ballot ?? 'secret', result }
}

/** The words of a target, as they are now. */
export function useTargetText(on: Target): string {
  const parsed = parseTarget(on)
  const isTheme = parsed?.kind === 'theme'
  const note = useEntryValue('notes', isTheme ? '' : (parsed?.id ?? ''), (entry) => entry?.text)
  const theme = useEntryValue('themes', isTheme ? parsed.id : '', (entry) => entry?.label)
  return (isTheme ? theme || 'Theme without a name' : note) ?? ''
}

/** The names of some themes, as they are now. */
export function useTargetTexts(themes: readonly Target[]): readonly string[] {
  return useEntries('themes', (all) =>
    themes.map((on) => all.get(parseTarget(on)?.id ?? '')?.label || 'a theme without a name'),
  )
}

/** Votes that went back to me because what they lay on is no longer there. */
export function useReturned(mine: CountedBallot): readonly ReturnedVotes[] {
  const { view } = useSession()
  return mine.returned.filter(({ target, why }) => {
    if (why !== 'target-is-gone') return false
    const parsed = parseTarget(target)
    const entry =
      parsed?.kind === 'theme'
        ? view.entries.themes.entry(parsed.id).get()
        : view.entries.notes.entry(parsed?.id ?? '').get()
    return entry === undefined || !isLive(entry)
  })
}

/** What counted of my votes in a round, by what it counts for. */
export function useMyCounted(result: Entry<'results'>): Ballot {
  const { votable } = useVoting()
  const settings = useSessionFacts((facts) => facts.settings)
  const ballot = useWatched(useSession().view.ballots, (ballots) => ballotOf(ballots, result.id))
  const { countsFor } = onlyChosen(votable, result.targets)
  return countBallot(ballot, { ...budgetOf(result, settings), countsFor }).counted
}

/** How many of my votes go to one target, and whether I vote at all. */
export function useMyVoting(round: Round): { readonly most: number; readonly mayVote: boolean } {
  const me = useMe()
  const isOpen = useSessionFacts((facts) => facts.status === 'open')
  return {
    most: Math.min(round.rules.maxPerTarget, round.rules.votes),
    mayVote: takesPart(me) && isOpen && round.rules.isOpen,
  }
}

export interface RoomVotes {
  /** For how many people. */
  readonly people: number
  readonly counted: CountedBallot
}

/** My votes for people in the room; null where I vote for none. */
export function useRoomVotes(round: Round): RoomVotes | null {
  const me = useMe().id
  const people = useSessionFacts((facts) => facts.roomVoters?.[me] ?? null)
  const ballot = useWatched(useSession().view.roomBallots, (all) => (round.id === null ? {} : ballotOf(all, round.id)))
  if (people === null || !round.rules.isOpen) return null
  return { people, counted: countRoomBallot(ballot, people, { budget: round.rules, countsFor: round.rules.countsFor }) }
}
