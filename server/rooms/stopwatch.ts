/** Starts a stopwatch: what is returned tells how many milliseconds of work there were since. */
export type StartStopwatch = () => () => number

export interface Clocks {
  /** Milliseconds. */
  now(): number
  /** Milliseconds of processor time that the server has taken so far. */
  worked(): number
}

/** The processor's time is asked this seldom: asking twice for each message took a twelfth of a busy server. */
const askedEachMs = 100
/** What takes no longer by the clock is not looked into. */
const briefMs = 5

/**
 * Stopwatches of one server.
 *
 * @remarks
 * By the clock alone, whoever is heard as the machine stands still (paused, short of processors or memory) would be
 * charged for that. By the processor alone, for what other threads do at the same time. [PRESSURE18] So it is the less of
 * the two, and of the processor's time at most `askedEachMs` more than there was.
 */
export function stopwatches({ now, worked }: Clocks): StartStopwatch {
  let asked = { at: Number.NEGATIVE_INFINITY, worked: 0 }
  return () => {
    const at = now()
    if (Math.abs(at - asked.at) >= askedEachMs) asked = { at, worked: worked() }
    const before = asked.worked
    return () => {
      const tookMs = Math.max(0, now() - at)
      return tookMs <= briefMs ? tookMs : Math.min(tookMs, worked() - before)
    }
  }
}
