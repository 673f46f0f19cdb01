import type { Box, DropItem, DropList, Layout } from './place.ts'

/** An item or a list without its box: that is measured when it is needed. */
type Unmeasured<T extends { readonly box: Box }> = Omit<T, 'box'> & { readonly node: HTMLElement }

export type KnownItem = Unmeasured<DropItem>
export type KnownList = Unmeasured<DropList>

/**
 * The elements of one area that are dragged and dropped into.
 *
 * @remarks
 * Nothing of it is React's: a thousand items come and go without anything being drawn again, and are measured only while
 * something is dragged.
 */
export interface Registry {
  addItem(item: KnownItem): () => void
  addList(list: KnownList): () => void
  item(id: string): KnownItem | undefined
  /** The same array until a list comes or goes. */
  lists(): readonly KnownList[]
  /** Tells of every item and list that comes, and of lists that go. */
  subscribe(listener: () => void): () => void
  /** Reads the place of everything from the page. */
  measure(): Layout
}

export function createRegistry(): Registry {
  const items = new Map<string, KnownItem>()
  let lists: readonly KnownList[] = []
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  return {
    addItem(item) {
      items.set(item.id, item)
      tell()
      return () => {
        // Of two elements for one item, as it moves from list to list, the later one stays.
        if (items.get(item.id) === item) items.delete(item.id)
      }
    },
    addList(list) {
      lists = [...lists, list]
      tell()
      return () => {
        lists = lists.filter((each) => each !== list)
        tell()
      }
    },
    item: (id) => items.get(id),
    lists: () => lists,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    measure: () => ({
      lists: lists.map(({ node, ...list }) => ({ ...list, box: node.getBoundingClientRect() })),
      items: [...items.values()].map(({ node, ...item }) => ({ ...item, box: node.getBoundingClientRect() })),
    }),
  }
}
