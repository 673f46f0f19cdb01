import { Ellipsis, EyeOff, Hourglass, MoveRight, PenLine, Trash2 } from 'lucide-react'
import { memo } from 'react'
import { useDrafts, useMay, usePhase, useSessionFacts } from '../../session/hooks.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { onCardKey } from './card-keys.ts'
import { NoteEditor } from './NoteText.tsx'
import { Tools } from './NoteTools.tsx'
import { useIsOpen, useNoteActions } from './note-actions.ts'

interface Props {
  readonly id: string
  readonly isTabStop: boolean
}

/** A note of mine that is not on the board yet. */
export const DraftCard = memo(function DraftCard({ id, isTabStop }: Props) {
  const text = useDrafts((drafts) => drafts.get(id)?.text)
  const isEditing = useIsOpen('editing', id)
  const { open } = useNoteActions()
  if (text === undefined) return null
  return (
    <li className="list-none py-1.5">
      <article
        data-note={id}
        tabIndex={isTabStop ? 0 : -1}
        aria-labelledby={`note-${id}`}
        onKeyDown={(event) => onCardKey(event, () => open({ editing: id }))}
        onDoubleClick={() => open({ editing: id })}
        className="group/note scroll-mt-32 rounded-lg border border-dashed border-hue bg-surface px-3 pt-2.5 pb-2"
      >
        <div id={`note-${id}`} className="min-h-6 break-words whitespace-pre-wrap">
          {isEditing ? <NoteEditor id={id} /> : text}
        </div>
        <footer className="relative mt-1.5 flex min-h-7 items-center gap-2 pr-8 text-sm text-ink-soft">
          <Waiting />
          <DraftTools id={id} />
        </footer>
      </article>
    </li>
  )
})

/** Who can see it now, and why it is not on the board. */
function Waiting() {
  const { isPrivate } = usePhase()
  const isAnonymous = useSessionFacts(({ settings }) => settings.attribution === 'anonymous')
  if (isPrivate) {
    return (
      <span className="inline-flex items-center gap-1.5">
        <EyeOff className="size-3.5" aria-hidden />
        Only you can see this
      </span>
    )
  }
  return (
    <span className="inline-flex items-center gap-1.5">
      <Hourglass className="size-3.5" aria-hidden />
      {isAnonymous ? 'Waiting to be published' : 'On its way to the board'}
    </span>
  )
}

function DraftTools({ id }: { readonly id: string }) {
  const actions = useNoteActions()
  if (!useMay().change('notes', 'theme').allowed) return null
  return (
    <Tools>
      <Menu
        trigger={<IconButton size="sm" label="More for this note" icon={<Ellipsis />} />}
        items={[
          { label: 'Edit', icon: <PenLine />, shortcut: 'Enter', onSelect: () => actions.open({ editing: id }) },
          { label: 'Move to…', icon: <MoveRight />, shortcut: 'm', onSelect: () => actions.move(id) },
          { label: 'Remove', icon: <Trash2 />, danger: true, onSelect: () => actions.bin(id) },
        ]}
      />
    </Tools>
  )
}
