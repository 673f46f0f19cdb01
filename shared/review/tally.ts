import { type Ballot, type CountedBallot, countBallot, votesOf } from './ballot.ts'
import type { Budget, RoundResult } from './entries.ts'
import { mergedThemes } from './merging.ts'
import { liveThemes, type Pinboard, shownNotes, shownSections } from './placement.ts'
import type { Target } from './session.ts'
import { target } from './target.ts'

export interface Votable {
  /** What can be voted on now: themes, then ungrouped notes of votable sections, section by section, each in order. */
  readonly targets: readonly Target[]
  /** Those, every grouped note -> its theme, and every merged theme -> the one it is part of. */
  readonly countsFor: ReadonlyMap<Target, Target>
  /** Text of each target. */
  readonly labels: ReadonlyMap<Target, string>
}

/** An empty theme is votable: somebody may be about to fill it. [VOTE6] */
export function votableTargets(board: Pinboard): Votable {
  const themes = liveThemes(board.themes)
  const sections = shownSections(board.sections)
  const notes = shownNotes(board)
  const countsFor = new Map<Target, Target>()
  const labels = new Map<Target, string>()

  for (const theme of themes) {
    countsFor.set(target('theme', theme.id), target('theme', theme.id))
    labels.set(target('theme', theme.id), theme.label)
  }
  for (const section of sections.filter((each) => each.votable)) {
    for (const note of notes) {
      if (note.section !== section.id || note.theme !== null) continue
      countsFor.set(target('note', note.id), target('note', note.id))
      labels.set(target('note', note.id), note.text)
    }
  }
  const targets = [...countsFor.keys()]
  for (const note of notes) if (note.theme !== null) countsFor.set(target('note', note.id), target('theme', note.theme))
  for (const [from, into] of mergedThemes(board.themes)) countsFor.set(target('theme', from), target('theme', into))
  return { targets, countsFor, labels }
}

/**
 * Of what can be voted on, what was chosen; everything where nothing was.
 *
 * @remarks
 * Who chose a note chose the theme that it is in by now, so that grouping takes nothing off the ballot. [VOTE14]
 */
export function onlyChosen<V extends Pick<Votable, 'targets' | 'countsFor'>>(
  votable: V,
  chosen: readonly Target[] | undefined,
): V {
  if (chosen === undefined) return votable
  const kept = new Set(chosen.map((each) => votable.countsFor.get(each)))
  return {
    ...votable,
    targets: votable.targets.filter((each) => kept.has(each)),
    countsFor: new Map([...votable.countsFor].filter(([, on]) => kept.has(on))),
  }
}

/** What of a round decides how its ballots count. */
export type CountedBy = Budget & Pick<RoundResult, 'targets'>

/**
 * How many abstained: they said so, and no vote of theirs counts.
 *
 * @remarks
 * Of two tabs apart one may vote and the other abstain. A vote that counts is no abstention. [VOTE16]
 */
export function abstentions(perPerson: Tally['perPerson'], abstaining: ReadonlySet<string>): number {
  return [...perPerson].filter(([person, { counted }]) => abstaining.has(person) && votesOf(counted).length === 0)
    .length
}

export interface Tally extends Pick<RoundResult, 'voters' | 'cast' | 'votes' | 'labels'> {
  readonly perPerson: ReadonlyMap<string, CountedBallot>
}

/**
 * The counted votes of a round.
 *
 * The one place where votes are counted: the client uses it to show what is left, the server to publish results.
 *
 * @remarks
 * The sum of `votes` is `cast`, and nobody's part in it is above the budget, whatever the ballots say. [VOTE4]
 */
export function tally(
  ballots: ReadonlyMap<string, Ballot>,
  board: Pinboard,
  { votes: each, maxPerTarget, targets: chosen }: CountedBy,
): Tally {
  const votable = onlyChosen(votableTargets(board), chosen)
  const rules = { votes: each, maxPerTarget, countsFor: votable.countsFor }
  const perPerson = new Map([...ballots].map(([person, ballot]) => [person, countBallot(ballot, rules)] as const))

  const totals = new Map<Target, number>()
  let voters = 0
  for (const { counted } of perPerson.values()) {
    const given = votesOf(counted)
    if (given.length > 0) voters += 1
    for (const [on, votes] of given) totals.set(on, (totals.get(on) ?? 0) + votes)
  }

  const votes: Record<Target, number> = {}
  const labels: Record<Target, string> = {}
  let cast = 0
  for (const on of votable.targets) {
    const total = totals.get(on)
    if (total === undefined) continue
    votes[on] = total
    labels[on] = votable.labels.get(on) ?? ''
    cast += total
  }
  return { votes, voters, cast, labels, perPerson }
}
