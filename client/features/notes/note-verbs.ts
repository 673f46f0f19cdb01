import { target } from '../../../shared/review/target.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { toast } from '../../ui/toast.ts'
import { focusNote, keyboardAfter } from './focus.ts'
import type { NoteActions, OpenedStore } from './note-actions.ts'

/** A question asked in a dialog. */
export interface Asked {
  readonly about: 'move' | 'group'
  readonly id: string
}

interface Parts {
  readonly session: BoardSession
  readonly opened: OpenedStore
  readonly ask: (asked: Asked) => void
  readonly showActions: (id: string) => void
}

/** Each says what it did, with a way back. */
export function noteActions({ session, opened, ask, showActions }: Parts): NoteActions {
  const { verbs } = session
  const undoable = (title: string, undo: () => unknown) =>
    toast({ title, action: { label: 'Undo', onClick: () => void undo() } })
  const isDraft = (id: string) => session.view.entries.notes.entry(id).get() === undefined

  return {
    opened,
    open: opened.set,
    move: (id) => ask({ about: 'move', id }),
    group: (id) => {
      if (!isDraft(id)) ask({ about: 'group', id })
    },
    ungroup: (id) => {
      const theme = session.view.entries.notes.entry(id).get()?.theme ?? null
      if (!verbs.ungroup(id).allowed) return
      focusNote(id)
      undoable('Taken out of the theme', () => verbs.setNoteTheme(id, theme))
    },
    addAction: (source, title) => {
      const added = verbs.addAction({ source, title: title.slice(0, 500) })
      if (!added.allowed) return
      toast({
        title: 'Action added',
        description: 'It still needs an owner and a date.',
        action: { label: 'Open actions', onClick: () => showActions(added.value) },
      })
    },
    bin: (id) => {
      const moveKeyboard = keyboardAfter(id)
      const wasDraft = isDraft(id)
      const removed = wasDraft ? verbs.removeDraft(id) : verbs.removeEntry('notes', id)
      if (!removed.allowed) {
        if (removed.reason === 'not-the-author')
          toast({ title: 'A note is put in the bin by its author, or a facilitator' })
        return
      }
      moveKeyboard()
      undoable(wasDraft ? 'Note removed' : 'Note put in the bin', () =>
        wasDraft ? verbs.restoreDraft(id) : verbs.restoreEntry('notes', id),
      )
    },
    spotlight: (spot) => {
      void session.command({ type: 'spotlight.set', target: spot }).then((answer) => {
        if (!answer.allowed) toast({ title: 'The spotlight could not be changed', tone: 'danger' })
      })
    },
  }
}

/** The drop list of a section, and of a theme. */
export const sectionList = (id: string) => target('section', id)
export const themeList = (id: string) => target('theme', id)
export const newThemeList = 'new-theme'
