import type * as Y from 'yjs'
import { readEntries } from '../../shared/document/read.ts'
import { createEntry } from '../../shared/document/write.ts'

/** The plainest thing that somebody may write on a board: a theme, whose label is its id. */
export const addTheme = (doc: Y.Doc, label: string) => createEntry(doc, 'themes', label, { label, rank: 'a1' })

export const labels = (doc: Y.Doc) => readEntries(doc, 'themes').map(({ label }) => label)
