import { useEffect, useState } from 'react'
import type { Watched } from './watched.ts'

/** What is selected from a watched value whenever it has stood still for a while; letters in between re-render nothing. */
export function useSettled<S>(watched: Watched<S>, select: (source: S) => string, stillMs: number): string {
  const [settled, settle] = useState(() => select(watched.get()))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => settle(select(watched.get())), stillMs)
    }
    const unwatch = watched.subscribe(later)
    return () => {
      unwatch()
      clearTimeout(timer)
    }
  }, [watched, select, stillMs])
  return settled
}
