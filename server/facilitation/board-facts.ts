import type * as Y from 'yjs'
import { readEntries, readFlat } from '../../shared/document/read.ts'
import type { Pinboard } from '../../shared/review/placement.ts'
import type { Rounds } from '../../shared/review/round.ts'
import { type Votable, votableTargets } from '../../shared/review/tally.ts'

/** What of a board decides how votes count, read once for each change of it. */
export interface BoardFacts {
  readonly pinboard: Pinboard
  readonly votable: Votable
}

const known = new WeakMap<Y.Doc, { facts: BoardFacts | undefined }>()

/** The pinboard of a board, and what can be voted on. Stale facts are dropped when a note, theme or section changes. */
export function boardFacts(board: Y.Doc): BoardFacts {
  let entry = known.get(board)
  if (entry === undefined) {
    const fresh: { facts: BoardFacts | undefined } = { facts: undefined }
    const forget = () => {
      fresh.facts = undefined
    }
    for (const root of ['notes', 'themes', 'session']) board.getMap(root).observeDeep(forget)
    known.set(board, fresh)
    entry = fresh
  }
  entry.facts ??= readFacts(board)
  return entry.facts
}

function readFacts(board: Y.Doc): BoardFacts {
  const pinboard = {
    notes: readEntries(board, 'notes'),
    themes: readEntries(board, 'themes'),
    sections: readFlat(board, 'session').sections,
  }
  return { pinboard, votable: votableTargets(pinboard) }
}

/** Round id -> its state; few, so read each time. */
export function roundsOf(board: Y.Doc): Rounds {
  return new Map(readEntries(board, 'results').map((result) => [result.id, result]))
}
