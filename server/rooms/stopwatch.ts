export interface Clocks {
  /** Milliseconds. */
  now(): number
  /** Milliseconds of processor time that the server has taken so far. */
  worked(): number
}

/**
 * Tells how many milliseconds of work there were since it was started.
 *
 * @remarks
 * By the clock alone, whoever is heard as the machine stands still (paused, short of processors or memory) would be
 * charged for that. By the processor alone, for what other threads do at the same time. [PRESSURE18]
 */
export function startStopwatch({ now, worked }: Clocks): () => number {
  const started = { at: now(), worked: worked() }
  return () => Math.max(0, Math.min(now() - started.at, worked() - started.worked))
}
