const firstPauseMs = 200
const longestPauseMs = 5000

/** A server that stops, or drops a board, sends everyone away at one moment: within this they come back. */
const spreadMs = 2000

/**
 * How long to wait before trying again, in milliseconds.
 *
 * @remarks
 * Pauses double, and are random by half of themselves either way; whoever was sent away waits for any time of the
 * spread, so that a server that is back at once is not met by everyone at once. [CLIENT12]
 */
export function pauseBefore(
  { attempt, wasSentAway }: { readonly attempt: number; readonly wasSentAway: boolean },
  /** From 0 up to, but not including, 1. */
  random: number,
): number {
  const pauseMs = Math.min(firstPauseMs * 2 ** attempt, longestPauseMs) * (0.5 + random)
  return wasSentAway ? Math.max(pauseMs, spreadMs * random) : pauseMs
}
