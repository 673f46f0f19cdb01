import type { Target } from '../../../shared/review/session.ts'
import { useSession } from '../../session/context.tsx'
import { useKeptText } from '../../session/keep.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'

interface NewActionProps {
  readonly source: Target | null
  readonly label: string
  readonly autoFocus?: boolean
  readonly onAdded?: (id: string) => void
  readonly onLeave?: () => void
}

/** A line that becomes an action on Enter; half-typed it survives a reload. */
export function NewAction({ source, label, autoFocus = false, onAdded, onLeave }: NewActionProps) {
  const { verbs } = useSession()
  const [text, setText] = useKeptText(`new-action/${source ?? 'board'}`)
  const add = () => {
    const title = text.trim()
    if (title === '') return
    const added = verbs.addAction({ title, source })
    if (!added.allowed) return
    setText('')
    announce('Added an action')
    onAdded?.(added.value)
  }
  return (
    <form
      className="flex items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <input
        type="text"
        aria-label={label}
        placeholder="One thing that somebody can do and finish"
        maxLength={500}
        // biome-ignore lint/a11y/noAutofocus: it replaces the button that was just pressed
        autoFocus={autoFocus}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onLeave?.()
        }}
        className="field-box min-w-0 flex-1"
      />
      <Button type="submit" disabled={text.trim() === ''}>
        Add
      </Button>
    </form>
  )
}
