import { type Ballot, type CountedBallot, countBallot, votesOf } from './ballot.ts'
import type { RoundResult } from './entries.ts'
import { liveThemes, type Pinboard, shownNotes, shownSections } from './placement.ts'
import type { Settings, Target } from './session.ts'
import { parseTarget, target } from './target.ts'

export interface Votable {
  /** What can be voted on now: themes, then ungrouped notes of votable sections, section by section, each in order. */
  readonly targets: readonly Target[]
  /** Those, and every grouped note -> its theme. */
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
  return { targets, countsFor, labels }
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
  settings: Pick<Settings, 'votes' | 'maxPerTarget'>,
): Tally {
  const votable = votableTargets(board)
  const rules = { votes: settings.votes, maxPerTarget: settings.maxPerTarget, countsFor: votable.countsFor }
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

export interface Ranking {
  readonly target: Target
  readonly votes: number
  /** 1 for the most votes; equal votes share a place. */
  readonly place: number
}

/**
 * What can be voted on by the votes of a result, the most first; equal votes in the order of the board.
 *
 * Votes on a note that was grouped after the count are shown at its theme, votes on what is gone at its old target:
 * no vote disappears.
 */
export function ranking(
  result: Pick<RoundResult, 'votes'>,
  votable: Pick<Votable, 'targets' | 'countsFor'>,
): readonly Ranking[] {
  const totals = new Map<Target, number>(votable.targets.map((on) => [on, 0]))
  for (const [key, votes] of Object.entries(result.votes)) {
    const on = parseTarget(key)?.target
    if (on === undefined) continue
    const now = votable.countsFor.get(on) ?? on
    totals.set(now, (totals.get(now) ?? 0) + votes)
  }
  const ordered = [...totals].sort(([, a], [, b]) => b - a)
  return ordered.map(([on, votes]) => ({
    target: on,
    votes,
    place: 1 + ordered.findIndex(([, each]) => each === votes),
  }))
}
