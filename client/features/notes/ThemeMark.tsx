import { Layers } from 'lucide-react'
import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useEntryValue, useMay, useText } from '../../session/hooks.ts'
import { focusNote } from './focus.ts'
import { useIsOpen, useNoteActions } from './note-actions.ts'

interface Props {
  readonly note: string
  readonly theme: string
}

/** The theme of a note, on the note; it can be named from here. */
export function ThemeMark({ note, theme }: Props) {
  const label = useEntryValue('themes', theme, (entry) => (entry?.removed ? undefined : entry?.label))
  const isNaming = useIsOpen('namingOn', note)
  const mayName = useMay().change('themes', 'label').allowed
  const { open } = useNoteActions()
  if (label === undefined) return null
  if (isNaming && mayName) return <ThemeName note={note} theme={theme} />
  const text = label === '' ? 'Theme without a name' : label
  const look = 'inline-flex min-w-0 max-w-full items-center gap-1'
  if (!mayName) {
    return (
      <span className={look}>
        <Layers aria-hidden="true" className="size-3.5 shrink-0" />
        <span className="truncate">{text}</span>
      </span>
    )
  }
  return (
    <button
      type="button"
      data-no-drag
      tabIndex={-1}
      aria-label={`Theme: ${text}. Rename`}
      onClick={() => open({ namingOn: note })}
      className={`${look} rounded-sm hover:text-ink`}
    >
      <Layers aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="truncate">{text}</span>
    </button>
  )
}

function ThemeName({ note, theme }: Props) {
  const handle = useText('themes', theme, 'label')
  const { open } = useNoteActions()
  if (handle === undefined) return null
  const leave = () => {
    open({ namingOn: null })
    focusNote(note)
  }
  return (
    <CollaborativeText
      handle={handle}
      label="Name of the theme"
      placeholder="Name this theme"
      autoFocus
      onSubmit={leave}
      onEscape={leave}
      onBlur={() => open({ namingOn: null })}
      className="field-sizing-content max-w-full min-w-36 resize-none rounded-md bg-surface px-1.5 py-0.5 text-base font-medium text-ink outline-2 outline-focus"
    />
  )
}
