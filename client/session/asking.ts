import type { Me } from '../../shared/api/boards.ts'
import type { Asking } from '../../shared/document/may.ts'
import type { BoardView } from './view/board-view.ts'

/** Who I am for the rules of writing, by the newest that the board says of me. */
export function askingOf(view: Pick<BoardView, 'session' | 'entries'>, me: Me): Asking {
  const { status, settings } = view.session.get()
  const person = view.entries.people.entry(me.id).get()
  return {
    person: { id: me.id, role: person?.role ?? me.role, left: person?.left },
    status,
    editing: settings.editing,
  }
}
