import type * as Y from 'yjs'
import type { BoardFile, Brought } from '../../shared/api/board-file.ts'
import type { ImportRefusal } from '../../shared/api/refusals.ts'
import { readFlat } from '../../shared/document/read.ts'
import { mostKeys } from '../../shared/document/root.ts'
import { contentRoots, type EntriesRootName, type FlatValues } from '../../shared/document/schema.ts'
import { createEntry, fillFlat, type NewEntry, setFlat } from '../../shared/document/write.ts'
import { momentOf } from '../../shared/incident/moment.ts'
import { cleanName } from '../../shared/review/names.ts'
import { allow, type Result, refuse } from '../../shared/review/result.ts'
import type { LiveBoard } from '../rooms/live-board.ts'
import { attributeAtOnce } from './attribution.ts'
import type { FacilitationDeps } from './deps.ts'

const roots = ['people', 'results', ...contentRoots] as const

/** What a file has and a board has not: entries by their ids, and fields of the record that are empty. */
interface Lacking {
  readonly entries: readonly { readonly root: EntriesRootName; readonly entry: { readonly id: string } }[]
  readonly record: Partial<FlatValues<'incident'>>
  /** Entries that are on the board, or in its bin. */
  readonly there: number
}

/**
 * Adds to a board in use what a file has and the board has not.
 *
 * What is there stays as it is, also where the file tells it otherwise, and what lies in the bin stays there: so bringing
 * a file twice does no more than bringing it once. [FILE5]
 */
export function importInto(
  live: LiveBoard,
  file: BoardFile,
  deps: FacilitationDeps,
): Promise<Result<Brought, ImportRefusal>> {
  return live.write((writer) => {
    const lacking = lackingOn(writer.board, file)
    const isNothing = lacking.entries.length === 0 && Object.keys(lacking.record).length === 0
    if (!isNothing && readFlat(writer.board, 'session').status === 'closed') return refuse('board-closed')
    const isTooMuch = roots.some(
      (root) => writer.board.getMap(root).size + lacking.entries.filter((each) => each.root === root).length > mostKeys,
    )
    if (!isNothing && (live.isFull || isTooMuch)) return refuse('board-full')
    const now = deps.now()
    const brought = bring(writer.board, file, lacking, now)
    if (!isNothing) attributeAtOnce(writer.board, now)
    return allow(brought)
  })
}

/** The same for a board that is being born. */
export function bringFile(board: Y.Doc, file: BoardFile, now: number): Brought {
  return bring(board, file, lackingOn(board, file), now)
}

function lackingOn(board: Y.Doc, file: BoardFile): Lacking {
  const all = roots.flatMap((root) => file[root].map((entry) => ({ root, entry })))
  const entries = all.filter(({ root, entry }) => !board.getMap(root).has(entry.id))
  const here: Readonly<Record<string, unknown>> = readFlat(board, 'incident')
  const told = Object.entries(file.incident).filter(([name, given]) => !isEmpty(given) && isEmpty(here[name]))
  return { entries, record: Object.fromEntries(told), there: all.length - entries.length }
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function bring(board: Y.Doc, file: BoardFile, { entries, record, there }: Lacking, now: number): Brought {
  const isAnonymous = readFlat(board, 'session').settings.attribution === 'anonymous'
  const context = { isAnonymous, now, madeAt: momentOf(file.madeAt) ?? now }
  for (const { root, entry } of entries) {
    const { id, ...values } = hereAs(root, entry, context)
    createEntry(board, root, id, values as NewEntry<EntriesRootName>)
  }
  fillFlat(board, 'incident', record)
  for (const { id, ...edit } of file.edits) {
    if (Object.hasOwn(record, id) && !board.getMap('edits').has(id)) {
      createEntry(board, 'edits', id, isAnonymous ? { ...edit, by: null } : edit)
    }
  }
  bringSections(board, file)
  return { added: entries.length, filled: Object.keys(record).length, there }
}

interface BringContext {
  readonly isAnonymous: boolean
  /** Epoch milliseconds; `madeAt`: when the file was made. */
  readonly now: number
  readonly madeAt: number
}

type Filed = { readonly id: string } & Readonly<Record<string, unknown>>

/** An entry as this board takes it. */
function hereAs(root: EntriesRootName, entry: Filed, { isAnonymous, now, madeAt }: BringContext): Filed {
  switch (root) {
    // Nothing of a file lets anybody in: people of another board have left this one until they join it. [FILE6]
    case 'people':
      return { ...entry, name: cleanName(String(entry.name)) || 'Somebody', left: entry.left ?? now }
    // A round that runs elsewhere can't go on here: its ballots stay where they are.
    case 'results':
      return { ...entry, closedAt: entry.closedAt ?? madeAt }
    case 'notes':
      return { ...entry, author: isAnonymous ? null : entry.author, createdAt: entry.createdAt ?? madeAt }
    default:
      return entry
  }
}

/** A note that comes along brings its section, if that is not there. */
function bringSections(board: Y.Doc, file: BoardFile): void {
  const { sections } = readFlat(board, 'session')
  const used = new Set(file.notes.map(({ section }) => section))
  const missing = (file.session?.sections ?? []).filter(
    ({ id }) => used.has(id) && !sections.some((section) => section.id === id),
  )
  if (missing.length > 0) setFlat(board, 'session', { sections: [...sections, ...missing] })
}
