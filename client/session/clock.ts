import type { SessionEnvironment } from './environment.ts'
import { listenerSet, type Watched } from './watched.ts'

/** The server's clock, as near as this browser can tell. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  /** A moment that moves on every so many milliseconds, at whole multiples; shared by all who ask for that rate. */
  ticking(everyMs: number): Watched<number>
  /** Asks the server a few times, and believes the quickest answer. */
  measure(): Promise<void>
  close(): void
}

type ClockEnvironment = Pick<SessionEnvironment, 'now' | 'timers'>

const asks = 4
/** A tick that is so early, or so late, shows that this device's clock was set, or that it slept. */
const earlyMs = 1000
const lateMs = 90_000

/** `serverNow` answers the server's time, or null where it could not be asked. */
export function openClock(environment: ClockEnvironment, serverNow: () => Promise<number | null>): Clock {
  let offsetMs = 0
  const now = () => environment.now() + offsetMs
  const rates = new Map<number, Ticking>()
  const believe = (measuredMs: number) => {
    const movedMs = Math.abs(measuredMs - offsetMs)
    offsetMs = measuredMs
    // A slow rate would show for an hour what a wrong clock said.
    if (movedMs > earlyMs) for (const rate of rates.values()) rate.renew()
  }
  const measure = async () => {
    let best: { readonly tripMs: number; readonly offsetMs: number } | undefined
    for (let ask = 0; ask < asks; ask++) {
      const sentAt = environment.now()
      const theirs = await serverNow()
      const tripMs = environment.now() - sentAt
      if (theirs === null) return
      if (tripMs < 0) continue // the clock was set while we asked
      if (best === undefined || tripMs < best.tripMs) best = { tripMs, offsetMs: theirs - sentAt - tripMs / 2 }
      believe(best.offsetMs)
    }
  }
  const ticked = (dueAt: number) => {
    const lateByMs = now() - dueAt
    if (lateByMs < -earlyMs || lateByMs > lateMs) void measure()
  }
  return {
    now,
    ticking: (everyMs) => {
      const known = rates.get(everyMs) ?? ticking(environment, now, everyMs, ticked)
      rates.set(everyMs, known)
      return known
    },
    measure,
    close: () => {
      for (const rate of rates.values()) rate.close()
    },
  }
}

interface Ticking extends Watched<number> {
  /** The clock has moved: what is shown, and when it is next, are of another time. */
  renew(): void
  close(): void
}

function ticking(
  { timers }: ClockEnvironment,
  now: () => number,
  everyMs: number,
  ticked: (dueAt: number) => void,
): Ticking {
  const listeners = listenerSet()
  let count = 0
  let cancel: (() => void) | undefined
  let shown = now()
  const wait = () => {
    const pauseMs = everyMs - (now() % everyMs)
    const dueAt = now() + pauseMs
    cancel = timers.after(pauseMs, () => {
      ticked(dueAt)
      shown = now()
      wait()
      listeners.notify()
    })
  }
  const close = () => {
    cancel?.()
    cancel = undefined
  }
  const begin = () => {
    close()
    shown = now()
    wait()
  }
  return {
    get: () => shown,
    subscribe: (listener: () => void) => {
      const stop = listeners.add(listener)
      count += 1
      if (count === 1) begin()
      return () => {
        stop()
        count -= 1
        if (count === 0) close()
      }
    },
    renew: () => {
      if (count === 0) return
      begin()
      listeners.notify()
    },
    close,
  }
}
