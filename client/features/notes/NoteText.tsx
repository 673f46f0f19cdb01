import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useDraftText, useText } from '../../session/hooks.ts'
import { focusNote } from './focus.ts'
import { useNoteActions } from './note-actions.ts'

/** The words of a note while they are changed. Enter, Escape and looking elsewhere leave; nothing has to be saved. */
export function NoteEditor({ id }: { readonly id: string }) {
  const handle = useText('notes', id, 'text')
  const draft = useDraftText(id)
  const { open } = useNoteActions()
  const text = handle ?? draft
  const leave = () => {
    open({ editing: null })
    focusNote(id)
  }
  if (text === undefined) return null
  return (
    <CollaborativeText
      handle={text}
      label="Note"
      multiline
      autoFocus
      rows={2}
      onSubmit={leave}
      onEscape={leave}
      onBlur={() => open({ editing: null })}
      className="field-sizing-content resize-none -mx-1.5 -my-1 w-[calc(100%+0.75rem)] rounded-md bg-surface px-1.5 py-1 outline-2 outline-focus"
    />
  )
}
