import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { useSession } from './context.tsx'
import type { PresenceSharing } from './presence.ts'
import { bindTextarea } from './text/bind-textarea.ts'
import type { TextHandle } from './text/text-handle.ts'

export interface CollaborativeTextProps {
  readonly handle: TextHandle
  /** Accessible name. */
  readonly label: string
  readonly placeholder?: string | undefined
  /** Enter makes a new line, unless `onSubmit` takes it; then Shift+Enter does. */
  readonly multiline?: boolean | undefined
  readonly maxLength?: number | undefined
  /** Others are told where the caret stands; theirs are drawn by a {@link CaretLayer} over the field. */
  readonly showsCaret?: boolean | undefined
  readonly readOnly?: boolean | undefined
  readonly className?: string | undefined
  readonly onSubmit?: (() => void) | undefined
  /** After leaving the field; what was typed stays. */
  readonly onEscape?: (() => void) | undefined
  readonly onFocus?: (() => void) | undefined
  readonly onBlur?: (() => void) | undefined
  /** Before anything else; what it prevents is not done. */
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLTextAreaElement>) => void) | undefined
  readonly onPaste?: ((event: ClipboardEvent<HTMLTextAreaElement>) => void) | undefined
  readonly autoFocus?: boolean | undefined
  readonly rows?: number | undefined
  readonly id?: string | undefined
  /** Id of what says more about the field. */
  readonly describedBy?: string | undefined
}

/** A text that several people edit at once, letter by letter. Its letters never pass through React. */
export function CollaborativeText(props: CollaborativeTextProps) {
  const { handle, label, multiline = false, showsCaret = false, readOnly = false, autoFocus = false } = props
  const { presence, undo } = useSession()
  const field = useRef<HTMLTextAreaElement>(null)

  useLayoutEffect(() => (field.current ? bindTextarea(field.current, handle) : undefined), [handle])
  useLayoutEffect(() => {
    const box = field.current
    if (!autoFocus || box === null) return
    box.focus({ preventScroll: true })
    box.setSelectionRange(box.value.length, box.value.length)
  }, [autoFocus])
  useLayoutEffect(() => () => leave(presence, handle), [presence, handle])

  return (
    <textarea
      ref={field}
      id={props.id}
      aria-label={label}
      aria-describedby={props.describedBy}
      placeholder={props.placeholder}
      maxLength={props.maxLength ?? handle.limit}
      readOnly={readOnly || handle.limit === 0}
      className={props.className}
      rows={props.rows ?? 1}
      defaultValue={handle.read()}
      onFocus={() => {
        if (!readOnly) presence.set({ editing: handle.place })
        props.onFocus?.()
      }}
      onSelect={({ currentTarget }) => {
        if (showsCaret && !readOnly) presence.set({ caret: handle.anchor(currentTarget.selectionEnd) })
      }}
      onBlur={() => {
        leave(presence, handle)
        props.onBlur?.()
      }}
      onPaste={props.onPaste}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        props.onKeyDown?.(event)
        if (event.defaultPrevented) return
        if (event.key === 'Escape') {
          event.currentTarget.blur()
          props.onEscape?.()
        }
        if (event.key === 'Enter' && !event.shiftKey && (props.onSubmit || !multiline)) {
          event.preventDefault()
          props.onSubmit?.()
        }
        if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          if (event.shiftKey) undo.redo()
          else if (undo.get().nextIsTyping) undo.undo()
        }
      }}
    />
  )
}

function leave(presence: PresenceSharing, { place }: TextHandle): void {
  if (presence.mine().editing === place) presence.set({ editing: null, caret: null })
}
