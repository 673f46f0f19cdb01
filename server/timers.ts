import type { Timers } from './rooms/timers.ts'

/** The process's own clockwork; nothing in it keeps the process alive. */
export const nodeTimers: Timers = {
  soon: (run) => void setImmediate(run),
  after: (ms, run) => {
    const timer = setTimeout(run, ms).unref()
    return () => clearTimeout(timer)
  },
  every: (ms, run) => {
    const timer = setInterval(run, ms).unref()
    return () => clearInterval(timer)
  },
}
