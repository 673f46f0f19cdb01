import { momentOf } from './moment.ts'
import type { TimelineEvent } from './record.ts'

type Told = Pick<TimelineEvent, 'at' | 'event'>

/**
 * Which of these events are told already, by others or earlier among themselves: at the same minute, in the same words.
 */
export function toldBefore<E extends Told>(events: readonly E[], others: readonly Told[]): ReadonlySet<E> {
  const seen = new Set(others.map(keyOf))
  const again = new Set<E>()
  for (const event of events) {
    const key = keyOf(event)
    if (seen.has(key)) again.add(event)
    seen.add(key)
  }
  return again
}

function keyOf({ at, event }: Told): string {
  const words = event
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return `${Math.floor((momentOf(at) ?? 0) / 60_000)} ${words}`
}
