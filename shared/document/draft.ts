import type * as Y from 'yjs'
import { allow, type Result, refuse } from '../review/result.ts'
import { deskSchema } from './desk-schema.ts'
import { areValid, type EntryRefusal } from './entry.ts'
import { type Asking, mayCreateIn } from './may.ts'
import { rankAfterAll } from './note.ts'
import { readDraft, readDrafts } from './read.ts'
import { createDraft, setDraftFields } from './write.ts'

export interface NewDraft {
  readonly section: string
  readonly text: string
  readonly rank?: string | undefined
}

/** A draft is born when its composer is submitted; without a rank it goes behind the others. */
export function addDraft(desk: Y.Doc, asking: Asking, id: string, draft: NewDraft): Result<string, EntryRefusal> {
  const may = mayCreateIn(asking, deskSchema.drafts)
  if (!may.allowed) return may
  const values = { ...draft, rank: draft.rank ?? rankAfterAll(readDrafts(desk)) }
  if (!areValid(deskSchema.drafts.fields, values)) return refuse('not-valid')
  createDraft(desk, id, values)
  return allow(id)
}

/** Moves a draft that waits to another section. */
export function setDraftSection(desk: Y.Doc, asking: Asking, id: string, section: string): Result<true, EntryRefusal> {
  return setDraft(desk, asking, id, { section })
}

/** Removes a draft; the server removes the note that became of it. `at` in epoch milliseconds. */
export function removeDraft(desk: Y.Doc, asking: Asking, id: string, at: number): Result<true, EntryRefusal> {
  return setDraft(desk, asking, id, { removed: { by: asking.person.id, at } })
}

export function restoreDraft(desk: Y.Doc, asking: Asking, id: string): Result<true, EntryRefusal> {
  return setDraft(desk, asking, id, { removed: undefined })
}

function setDraft(
  desk: Y.Doc,
  asking: Asking,
  id: string,
  patch: Parameters<typeof setDraftFields>[2],
): Result<true, EntryRefusal> {
  if (readDraft(desk, id) === undefined) return refuse('no-such-entry')
  const may = mayCreateIn(asking, deskSchema.drafts)
  if (!may.allowed) return may
  if (!areValid(deskSchema.drafts.fields, patch)) return refuse('not-valid')
  setDraftFields(desk, id, patch)
  return allow(true)
}
