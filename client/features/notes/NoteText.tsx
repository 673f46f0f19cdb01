import { useState } from 'react'
import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useSession } from '../../session/context.tsx'
import { useDraft, useDraftText, useEntryValue, useText } from '../../session/hooks.ts'
import { BlameNudge } from './BlameNudge.tsx'
import { focusNote } from './focus.ts'
import { useNoteActions } from './note-actions.ts'

/** The words of a note while they are changed. Enter, Escape and looking elsewhere leave; nothing has to be saved. */
export function NoteEditor({ id }: { readonly id: string }) {
  const note = useText('notes', id, 'text')
  const draft = useDraftText(id)
  const byDraft = useRewordsByDraft(id)
  const { open } = useNoteActions()
  const text = byDraft ? draft : note
  const leave = () => {
    open({ editing: null })
    focusNote(id)
  }
  if (text === undefined) return null
  return (
    <>
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
      <NudgeFor id={id} byDraft={byDraft} />
    </>
  )
}

function NudgeFor({ id, byDraft }: { readonly id: string; readonly byDraft: boolean }) {
  const note = useEntryValue('notes', id, (entry) => entry?.text ?? '')
  const draft = useDraft(id)?.text ?? ''
  return <BlameNudge text={byDraft ? draft : note} />
}

/**
 * Whether I change words through my draft, decided when I begin: before it is a note, and on an anonymous board as long
 * as nobody else has changed them, so that nobody reads who does.
 */
function useRewordsByDraft(id: string): boolean {
  const { view } = useSession()
  const [byDraft] = useState(() => {
    const note = view.entries.notes.entry(id).get()
    const draft = view.drafts.entry(id).get()
    return note === undefined || (note.author === null && draft !== undefined && draft.published === note.text)
  })
  return byDraft
}
