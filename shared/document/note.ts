import type * as Y from 'yjs'
import { themeNow } from '../review/merging.ts'
import { placeNotes } from '../review/placement.ts'
import { byRank, type Placed, type Ranked, rankAt, rankBetween } from '../review/rank.ts'
import { allow, type Result, refuse } from '../review/result.ts'
import { addEntry, type EntryRefusal, setEntry } from './entry.ts'
import type { Asking } from './may.ts'
import { pinboardOf } from './pinboard.ts'
import { readEntries, readEntry } from './read.ts'
import { localEdit } from './write.ts'

/** Where in a section a note goes: before another note, at an index among the others, or last. */
export interface NotePlace {
  readonly section: string
  readonly index?: number | undefined
  readonly beforeId?: string | null | undefined
}

/** Moves a note; usually one rank is written, more only between equal ones. */
export function moveNote(doc: Y.Doc, asking: Asking, id: string, place: NotePlace): Result<true, EntryRefusal> {
  const note = readEntry(doc, 'notes', id)
  if (note === undefined) return refuse('no-such-entry')
  const shown = placeNotes(pinboardOf(doc)).find(({ section }) => section.id === place.section)
  const ordered = shown?.notes ?? []
  const ranks = rankAt(ordered, indexIn(ordered, id, place), id)
  return inOneGo(doc, [
    () =>
      note.section === place.section ? allow(true) : setEntry(doc, asking, 'notes', id, { section: place.section }),
    ...ranks.map((each) => () => setEntry(doc, asking, 'notes', each.id, { rank: each.rank })),
  ])
}

export function setNoteTheme(doc: Y.Doc, asking: Asking, id: string, theme: string | null): Result<true, EntryRefusal> {
  return setEntry(doc, asking, 'notes', id, { theme })
}

/**
 * Puts a note together with another one: into its theme, or both into a new theme under `newTheme`.
 *
 * Answers the id of the theme.
 */
export function groupNotes(
  doc: Y.Doc,
  asking: Asking,
  id: string,
  ontoId: string,
  newTheme: string,
): Result<string, EntryRefusal> {
  const onto = readEntry(doc, 'notes', ontoId)
  if (onto === undefined || readEntry(doc, 'notes', id) === undefined || id === ontoId) return refuse('no-such-entry')
  const themes = new Map(readEntries(doc, 'themes').map((theme) => [theme.id, theme]))
  const joined = onto.theme === null ? null : themeNow(themes, onto.theme)
  if (joined !== null) {
    const set = setNoteTheme(doc, asking, id, joined)
    return set.allowed ? allow(joined) : set
  }
  const done = inOneGo(doc, [
    () => addEntry(doc, asking, 'themes', newTheme, { rank: rankAfterAll(readEntries(doc, 'themes')) }),
    () => setNoteTheme(doc, asking, ontoId, newTheme),
    () => setNoteTheme(doc, asking, id, newTheme),
  ])
  return done.allowed ? allow(newTheme) : done
}

/** A rank behind everything in a list, bin included. */
export function rankAfterAll(entries: readonly Placed[]): string {
  return rankBetween(entries.toSorted(byRank).at(-1)?.rank ?? null, null)
}

/** The first refusal ends it; rights are the same for all the steps, so that is the first step's. */
export function inOneGo(
  doc: Y.Doc,
  steps: readonly (() => Result<unknown, EntryRefusal>)[],
): Result<true, EntryRefusal> {
  return doc.transact(() => {
    for (const step of steps) {
      const done = step()
      if (!done.allowed) return done
    }
    return allow(true)
  }, localEdit)
}

function indexIn(ordered: readonly Ranked[], id: string, place: NotePlace): number {
  const others = ordered.filter((each) => each.id !== id)
  if (place.beforeId !== undefined && place.beforeId !== null) {
    const before = others.findIndex((each) => each.id === place.beforeId)
    return before < 0 ? others.length : before
  }
  return place.index ?? others.length
}
