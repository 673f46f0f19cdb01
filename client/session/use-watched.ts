import { useRef, useSyncExternalStore } from 'react'
import { sameMembers } from './equal.ts'
import type { Watched } from './watched.ts'

interface Selected<S, T> {
  readonly from: S
  readonly select: (source: S) => T
  readonly value: T
}

/** Selects from a watched value; re-renders only when what is selected changed, member by member. */
export function useWatched<S, T>(
  watched: Watched<S>,
  select: (source: S) => T,
  equal: (a: T, b: T) => boolean = sameMembers,
): T {
  const last = useRef<Selected<S, T> | undefined>(undefined)
  const get = () => {
    const from = watched.get()
    const before = last.current
    if (before !== undefined && before.from === from && before.select === select) return before.value
    const next = select(from)
    const value = before !== undefined && equal(before.value, next) ? before.value : next
    last.current = { from, select, value }
    return value
  }
  return useSyncExternalStore(watched.subscribe, get, get)
}
