import type * as Y from 'yjs'
import type { BoardListing } from '../api/boards.ts'
import { isOpenAction } from '../review/action.ts'
import { currentItem } from '../review/agenda.ts'
import { readFields, readFieldsOfEntries, readFlat } from './read.ts'

/** What the home page lists of a board. */
export function listingOf(board: Y.Doc): Pick<BoardListing, 'title' | 'severity' | 'status' | 'phase' | 'openActions'> {
  const session = readFlat(board, 'session')
  const actions = readFieldsOfEntries(board, 'actions', ['removed', 'status', 'verification', 'evidence'])
  return {
    title: session.title,
    severity: readFields(board, 'incident', ['severity']).severity ?? null,
    status: session.status,
    phase: currentItem(session)?.title ?? '',
    openActions: actions.filter(isOpenAction).length,
  }
}
