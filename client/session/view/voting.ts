import {
  type Ballot,
  ballotOf,
  type CountedBallot,
  countBallot,
  type VotingRules,
} from '../../../shared/review/ballot.ts'
import { shownSections } from '../../../shared/review/placement.ts'
import { budgetOf, openRoundOf, type Rounds } from '../../../shared/review/round.ts'
import type { Section, Session, Target } from '../../../shared/review/session.ts'
import { onlyChosen, type Votable } from '../../../shared/review/tally.ts'
import { target } from '../../../shared/review/target.ts'
import type { Watched } from '../watched.ts'
import type { Placement } from './placement.ts'

/** The voting round that the board shows, as this person sees it. */
export interface Voting {
  /** Null before the first round. */
  readonly round: string | null
  readonly rules: VotingRules
  /** What can be voted on in this round now, in order. */
  readonly targets: readonly Target[]
  /** What could be voted on if nothing were chosen. */
  readonly votable: Pick<Votable, 'targets' | 'countsFor'>
  /** As cast. */
  readonly ballot: Ballot
  /** What counts of it, and what is left. */
  readonly counted: CountedBallot
}

function votingOf(
  session: Session,
  placement: Placement,
  rounds: Rounds,
  ballots: Readonly<Record<string, number>>,
): Voting {
  const all = votable(placement, session.sections)
  const round = session.round
  const state = round === null ? undefined : rounds.get(round)
  const { countsFor, targets } = onlyChosen(all, state?.targets)
  const isOpen = round !== null && openRoundOf(rounds, session.phase) === round
  const rules = { ...budgetOf(state, session.settings), isOpen, countsFor }
  const ballot = round === null ? {} : ballotOf(ballots, round)
  return { round, rules, targets, votable: all, ballot, counted: countBallot(ballot, rules) }
}

export function viewVoting(
  session: Watched<Session>,
  placement: Watched<Placement>,
  results: Watched<Rounds>,
  ballots: Watched<Readonly<Record<string, number>>>,
): Watched<Voting> {
  let last: { readonly from: readonly unknown[]; readonly voting: Voting } | undefined
  return {
    get: () => {
      const from = [session.get(), placement.get(), results.get(), ballots.get()] as const
      if (last?.from.every((each, at) => each === from[at])) return last.voting
      last = { from, voting: votingOf(...from) }
      return last.voting
    },
    subscribe: (listener) => {
      const stops = [session, placement, results, ballots].map((each) => each.subscribe(listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}

/** As `votableTargets` says it, from where notes lie alone: a keystroke in a note changes nothing here. */
function votable(placement: Placement, sections: readonly Section[]) {
  const countsFor = new Map<Target, Target>()
  for (const theme of placement.themes) countsFor.set(target('theme', theme.id), target('theme', theme.id))
  const votable = new Set(shownSections(sections).flatMap((section) => (section.votable ? [section.id] : [])))
  for (const { section, notes } of placement.sections) {
    if (!votable.has(section.id)) continue
    for (const note of notes) {
      if (note.theme === null) countsFor.set(target('note', note.id), target('note', note.id))
    }
  }
  const targets = [...countsFor.keys()]
  for (const { id, notes } of placement.themes) {
    for (const note of notes) countsFor.set(target('note', note.id), target('theme', id))
  }
  for (const [from, into] of placement.merged) countsFor.set(target('theme', from), target('theme', into))
  return { countsFor, targets }
}
