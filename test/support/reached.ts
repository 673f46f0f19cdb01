import type { Watched } from '../../client/session/watched.ts'

/** Resolves once a watched value is as wanted. */
export function reached<T>(watched: Watched<T>, isWanted: (value: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    const stop = watched.subscribe(look)
    function look() {
      const value = watched.get()
      if (!isWanted(value)) return
      stop()
      resolve(value)
    }
    queueMicrotask(look)
  })
}
