import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Drag, DragStore } from './drag-store.ts'

export const DragContext = createContext<DragStore | null>(null)

/** Re-renders only when what is selected of the drag changes. Outside of a drag area nothing is ever dragged. */
export function useDrag<T extends string | boolean | null>(select: (drag: Drag) => T): T {
  const store = useContext(DragContext)
  const read = () => select(store === null ? { item: null, place: null } : store.get())
  return useSyncExternalStore(store === null ? never : store.subscribe, read, read)
}

function never(): () => void {
  return () => {}
}
