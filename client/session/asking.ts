import type * as Y from 'yjs'
import type { Me } from '../../shared/api/boards.ts'
import type { Asking } from '../../shared/document/may.ts'
import { readEntry, readFlat } from '../../shared/document/read.ts'
import { defaultSettings, type Session } from '../../shared/review/session.ts'
import type { BoardView } from './view/board-view.ts'

/** Who I am for the rules of writing, by the newest that the board says of me. */
export function askingOf(view: Pick<BoardView, 'session' | 'entries'>, me: Me): Asking {
  return asked(me, view.session.get(), view.entries.people.entry(me.id).get())
}

/** The same by a copy that is not shown yet. */
export function askingIn(board: Y.Doc, me: Me): Asking {
  return asked(me, readFlat(board, 'session'), readEntry(board, 'people', me.id))
}

function asked(
  me: Me,
  session: Partial<Pick<Session, 'status' | 'settings' | 'locked'>>,
  person: Pick<Asking['person'], 'role' | 'left'> | undefined,
): Asking {
  return {
    person: { id: me.id, role: person?.role ?? me.role, left: person?.left },
    status: session.status ?? 'open',
    locked: session.locked,
    editing: (session.settings ?? defaultSettings).editing,
  }
}
