import type * as Y from 'yjs'
import { listPart } from '../../shared/document/content.ts'
import { readEntries, readEntry, readFlat } from '../../shared/document/read.ts'
import { boardSchema } from '../../shared/document/schema.ts'
import { createEntry, setFields } from '../../shared/document/write.ts'
import { contentEdit, restampAfterMs } from '../../shared/incident/edits.ts'

/** Lists of the record that say who changed them last; on other lists that is of no help. */
const attributed: ReadonlySet<string> = new Set([
  ...Object.keys(boardSchema.incident.fields).filter((field) => field !== 'approval'),
  ...(['services', 'responders', 'communications', 'references', 'followUps'] as const).map(listPart),
])

/**
 * Writes down who changed which part of the record, and when the board changed at all.
 *
 * On an anonymous board it says when, and of nobody who; what the server does in nobody's name is told as a change of
 * the board alone. [EDIT1] [EDIT2]
 */
export function attribute(board: Y.Doc, changed: ReadonlySet<string>, by: string | null, now: number): void {
  const isAnonymous = readFlat(board, 'session').settings.attribution === 'anonymous'
  if (isAnonymous && changed.has('settings')) forgetNames(board)
  const parts = [...changed].filter((part) => attributed.has(part))
  if (by !== null) for (const part of parts) stamp(board, part, isAnonymous ? null : by, now)
  if ([...changed].some((part) => part !== 'settings' && part !== 'approval')) stamp(board, contentEdit, null, now)
}

/**
 * Writes down that the board changed, within a large write of ours.
 *
 * @remarks
 * {@link attribute} then finds it said and writes nothing, so that there is no second update to be merged with the
 * large one: merging takes as long as writing it.
 */
export function attributeAtOnce(board: Y.Doc, now: number): void {
  stamp(board, contentEdit, null, now)
}

function stamp(board: Y.Doc, part: string, by: string | null, at: number): void {
  const known = readEntry(board, 'edits', part)
  if (known === undefined) createEntry(board, 'edits', part, { by, at })
  else if (known.by !== by || at - known.at >= restampAfterMs) setFields(board, 'edits', part, { by, at })
}

function forgetNames(board: Y.Doc): void {
  for (const { id } of readEntries(board, 'edits')) setFields(board, 'edits', id, { by: null })
}
