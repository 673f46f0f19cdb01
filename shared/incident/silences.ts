import { durationText } from './durations.ts'

const minuteMs = 60_000

/** Shorter silences are none, longer ones always are, whatever is usual on this timeline. */
const [shortest, longest] = [10 * minuteMs, 60 * minuteMs]

/** With so few distances none of them is usual. */
const fewDistances = 4
const amongFew = 30 * minuteMs

/**
 * How long nothing was told before each moment, in milliseconds; null where that is nothing unusual. Moments in order.
 *
 * A silence is three times as long as the distance between neighbours usually is (the median). [TIME12]
 */
export function silencesBefore(moments: readonly number[]): readonly (number | null)[] {
  const distances = moments.slice(1).map((ms, index) => ms - (moments[index] ?? ms))
  const least = leastSilence(distances)
  return [null, ...distances.map((distance) => (distance >= least ? distance : null))].slice(0, moments.length)
}

function leastSilence(distances: readonly number[]): number {
  if (distances.length < fewDistances) return amongFew
  const sorted = [...distances].sort((a, b) => a - b)
  const usual = sorted[Math.floor(sorted.length / 2)] ?? 0
  return Math.min(longest, Math.max(shortest, 3 * usual))
}

const day = 24 * 60 * 60_000
/** From so many days on nobody counts hours. */
const fewestDays = 5

/** `1 h 35 min without an event`; what is many days long, such as what led up to an incident, in days. [TIME12] */
export function silenceText(ms: number): string {
  const length = ms < fewestDays * day ? durationText(ms) : `${Math.round(ms / day)} days`
  return `${length} without an event`
}
