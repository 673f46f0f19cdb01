/** Where something that is dragged would land. */
export type Place =
  /** On the middle of an item. */
  | { readonly kind: 'onto'; readonly item: string; readonly list: string }
  /** Between items of a list: before one of them, or last where `before` is null. */
  | { readonly kind: 'between'; readonly list: string; readonly before: string | null }
  /** Into a list as a whole, wherever in it. */
  | { readonly kind: 'into'; readonly list: string }

/** In pixels of the window. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface DropItem {
  readonly id: string
  readonly list: string
  readonly box: Box
  /** Whether something can be dropped onto it, not only beside it. */
  readonly joinable: boolean
}

export interface DropList {
  readonly id: string
  readonly takes: 'between' | 'into'
  readonly box: Box
}

export interface Layout {
  readonly lists: readonly DropList[]
  readonly items: readonly DropItem[]
}

/** Of an item's height, the part at either edge that means "beside it" where its middle means "onto it". */
const edge = 0.25

/** Where a dragged item lands when it is let go at a point; null where nothing would change. */
export function placeAt(point: Point, layout: Layout, dragged: string): Place | null {
  const list = smallestAround(point, layout.lists)
  if (list === undefined) return null
  if (list.takes === 'into') return isIn(layout, list.id, dragged) ? null : { kind: 'into', list: list.id }

  const items = itemsOf(layout, list.id)
  const under = items.find((item) => item.id !== dragged && contains(item.box, point))
  if (under?.joinable) {
    const share = (point.y - under.box.top) / under.box.height
    if (share > edge && share < 1 - edge) return { kind: 'onto', item: under.id, list: list.id }
  }
  const others = items.filter((item) => item.id !== dragged)
  const next = others.find((item) => point.y < item.box.top + item.box.height / 2)
  return unlessUnmoved(items, dragged, { kind: 'between', list: list.id, before: next?.id ?? null })
}

/** Everywhere a dragged item may land in one list, from top to bottom: how arrow keys walk. */
export function placesIn(list: DropList, layout: Layout, dragged: string): readonly Place[] {
  if (list.takes === 'into') return isIn(layout, list.id, dragged) ? [] : [{ kind: 'into', list: list.id }]
  const items = itemsOf(layout, list.id)
  const others = items.filter((item) => item.id !== dragged)
  const walk: Place[] = others.flatMap((item) => [
    { kind: 'between', list: list.id, before: item.id },
    ...(item.joinable ? [{ kind: 'onto', item: item.id, list: list.id } as const] : []),
  ])
  const end: Place = { kind: 'between', list: list.id, before: null }
  return [...walk, end].filter((place) => unlessUnmoved(items, dragged, place) !== null)
}

/** The middle of what a place points at, for showing what is dragged there. */
export function pointOf(place: Place, layout: Layout): Point | null {
  const list = layout.lists.find((each) => each.id === place.list)
  if (list === undefined) return null
  if (place.kind === 'into') return { x: list.box.left + list.box.width / 2, y: list.box.top + 24 }
  const id = place.kind === 'onto' ? place.item : place.before
  const item = layout.items.find((each) => each.id === id)
  if (item !== undefined) {
    return { x: middle(item.box), y: place.kind === 'onto' ? item.box.top + item.box.height / 2 : item.box.top }
  }
  const last = itemsOf(layout, place.list).at(-1)
  return { x: middle(list.box), y: last === undefined ? list.box.top + 24 : last.box.top + last.box.height }
}

export function itemsOf(layout: Layout, list: string): readonly DropItem[] {
  return layout.items.filter((item) => item.list === list).sort((a, b) => a.box.top - b.box.top)
}

function isIn(layout: Layout, list: string, id: string): boolean {
  return layout.items.some((item) => item.id === id && item.list === list)
}

function unlessUnmoved(items: readonly DropItem[], dragged: string, place: Place): Place | null {
  const at = items.findIndex((item) => item.id === dragged)
  const isNext = place.kind === 'between' && at >= 0 && (items[at + 1]?.id ?? null) === place.before
  return isNext ? null : place
}

function smallestAround(point: Point, lists: readonly DropList[]): DropList | undefined {
  return lists
    .filter((list) => contains(list.box, point))
    .sort((a, b) => a.box.width * a.box.height - b.box.width * b.box.height)[0]
}

function contains({ left, top, width, height }: Box, { x, y }: Point): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height
}

function middle(box: Box): number {
  return box.left + box.width / 2
}
