import type { EffectiveTime } from './durations.ts'
import { momentOf } from './moment.ts'
import type { Milestone } from './record.ts'
import { milestones } from './timeline.ts'

export interface BarPoint {
  readonly milestone: Milestone
  readonly label: string
  /** ISO 8601 in UTC. */
  readonly at: string
  /** Where it stands on the bar, from 0 to 1. */
  readonly share: number
}

/** What went on between two milestones: nobody knew, people looked for what to do, it was being repaired, clean-up. */
export type BarStretch = 'unnoticed' | 'responding' | 'mitigating' | 'after'

export interface BarSegment {
  readonly stretch: BarStretch
  readonly from: number
  readonly to: number
  readonly ms: number
}

export interface TimeBar {
  /** By time. */
  readonly points: readonly BarPoint[]
  /** By time, end to end; stretches of no length are left out. */
  readonly segments: readonly BarSegment[]
}

/** An incident drawn to scale; null while fewer than two moments of it are known, or all are the same. */
export function timeBar(times: Times): TimeBar | null {
  const known = knownMoments(times)
  const [start, end] = [known[0]?.ms, known.at(-1)?.ms]
  if (start === undefined || end === undefined || end <= start) return null

  const shareOf = (ms: number) => (ms - start) / (end - start)
  return {
    points: known.map(({ milestone, label, at, ms }) => ({ milestone, label, at, share: shareOf(ms) })),
    segments: stretchesOf(times).map(({ stretch, from, to }) => ({
      stretch,
      from: shareOf(from),
      to: shareOf(to),
      ms: to - from,
    })),
  }
}

const endings: readonly (readonly [BarStretch, Milestone])[] = [
  ['unnoticed', 'detected'],
  ['responding', 'mitigation-started'],
  ['mitigating', 'restored'],
]

type Times = Readonly<Partial<Record<Milestone, EffectiveTime>>>

function knownMoments(times: Times) {
  return milestones
    .flatMap(({ id, label }) => {
      const at = times[id]?.at
      const ms = momentOf(at)
      return at === undefined || ms === null ? [] : [{ milestone: id, label, at, ms }]
    })
    .sort((a, b) => a.ms - b.ms)
}

/**
 * What went on from the first known moment to the last, end to end, in epoch milliseconds.
 *
 * A stretch whose end is unknown is part of the one after it; what contradicts the order has no length.
 */
export function stretchesOf(times: Times): readonly { stretch: BarStretch; from: number; to: number }[] {
  const known = knownMoments(times)
  const [start, end] = [known[0]?.ms, known.at(-1)?.ms]
  if (start === undefined || end === undefined) return []
  const segments: { stretch: BarStretch; from: number; to: number }[] = []
  let from = start
  for (const [stretch, ending] of endings) {
    const to = momentOf(times[ending]?.at)
    if (to === null || to <= from) continue
    segments.push({ stretch, from, to })
    from = to
  }
  if (end > from) segments.push({ stretch: times.restored === undefined ? 'mitigating' : 'after', from, to: end })
  return segments
}

type Placed = Pick<BarPoint, 'share'>

/** Where a label stands below the bar. */
export interface LabelPlace {
  /** From 0. */
  readonly row: number
  /** It ends at its point instead of starting there. */
  readonly isFlipped: boolean
}

/**
 * Points with the places of their labels: none covers another, and no line to a label crosses one. `width` is that of a
 * label as a share of the bar; `points` are by time.
 */
export function labelled<P extends Placed>(points: readonly P[], width: number): readonly (P & LabelPlace)[] {
  const taken: { readonly row: number; readonly from: number; readonly to: number; readonly share: number }[] = []
  const firstFlipped = firstOfFlipped(points, width)
  const place = (point: P, isFlipped: boolean): P & LabelPlace => {
    const { share } = point
    const from = isFlipped ? share - width : share
    const to = from + width
    const isFree = (row: number) =>
      taken.every((each) => {
        const isBeside = each.to <= from || to <= each.from
        const isCrossed = each.row > row && from < each.share && each.share < to
        return each.row === row ? isBeside : !isCrossed
      })
    let row = 0
    while (!isFree(row)) row += 1
    taken.push({ row, from, to, share })
    return { ...point, row, isFlipped }
  }
  // From where the labels point to: a label's line then passes beside the labels above it, never through them.
  const starting = points
    .slice(0, firstFlipped)
    .toReversed()
    .map((point) => place(point, false))
  const ending = points.slice(firstFlipped).map((point) => place(point, true))
  return [...starting.toReversed(), ...ending]
}

/**
 * From which point on labels end there: the last ones would run over the end of the bar.
 *
 * Two labels that point towards each other over less than their width cannot both be led to without a crossing. So as many
 * before the last ones are turned round, too, as leave the fewest such pairs. [FACTS9]
 */
function firstOfFlipped(points: readonly Placed[], width: number): number {
  const shares = points.map(({ share }) => share)
  const facing = (first: number) =>
    shares.slice(0, first).flatMap((left) => shares.slice(first).filter((right) => right - left < width)).length
  let best = shares.filter((share) => share + width <= 1).length
  for (let first = best - 1; first >= 0 && (shares[first] ?? 0) >= width; first -= 1)
    if (facing(first) < facing(best)) best = first
  return best
}
