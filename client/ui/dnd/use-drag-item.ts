import { useDraggable, useDroppable } from '@dnd-kit/core'
import { type HTMLAttributes, useCallback, useMemo } from 'react'
import { useDrag } from './context.ts'
import type { DropMark } from './layout.ts'

interface Options {
  readonly id: string
  /** The list it lies in. */
  readonly list: string
  /** Whether others can be dropped onto it. */
  readonly joinable: boolean
  readonly disabled: boolean
}

export interface DragItem {
  readonly ref: (node: HTMLElement | null) => void
  /** For the element that is grabbed, which is also what the keyboard lifts. */
  readonly handle: HTMLAttributes<HTMLElement>
  readonly isDragged: boolean
  /** What would happen if the drag ended now: onto this item, or a line above it. */
  readonly mark: 'onto' | 'before' | null
}

/** Makes an element something that can be dragged, and dropped onto or beside. */
export function useDragItem({ id, list, joinable, disabled }: Options): DragItem {
  const data = useMemo(() => ({ drop: 'item', id, list, joinable }) satisfies DropMark, [id, list, joinable])
  const draggable = useDraggable({ id, data, disabled })
  const droppable = useDroppable({ id: `item:${id}`, data, disabled })
  const isDragged = useDrag((drag) => drag.item === id)
  const mark = useDrag(({ place }) => {
    if (place?.kind === 'onto') return place.item === id ? 'onto' : null
    return place?.kind === 'between' && place.list === list && place.before === id ? 'before' : null
  })
  const [grab, drop] = [draggable.setNodeRef, droppable.setNodeRef]
  const ref = useCallback(
    (node: HTMLElement | null) => {
      grab(node)
      drop(node)
    },
    [grab, drop],
  )
  const { onKeyDown, ...pointers } = draggable.listeners ?? {}
  const handle: DragItem['handle'] = disabled
    ? {}
    : {
        ...pointers,
        'aria-describedby': draggable.attributes['aria-describedby'],
        // Space in a text inside the item is a space.
        onKeyDown: (event) => {
          if (event.target === event.currentTarget) onKeyDown?.(event)
        },
      }
  return { ref, handle, isDragged, mark }
}
