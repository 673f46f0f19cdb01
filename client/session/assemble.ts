import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { Me } from '../../shared/api/boards.ts'
import { askingOf } from './asking.ts'
import type { BoardSession } from './board-session.ts'
import type { Timers } from './environment.ts'
import { sharePresence } from './presence.ts'
import { watchRivals } from './rivals.ts'
import type { Documents } from './salvage/differences.ts'
import { openTexts } from './text/texts.ts'
import { openUndo } from './undo/undo.ts'
import { undoRules } from './undo/undo-rules.ts'
import { verbsOf } from './verbs.ts'
import { viewBoard } from './view/board-view.ts'
import { derived, type Watched } from './watched.ts'

export interface Parts {
  readonly me: Me
  /** The documents as they are now; another pair after they were put in order. */
  readonly documents: Watched<Documents>
  readonly awareness: Watched<Awareness>
  /** Epoch milliseconds by the server's clock. */
  readonly now: () => number
  readonly newId: () => string
  readonly timers: Timers
}

export type Assembled = Pick<
  BoardSession,
  'view' | 'texts' | 'verbs' | 'writing' | 'undo' | 'presence' | 'rivals' | 'asking'
> & {
  close(): void
}

/** What a person reads and writes through, over documents that somebody else connects. */
export function assemble({ me, documents, awareness, now, newId, timers }: Parts): Assembled {
  const board: Watched<Y.Doc> = derived(documents, (both) => both.board)
  const desk: Watched<Y.Doc> = derived(documents, (both) => both.desk)
  const view = viewBoard(board, desk)
  const asking = () => askingOf(view, me)
  const undo = openUndo(documents, undoRules(documents, asking, view.voting, now))
  const writing = { board, desk, view, asking, now, newId }
  const presence = sharePresence(awareness, me.id, timers)
  const rivals = watchRivals(board, awareness, me.id)
  return {
    view,
    texts: openTexts(board, desk, undo.track),
    verbs: verbsOf(writing),
    writing,
    undo,
    presence,
    rivals,
    asking,
    close: () => {
      rivals.close()
      presence.close()
      undo.close()
      view.close()
    },
  }
}
