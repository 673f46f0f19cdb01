import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import type { PlacedRoot } from '../../../shared/document/place.ts'
import { useRecordVerbs } from '../../session/record-verbs.ts'
import { announce } from '../../ui/announce.ts'
import { IconButton } from '../../ui/Button.tsx'

/** How an entry of a list changes places with its neighbours. */
export interface Moves {
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly move: (by: -1 | 1) => void
}

interface Moving {
  /** Undefined where there is nothing to change places with. */
  movesOf(id: string): Moves | undefined
  /** Of the list: Alt with an arrow moves the entry in which the keyboard is. */
  onKeyDown(event: KeyboardEvent<HTMLUListElement>): void
}

/** Lets entries of a list be moved up and down; the keyboard stays where it is. `ids` as shown. */
export function useMoving(root: PlacedRoot, ids: readonly string[], mayEdit: boolean): Moving {
  const verbs = useRecordVerbs()
  const held = useRef<HTMLElement | null>(null)

  // A row that is put elsewhere loses the keyboard on its way.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at after each new order
  useLayoutEffect(() => {
    const element = held.current
    held.current = null
    if (element === null || !element.isConnected) return
    if (element.matches(':disabled')) element.parentElement?.querySelector<HTMLElement>('button:enabled')?.focus()
    else element.focus()
  }, [ids.join()])

  const move = (id: string, by: -1 | 1) => {
    const active = document.activeElement
    if (!verbs.moveEntry(root, { id, shown: ids, by }).allowed) return
    held.current = active instanceof HTMLElement ? active : null
    announce(`Moved to place ${ids.indexOf(id) + by + 1} of ${ids.length}`)
  }
  return {
    movesOf(id) {
      if (!mayEdit || ids.length < 2) return undefined
      return { isFirst: ids[0] === id, isLast: ids.at(-1) === id, move: (by) => move(id, by) }
    },
    onKeyDown(event) {
      const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
      const rows = [...event.currentTarget.children]
      const id = ids[rows.findIndex((row) => event.target instanceof Node && row.contains(event.target))]
      if (by === 0 || !event.altKey || event.defaultPrevented || !mayEdit || id === undefined) return
      event.preventDefault()
      move(id, by)
    },
  }
}

/** Up and down, for whoever points at the row, goes through it by key, or has fingers alone. */
export function MoveButtons({ what, moves }: { readonly what: string; readonly moves: Moves | undefined }) {
  if (moves === undefined) return null
  return (
    <span className="flex transition-opacity not-pointer-coarse:not-group-hover/row:not-group-focus-within/row:opacity-0">
      <IconButton
        size="sm"
        label={`Move ${what} up`}
        icon={<ArrowUp />}
        shortcut="Alt+ArrowUp"
        disabled={moves.isFirst}
        onClick={() => moves.move(-1)}
      />
      <IconButton
        size="sm"
        label={`Move ${what} down`}
        icon={<ArrowDown />}
        shortcut="Alt+ArrowDown"
        disabled={moves.isLast}
        onClick={() => moves.move(1)}
      />
    </span>
  )
}
