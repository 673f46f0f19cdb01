import type { ReactNode } from 'react'
import { classes } from '../../ui/classes.ts'
import { useDragItem } from '../../ui/dnd/use-drag-item.ts'
import { onCardKey } from './card-keys.ts'
import { useNoteActions } from './note-actions.ts'

interface Props {
  readonly id: string
  /** The drop list it lies in. */
  readonly list: string
  /** Whether other notes can be dropped onto it. */
  readonly joinable: boolean
  readonly disabled: boolean
  /** Tab stops at one card of a column; arrows do the rest. */
  readonly isTabStop: boolean
  readonly hue?: string | undefined
  readonly children: ReactNode
}

/** What is dragged and focused of a note. Renders when a drag comes to this note, and the card inside doesn't. */
export function NoteShell({ id, list, joinable, disabled, isTabStop, hue, children }: Props) {
  const drag = useDragItem({ id, list, joinable, disabled })
  const { open } = useNoteActions()
  return (
    <li ref={drag.ref} className="relative list-none py-1.5" data-hue={hue}>
      {drag.mark === 'before' && <DropLine />}
      <article
        {...drag.handle}
        data-note={id}
        tabIndex={isTabStop ? 0 : -1}
        aria-labelledby={`note-${id}`}
        onKeyDown={(event) => {
          drag.handle.onKeyDown?.(event)
          // While it is lifted, the same keys carry it.
          if (!drag.isDragged) onCardKey(event, () => open({ editing: id }))
        }}
        onDoubleClick={() => open({ editing: id })}
        className={classes(
          'group/note scroll-mt-32 relative rounded-lg transition-[opacity,box-shadow]',
          !disabled && 'cursor-grab active:cursor-grabbing',
          drag.isDragged && 'opacity-30',
          drag.mark === 'onto' && 'ring-2 ring-focus ring-offset-2 ring-offset-paper',
        )}
      >
        {children}
        {drag.mark === 'onto' && (
          <span className="pointer-events-none absolute inset-x-0 -top-3 z-10 text-center">
            <span className="rounded-full bg-focus px-2.5 py-0.5 text-sm font-medium text-paper">Group</span>
          </span>
        )}
      </article>
    </li>
  )
}

/** Where a note would be put: a line between notes, unlike the ring of a note that would be joined. */
export function DropLine({ atEnd = false }: { readonly atEnd?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        'pointer-events-none absolute inset-x-0 z-10 h-0.5 rounded-full bg-focus',
        'before:absolute before:-top-[3px] before:-left-1 before:size-2 before:rounded-full before:border-2 before:border-focus before:bg-paper',
        atEnd ? 'bottom-0' : '-top-px',
      )}
    />
  )
}
