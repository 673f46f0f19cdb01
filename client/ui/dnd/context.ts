import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Area } from './area.ts'
import type { Drag } from './drag-store.ts'

export const AreaContext = createContext<Area | null>(null)

/** Re-renders only when what is selected of the drag changes. Outside of a drag area nothing is ever dragged. */
export function useDrag<T extends string | boolean | null>(select: (drag: Drag) => T): T {
  const store = useContext(AreaContext)?.store
  const read = () => select(store === undefined ? { item: null, place: null } : store.get())
  return useSyncExternalStore(store === undefined ? never : store.subscribe, read, read)
}

function never(): () => void {
  return () => {}
}
