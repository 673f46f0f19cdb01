import { KeyboardCode, type KeyboardCoordinateGetter } from '@dnd-kit/core'
import type { DragStore } from './drag-store.ts'
import { samePlace } from './drag-store.ts'
import { type DropList, type Layout, type Place, placesIn, pointOf } from './place.ts'

export type WalkKeys = KeyboardCoordinateGetter

/** Moves what is dragged from place to place: up and down within a list, left and right to the neighbouring one. */
export function walkWith(store: DragStore, layoutNow: () => Layout): WalkKeys {
  return (event, { context }) => {
    const { item, place } = store.get()
    const layout = layoutNow()
    const next = item === null ? null : step(event.code, layout, place, item)
    if (next === null) return
    store.set({ item, place: next })
    const point = pointOf(next, layout)
    const box = context.collisionRect
    return point === null || box === null
      ? undefined
      : { x: point.x - box.width / 2, y: point.y - Math.min(box.height / 2, 40) }
  }
}

/** The place an arrow key leads to; null where it leads nowhere. From nowhere, the walk begins around the item. */
export function step(code: string, layout: Layout, from: Place | null, dragged: string): Place | null {
  const home = layout.items.find((item) => item.id === dragged)
  const lists = readingOrder(layout.lists)
  const at = lists.findIndex((list) => list.id === (from?.list ?? home?.list))
  const here = lists[at]
  if (code === KeyboardCode.Left || code === KeyboardCode.Right) {
    const way = code === KeyboardCode.Right ? 1 : -1
    for (let index = at + way; index >= 0 && index < lists.length; index += way) {
      const list = lists[index]
      const places = list === undefined ? [] : placesIn(list, layout, dragged)
      if (places.length > 0) return nearest(places, layout, from, home?.box.top ?? 0)
    }
    return null
  }
  if (here === undefined || (code !== KeyboardCode.Up && code !== KeyboardCode.Down)) return null
  const places = placesIn(here, layout, dragged)
  const now = places.findIndex((place) => samePlace(place, from))
  if (now >= 0) return places[now + (code === KeyboardCode.Down ? 1 : -1)] ?? null
  const top = home?.box.top ?? 0
  const isBelow = (place: Place) => (pointOf(place, layout)?.y ?? 0) > top
  return code === KeyboardCode.Down
    ? (places.find(isBelow) ?? null)
    : (places.filter((place) => !isBelow(place)).at(-1) ?? null)
}

function nearest(places: readonly Place[], layout: Layout, from: Place | null, fallbackY: number): Place | null {
  const y = from === null ? fallbackY : (pointOf(from, layout)?.y ?? fallbackY)
  const distance = (place: Place) => Math.abs((pointOf(place, layout)?.y ?? 0) - y)
  return places.reduce<Place | null>((best, each) => (best && distance(best) <= distance(each) ? best : each), null)
}

/** Column by column, from the left; within a column from the top. */
function readingOrder(lists: readonly DropList[]): readonly DropList[] {
  return [...lists].sort((a, b) => a.box.left - b.box.left || a.box.top - b.box.top)
}
