import type * as Y from 'yjs'
import type { BoardListing } from '../api/boards.ts'
import { isOpenAction } from '../review/action.ts'
import { currentItem } from '../review/agenda.ts'
import { readEntries, readFlat } from './read.ts'

/** What the home page lists of a board. */
export function listingOf(board: Y.Doc): Pick<BoardListing, 'title' | 'severity' | 'status' | 'phase' | 'openActions'> {
  const session = readFlat(board, 'session')
  const open = readEntries(board, 'actions').filter(isOpenAction)
  return {
    title: session.title,
    severity: readFlat(board, 'incident').severity ?? null,
    status: session.status,
    phase: currentItem(session)?.title ?? '',
    openActions: open.length,
  }
}
