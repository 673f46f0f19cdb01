import { MessageSquareText } from 'lucide-react'
import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useMay, useText } from '../../session/hooks.ts'
import { focusNote } from './focus.ts'
import { useIsOpen, useNoteActions } from './note-actions.ts'

interface Props {
  readonly root: 'notes' | 'themes'
  readonly id: string
}

/** What was said about a note or a theme, written down under it by anyone. */
export function Discussion({ root, id, text }: Props & { readonly text: string }) {
  const mayWrite = useMay().change(root, 'discussion').allowed
  const isOpen = useIsOpen('discussing', id)
  const { open } = useNoteActions()
  if (isOpen) return <DiscussionEditor root={root} id={id} />
  if (text.trim() === '') return null
  return (
    <button
      type="button"
      data-no-drag
      disabled={!mayWrite}
      aria-label={`What was said: ${text}. Edit`}
      onClick={() => open({ discussing: id })}
      className="mt-1.5 flex w-full gap-2 border-t border-hue-line pt-2 text-left text-ink-soft hover:text-ink"
    >
      <MessageSquareText aria-hidden="true" className="mt-1 size-3.5 shrink-0" />
      <span className="min-w-0 break-words whitespace-pre-wrap">{text}</span>
    </button>
  )
}

function DiscussionEditor({ root, id }: Props) {
  const handle = useText(root, id, 'discussion')
  const { open } = useNoteActions()
  const leave = () => {
    open({ discussing: null })
    focusNote(id)
  }
  if (handle === undefined) return null
  return (
    <div data-no-drag className="mt-1.5 border-t border-hue-line pt-2">
      <CollaborativeText
        handle={handle}
        label="What was said"
        placeholder="What was said"
        multiline
        autoFocus
        rows={2}
        onEscape={leave}
        onBlur={() => open({ discussing: null })}
        className="field-sizing-content w-full resize-none rounded-md bg-surface px-2 py-1 outline-2 outline-focus"
      />
    </div>
  )
}
