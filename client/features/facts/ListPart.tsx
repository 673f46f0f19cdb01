import { Plus, X } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import type { EntryRefusal } from '../../../shared/document/entry.ts'
import type { PlacedRoot } from '../../../shared/document/place.ts'
import type { Result } from '../../../shared/review/result.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { MoveButtons, type Moves, useMoving } from './Moves.tsx'

interface ListPartProps {
  /** Whose entries they are, where people give them their order. */
  readonly placed?: PlacedRoot
  readonly ids: readonly string[]
  readonly mayEdit: boolean
  /** On the button that adds one. */
  readonly addLabel: string
  /** Answers the id of the new one. */
  readonly onAdd: () => Result<string, EntryRefusal>
  /** Shown to whoever may not add, while there is none. */
  readonly none?: string
  /** A list item. */
  readonly children: (id: string, moves: Moves | undefined) => ReactNode
}

/** Entries of one kind, and a button for one more, in whose first field the keyboard then is. */
export function ListPart({ placed, ids, mayEdit, addLabel, onAdd, none, children }: ListPartProps) {
  const list = useRef<HTMLUListElement>(null)
  const [added, setAdded] = useState<string | null>(null)
  const moving = useMoving(placed ?? 'services', ids, mayEdit && placed !== undefined)
  const place = added === null ? -1 : ids.indexOf(added)

  useLayoutEffect(() => {
    if (place < 0) return
    setAdded(null)
    list.current?.children[place]?.querySelector<HTMLElement>('input:not([type=checkbox]), textarea')?.focus()
  }, [place])

  return (
    <div>
      {ids.length > 0 && (
        <ul ref={list} className="divide-y divide-line" onKeyDown={moving.onKeyDown}>
          {ids.map((id) => children(id, moving.movesOf(id)))}
        </ul>
      )}
      {mayEdit && (
        <Button
          variant="ghost"
          size="sm"
          icon={<Plus />}
          className="mt-1 -ml-2"
          onClick={() => {
            const done = onAdd()
            if (done.allowed) setAdded(done.value)
          }}
        >
          {addLabel}
        </Button>
      )}
      {!mayEdit && ids.length === 0 && none !== undefined && <p className="text-ink-faint">{none}</p>}
    </div>
  )
}

interface ListRowProps {
  readonly what: string
  readonly moves?: Moves | undefined
  /** The fields of its first line. */
  readonly head: ReactNode
  readonly removeLabel: string
  /** Null for whoever may not. */
  readonly onRemove: (() => void) | null
  /** What stands below them. */
  readonly children?: ReactNode
}

/** One entry: Tab leads through all of its fields before it comes to what takes it away, at the end of its first line. */
export function ListRow({ what, moves, head, removeLabel, onRemove, children }: ListRowProps) {
  return (
    <li className="group/row grid grid-cols-[minmax(0,1fr)_auto] gap-x-1 py-1.5">
      <div className="flex min-w-0 flex-wrap items-center gap-1">{head}</div>
      <div className="col-span-full min-w-0 empty:hidden">{children}</div>
      {onRemove !== null && (
        <div className="col-start-2 row-start-1 mt-1 flex items-start">
          <MoveButtons what={what} moves={moves} />
          <IconButton size="sm" label={removeLabel} icon={<X />} onClick={onRemove} />
        </div>
      )}
    </li>
  )
}

/** A control that shows its box only while it is used. */
export const quietBox =
  'border-transparent! bg-transparent! px-2! hover:not-disabled:border-line-strong! disabled:opacity-100!'

/** A text that shows its box only while it is used. */
export const quietText =
  '-ml-2 block w-[calc(100%+0.5rem)] field-sizing-content resize-none rounded-md border border-transparent bg-transparent px-2 py-0.5 hover:not-read-only:border-line-strong'
