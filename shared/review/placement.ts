import type { Note, Theme } from './entries.ts'
import { themeNow } from './merging.ts'
import { byRank } from './rank.ts'
import { defaultSections } from './sections.ts'
import type { Section } from './session.ts'

/** What lies on a board, bin included, in any order. */
export interface Pinboard {
  readonly notes: readonly Note[]
  readonly themes: readonly Theme[]
  readonly sections: readonly Section[]
}

/** What of a note says where it lies. */
export type Bone = Pick<Note, 'id' | 'section' | 'theme' | 'rank' | 'removed'>

export interface PlacedSection {
  readonly section: Section
  /** In order; each names this section, and a theme that is shown or none. */
  readonly notes: readonly Note[]
}

/**
 * Every note that is shown, in its section and in order.
 *
 * @remarks
 * Nothing dangles: a note of a section that is gone is shown in the first one, a note of a theme that is gone is
 * ungrouped. Somebody may remove a section or a theme while somebody else, offline, puts a note there. [NOTE2]
 */
export function placeNotes(board: Pinboard): readonly PlacedSection[] {
  const sections = shownSections(board.sections)
  const placed = new Map<string, Note[]>(sections.map((section) => [section.id, []]))
  for (const note of shownNotes(board)) placed.get(note.section)?.push(note)
  return sections.map((section) => ({ section, notes: placed.get(section.id) ?? [] }))
}

/** The shown notes of all sections in (rank, id) order, each with the section and theme it is shown in. */
export function shownNotes<N extends Bone>(
  board: Omit<Pinboard, 'notes'> & { readonly notes: readonly N[] },
): readonly N[] {
  const sections = shownSections(board.sections)
  const known = new Set(sections.map((section) => section.id))
  const themes = new Map(board.themes.map((theme) => [theme.id, theme]))
  const first = sections[0]?.id ?? ''
  return board.notes
    .filter(isLive)
    .map((note) => {
      const section = known.has(note.section) ? note.section : first
      const theme = note.theme === null ? null : themeNow(themes, note.theme)
      return section === note.section && theme === note.theme ? note : { ...note, section, theme }
    })
    .sort(byRank)
}

/** A board whose list of sections was lost still shows its notes. */
export function shownSections(sections: readonly Section[]): readonly Section[] {
  return sections.length > 0 ? sections : defaultSections
}

export function liveThemes(themes: readonly Theme[]): readonly Theme[] {
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  return themes.filter(({ id }) => themeNow(byId, id) === id).sort(byRank)
}

/** The shown notes of each theme that is shown, in order; also of themes without notes. */
export function notesByTheme(board: Pinboard): ReadonlyMap<string, readonly Note[]> {
  const grouped = new Map<string, Note[]>(liveThemes(board.themes).map((theme) => [theme.id, []]))
  for (const note of shownNotes(board)) if (note.theme !== null) grouped.get(note.theme)?.push(note)
  return grouped
}

export function notesOfTheme(board: Pinboard, theme: string): readonly Note[] {
  return notesByTheme(board).get(theme) ?? []
}

/** Whether an entry is on the board, not in the bin. */
export function isLive(entry: { readonly removed?: unknown }): boolean {
  return entry.removed === undefined || entry.removed === null
}
