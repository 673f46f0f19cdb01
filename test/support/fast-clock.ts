import type { Surroundings } from '../../server/assemble.ts'
import { nodeTimers } from '../../server/timers.ts'

/** Time that passes so many times as fast, for servers that are waited for in earnest. */
export function fastClock(times: number): Pick<Surroundings, 'now' | 'timers'> {
  const start = Date.now()
  return {
    now: () => start + (Date.now() - start) * times,
    timers: {
      soon: nodeTimers.soon,
      after: (ms, run) => nodeTimers.after(ms / times, run),
      every: (ms, run) => nodeTimers.every(ms / times, run),
    },
  }
}
