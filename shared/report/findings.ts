import type { Entry } from '../document/schema.ts'
import type { BoardSnapshot } from '../document/snapshot.ts'
import type { Note } from '../review/entries.ts'
import { isLive, liveThemes, notesByTheme, placeNotes } from '../review/placement.ts'
import { byRank } from '../review/rank.ts'
import { lastStanding, type Ranking, ranking } from '../review/ranking.ts'
import type { RoomResult } from '../review/room-votes.ts'
import type { Section, Target } from '../review/session.ts'
import { votableTargets } from '../review/tally.ts'
import { target } from '../review/target.ts'
import type { LinkedTo, ReportLink } from './linked.ts'

export interface ReportNote {
  readonly id: string
  readonly text: string
  readonly discussion: string
  /** Null on an anonymous board. */
  readonly author: string | null
  /** Title of the section. */
  readonly section: string
  /** Label of the theme; null while ungrouped. */
  readonly theme: string | null
  readonly linkedTo: readonly ReportLink[]
}

/** Where in the report a section's notes are told. */
export type NotesPart = 'went-well' | 'went-wrong' | 'lessons'

export interface ReportSection {
  readonly section: Section
  readonly part: NotesPart
  /** Null where the heading of the part says it. */
  readonly heading: string | null
  readonly notes: readonly ReportNote[]
}

export interface ReportTheme {
  readonly id: string
  readonly label: string
  readonly discussion: string
  /** Null before the first count. */
  readonly votes: number | null
  readonly linkedTo: readonly ReportLink[]
  readonly notes: readonly ReportNote[]
}

export interface RankedTarget {
  readonly target: Target
  readonly words: string
  readonly votes: number
  readonly place: number
  /** Of the most votes that any target has, 0 to 1. */
  readonly share: number
}

export interface ReportVote {
  readonly voters: number
  /** How many could vote, and how many of them abstained; absent where that was not counted. */
  readonly eligible?: number | undefined
  readonly abstained?: number | undefined
  readonly cast: number
  /** The sum of all counts: the same as `cast`, for everyone to check. */
  readonly counted: number
  readonly late: number
  /** What was cast for people in the room, apart from that; it counts in the ranking. */
  readonly room?: RoomResult | undefined
  /** With at least one vote, the most first. */
  readonly ranking: readonly RankedTarget[]
}

export interface ReportFindings {
  readonly sections: readonly ReportSection[]
  /** The most votes first, then in the order of the board. */
  readonly themes: readonly ReportTheme[]
  readonly vote: ReportVote | null
}

export const unnamedTheme = 'Theme without a name'

/** What the team found: notes as placed on the board, themes, and how the votes fell. */
export function reportFindings(snapshot: BoardSnapshot, linked: LinkedTo): ReportFindings {
  const pinboard = { notes: snapshot.notes, themes: snapshot.themes, sections: snapshot.session.sections }
  const names = new Map(snapshot.people.map((person) => [person.id, person.name]))
  const labels = new Map(snapshot.themes.map((theme) => [theme.id, theme.label.trim() || unnamedTheme]))
  const placed = placeNotes(pinboard)
  const titles = new Map(placed.map(({ section }) => [section.id, section.title]))

  const reportNote = (note: Note): ReportNote => ({
    id: note.id,
    text: note.text,
    discussion: note.discussion,
    author: note.author === null ? null : (names.get(note.author) ?? null),
    section: titles.get(note.section) ?? '',
    theme: note.theme === null ? null : (labels.get(note.theme) ?? null),
    linkedTo: linked(target('note', note.id)),
  })

  const standing = lastStanding(snapshot)
  const round = standing?.round ?? null
  const ranked = standing === null ? [] : ranking(standing.round, votableTargets(pinboard), standing.breaks)
  const votesOn = new Map(ranked.map((each) => [each.target, each.votes]))
  const grouped = notesByTheme(pinboard)

  return {
    sections: placed.map(({ section, notes }) => ({
      ...{ section, part: partOf(section), heading: says.test(section.title.trim()) ? null : section.title },
      notes: notes.map(reportNote),
    })),
    themes: [...liveThemes(snapshot.themes)]
      .sort((a, b) => votesIn(votesOn, b.id) - votesIn(votesOn, a.id) || byRank(a, b))
      .map((theme) => ({
        id: theme.id,
        label: theme.label.trim() || unnamedTheme,
        discussion: theme.discussion,
        votes: round === null ? null : votesIn(votesOn, theme.id),
        linkedTo: linked(target('theme', theme.id)),
        notes: (grouped.get(theme.id) ?? []).map(reportNote),
      })),
    vote: round === null ? null : reportVote(round, ranked, (on) => wordsOf(snapshot, on) ?? round.labels[on] ?? ''),
  }
}

const says = /^(?:what )?went (?:well|wrong)$/iu

/** By the ids that sections have in the templates, whatever they were renamed to; what a team made of its own is a lesson. */
function partOf({ id }: Section): NotesPart {
  if (['went-well', 'continue', 'liked'].includes(id)) return 'went-well'
  return ['ongoing-problems', 'went-badly', 'stop', 'lacked', 'went-wrong'].includes(id) ? 'went-wrong' : 'lessons'
}

function votesIn(votes: ReadonlyMap<Target, number>, theme: string): number {
  return votes.get(target('theme', theme)) ?? 0
}

/** The words of a note or a theme that is on the board; null for whatever is not. */
export function wordsOf({ notes, themes }: Pick<BoardSnapshot, 'notes' | 'themes'>, on: Target): string | null {
  const note = notes.find((each) => target('note', each.id) === on)
  if (note !== undefined) return isLive(note) ? note.text : null
  const theme = themes.find((each) => target('theme', each.id) === on)
  return theme !== undefined && isLive(theme) ? theme.label.trim() || unnamedTheme : null
}

function reportVote(round: Entry<'results'>, ranked: readonly Ranking[], words: (on: Target) => string): ReportVote {
  const most = Math.max(1, ...ranked.map((each) => each.votes))
  return {
    voters: round.voters,
    eligible: round.eligible,
    abstained: round.abstained,
    cast: round.cast,
    counted: ranked.reduce((sum, each) => sum + each.votes, 0) - (round.room?.cast ?? 0),
    room: round.room,
    late: round.late,
    ranking: ranked
      .filter((each) => each.votes > 0)
      .map((each) => ({ ...each, words: words(each.target), share: each.votes / most })),
  }
}
