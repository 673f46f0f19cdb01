import type * as Y from 'yjs'
import { liveThemes } from '../review/placement.ts'
import { allow, type Result, refuse } from '../review/result.ts'
import { type EntryRefusal, removeEntry, restoreEntry, setEntry } from './entry.ts'
import type { Asking } from './may.ts'
import { readEntries, readEntry } from './read.ts'
import { addTheme, moveTheme } from './theme.ts'
import { localEdit, textOf } from './write.ts'

/** Two themes that were made one, and what it takes to part them again. */
export interface MergedThemes {
  readonly from: string
  readonly into: string
  /** Notes that came along. */
  readonly notes: readonly string[]
  /** What was added to the texts of `into`. */
  readonly added: { readonly label: string; readonly discussion: string }
}

/**
 * Makes a theme part of another one: its notes, and votes on it, belong there from now on, what was said about it is
 * added there, and it goes into the bin. `at` in epoch milliseconds.
 */
export function mergeThemes(
  doc: Y.Doc,
  asking: Asking,
  from: string,
  into: string,
  at: number,
): Result<MergedThemes, EntryRefusal> {
  const live = new Map(liveThemes(readEntries(doc, 'themes')).map((theme) => [theme.id, theme]))
  const [gone, kept] = [live.get(from), live.get(into)]
  if (gone === undefined || kept === undefined || from === into) return refuse('no-such-entry')
  return doc.transact((): Result<MergedThemes, EntryRefusal> => {
    const removed = removeEntry(doc, asking, 'themes', from, at)
    if (!removed.allowed) return removed
    setEntry(doc, asking, 'themes', from, { mergedInto: into })
    const notes = readEntries(doc, 'notes').flatMap(({ id, theme }) => (theme === from ? [id] : []))
    for (const id of notes) setEntry(doc, asking, 'notes', id, { theme: into })
    const added = {
      label: kept.label.trim() === '' ? gone.label : '',
      discussion: gone.discussion.trim() === '' ? '' : `${kept.discussion === '' ? '' : '\n'}${gone.discussion}`,
    }
    for (const field of ['label', 'discussion'] as const) {
      const text = textOf(doc, 'themes', into, field)
      if (added[field] !== '') text?.insert(text.length, added[field])
    }
    return allow({ from, into, notes, added })
  }, localEdit)
}

/** Parts them again: notes that were moved on since stay where they are, and so do words that were changed. */
export function partThemes(doc: Y.Doc, asking: Asking, { from, into, notes, added }: MergedThemes): void {
  doc.transact(() => {
    restoreEntry(doc, asking, 'themes', from)
    setEntry(doc, asking, 'themes', from, { mergedInto: undefined })
    for (const id of notes) {
      if (readEntry(doc, 'notes', id)?.theme === into) setEntry(doc, asking, 'notes', id, { theme: from })
    }
    for (const field of ['label', 'discussion'] as const) {
      const text = textOf(doc, 'themes', into, field)
      const at = text?.toString().lastIndexOf(added[field]) ?? -1
      if (added[field] !== '' && at >= 0) text?.delete(at, added[field].length)
    }
  }, localEdit)
}

/** Puts some notes of a theme into a new one right behind it; answers the new one's id. */
export function splitTheme(
  doc: Y.Doc,
  asking: Asking,
  id: string,
  notes: readonly string[],
  newTheme: string,
): Result<string, EntryRefusal> {
  return doc.transact((): Result<string, EntryRefusal> => {
    const at = liveThemes(readEntries(doc, 'themes')).findIndex((theme) => theme.id === id)
    if (at < 0) return refuse('no-such-entry')
    const added = addTheme(doc, asking, newTheme, '')
    if (!added.allowed) return added
    moveTheme(doc, asking, newTheme, at + 1)
    for (const note of notes) setEntry(doc, asking, 'notes', note, { theme: newTheme })
    return added
  }, localEdit)
}
