import type { Place } from './place.ts'

/** What is being dragged, and where it would land. */
export interface Drag {
  readonly item: string | null
  readonly place: Place | null
}

/**
 * The drag that is going on in one area.
 *
 * Kept outside React, so that moving the pointer re-renders the two items it concerns and no others.
 */
export interface DragStore {
  get(): Drag
  set(next: Drag): void
  subscribe(listener: () => void): () => void
}

const nothing: Drag = { item: null, place: null }

export function createDragStore(): DragStore {
  let drag = nothing
  const listeners = new Set<() => void>()
  return {
    get: () => drag,
    set(next) {
      if (next.item === drag.item && samePlace(next.place, drag.place)) return
      drag = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function samePlace(a: Place | null, b: Place | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
