import type { ClientRect, DroppableContainer } from '@dnd-kit/core'
import type { DropItem, DropList, Layout } from './place.ts'

/** What an item or a list says of itself to the drag library. */
export type DropMark =
  | { readonly drop: 'item'; readonly id: string; readonly list: string; readonly joinable: boolean }
  | { readonly drop: 'list'; readonly id: string; readonly takes: DropList['takes'] }

/** The library's measured boxes, taken when the drag began and adjusted for scrolling by it. */
export function layoutOf(
  containers: readonly DroppableContainer[],
  boxes: ReadonlyMap<DroppableContainer['id'], ClientRect>,
): Layout {
  const lists: DropList[] = []
  const items: DropItem[] = []
  for (const container of containers) {
    const box = boxes.get(container.id)
    const mark = container.data.current
    if (box === undefined || mark === undefined || !isMark(mark)) continue
    if (mark.drop === 'list') lists.push({ id: mark.id, takes: mark.takes, box })
    else items.push({ id: mark.id, list: mark.list, joinable: mark.joinable, box })
  }
  return { lists, items }
}

function isMark(data: object): data is DropMark {
  return 'drop' in data && (data.drop === 'item' || data.drop === 'list')
}
