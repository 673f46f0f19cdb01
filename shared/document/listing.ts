import type * as Y from 'yjs'
import type { BoardListing } from '../api/boards.ts'
import { currentItem } from '../review/agenda.ts'
import { movesOnAt } from '../review/agenda-clock.ts'
import { isOpenAction } from '../review/proof.ts'
import { readFields, readFieldsOfEntries, readFlat } from './read.ts'

/** What is known of a board without loading it. */
export interface ListingFacts
  extends Pick<BoardListing, 'title' | 'severity' | 'status' | 'phase' | 'openActions' | 'origin'> {
  /** When the clock moves it on to its next phase, epoch milliseconds; null: it does not. */
  readonly movesOnAt: number | null
}

export function listingOf(board: Y.Doc): ListingFacts {
  const session = readFlat(board, 'session')
  const actions = readFieldsOfEntries(board, 'actions', ['removed', 'status', 'verification', 'evidence'])
  return {
    title: session.title,
    severity: readFields(board, 'incident', ['severity']).severity ?? null,
    status: session.status,
    phase: currentItem(session)?.title ?? '',
    openActions: actions.filter(isOpenAction).length,
    movesOnAt: movesOnAt(session),
    origin: session.origin ?? null,
  }
}
