import { type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { target } from '../../../shared/review/target.ts'
import { useSession } from '../../session/context.tsx'
import { usePanels } from '../../session/panels.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { focusComposer, focusedNote } from './focus.ts'
import { GroupDialog, MoveDialog } from './later.ts'
import { NoteActionsContext, openedIn } from './note-actions.ts'
import { type Asked, noteActions } from './note-verbs.ts'

/** Gives the notes inside it what can be done with them, by menu, key and palette, and the dialogs for it. */
export function NoteActionsProvider({ children }: { readonly children: ReactNode }) {
  const session = useSession()
  const panels = usePanels()
  const latestPanels = useRef(panels)
  useEffect(() => {
    latestPanels.current = panels
  })
  const [asked, ask] = useState<Asked | null>(null)
  const actions = useMemo(() => {
    const opened = openedIn(session)
    return noteActions({ session, opened, ask, showActions: (id) => latestPanels.current.open('actions', id) })
  }, [session])

  const last = useLastFocused()
  const onNote = (run: (id: string) => void) => () => {
    const id = focusedNote() ?? last.current
    if (id !== null) run(id)
  }
  useShortcut('g', 'Group the note with…', onNote(actions.group), { group: 'Notes' })
  useShortcut('m', 'Move the note to…', onNote(actions.move), { group: 'Notes' })
  useShortcut(
    'a',
    'Add an action from the note',
    onNote((id) => actions.addAction(target('note', id), session.view.entries.notes.entry(id).get()?.text ?? '')),
    { group: 'Notes' },
  )
  useShortcut(
    null,
    'Edit the note',
    onNote((id) => actions.open({ editing: id })),
    { group: 'Notes' },
  )
  useShortcut('n', 'Write a note', focusComposer, { group: 'Notes' })
  useShortcut('Delete', 'Put the note in the bin', onNote(actions.bin), { group: 'Notes' })

  return (
    <NoteActionsContext value={actions}>
      {children}
      <Suspense>
        {asked?.about === 'move' && <MoveDialog id={asked.id} onClose={() => ask(null)} />}
        {asked?.about === 'group' && <GroupDialog id={asked.id} onClose={() => ask(null)} />}
      </Suspense>
    </NoteActionsContext>
  )
}

/** The palette takes the keyboard away from the note it is to act on, so the last one is remembered. */
function useLastFocused() {
  const last = useRef<string | null>(null)
  useEffect(() => {
    const remember = () => {
      last.current = focusedNote() ?? last.current
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])
  return last
}
