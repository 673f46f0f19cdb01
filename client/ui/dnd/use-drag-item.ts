import { type HTMLAttributes, useCallback, useContext, useMemo } from 'react'
import { AreaContext, useDrag } from './context.ts'

interface Options {
  readonly id: string
  /** The list it lies in. */
  readonly list: string
  /** Whether others can be dropped onto it. */
  readonly joinable: boolean
  readonly disabled: boolean
}

export interface DragItem {
  readonly ref: (node: HTMLElement | null) => (() => void) | undefined
  /** For the element that is grabbed, which is also what the keyboard lifts. */
  readonly handle: HTMLAttributes<HTMLElement>
  readonly isDragged: boolean
  /** What would happen if the drag ended now: onto this item, or a line above it. */
  readonly mark: 'onto' | 'before' | null
}

/** Makes an element something that can be dragged, and dropped onto or beside. */
export function useDragItem({ id, list, joinable, disabled }: Options): DragItem {
  const area = useContext(AreaContext)
  const look = useDrag(({ item, place }) => {
    if (item === id) return 'dragged'
    if (place?.kind === 'onto') return place.item === id ? 'onto' : null
    return place?.kind === 'between' && place.list === list && place.before === id ? 'before' : null
  })
  const ref = useCallback(
    (node: HTMLElement | null) =>
      node === null || disabled ? undefined : area?.registry.addItem({ id, list, joinable, node }),
    [area, id, list, joinable, disabled],
  )
  const handle = useMemo<DragItem['handle']>(
    () =>
      disabled || area === null
        ? {}
        : {
            'aria-describedby': area.hint,
            onMouseDown: (event) => area.lift(event, id),
            onTouchStart: (event) => area.lift(event, id),
            // Space in a text inside the item is a space.
            onKeyDown: (event) => {
              if (event.target === event.currentTarget) area.lift(event, id)
            },
            onPointerEnter: area.prepare,
            onFocus: area.prepare,
          },
    [area, id, disabled],
  )
  return { ref, handle, isDragged: look === 'dragged', mark: look === 'dragged' ? null : look }
}
