import type { Timers } from '../environment.ts'

/** Some browsers never answer instead of refusing. */
const patienceMs = 3000

/** Whether this browser lets us keep documents: private windows and strict settings don't. */
export function keepsDocuments(factory: IDBFactory | null, timers: Timers): Promise<boolean> {
  if (factory === null) return Promise.resolve(false)
  return new Promise((resolve) => {
    const cancel = timers.after(patienceMs, () => resolve(false))
    const answer = (kept: boolean) => {
      cancel()
      resolve(kept)
    }
    try {
      const request = factory.open('hindsight/probe')
      request.onerror = () => answer(false)
      request.onsuccess = () => {
        request.result.close()
        answer(true)
      }
    } catch {
      answer(false) // that is how some browsers refuse
    }
  })
}
