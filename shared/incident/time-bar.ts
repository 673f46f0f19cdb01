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

/**
 * In which row below the bar each label stands, from 0, so that none covers another and no line to a label crosses one.
 *
 * Labels start at their point, or end there, as {@link flippedLabels} says; `width` is that of a label as a share of the
 * bar. `points` are by time.
 */
export function labelRows(points: readonly Pick<BarPoint, 'share'>[], width: number): readonly number[] {
  const taken: { readonly row: number; readonly from: number; readonly to: number; readonly share: number }[] = []
  const rows = points.map(() => 0)
  const flipped = flippedLabels(points, width)
  const place = (index: number, share: number) => {
    const from = flipped[index] === true ? share - width : share
    const to = from + width
    const isFree = (row: number) =>
      taken.every((each) => {
        const isBeside = each.to <= from || to <= each.from
        const isCrossed = each.row > row && from < each.share && each.share < to
        return each.row === row ? isBeside : !isCrossed
      })
    let row = 0
    while (!isFree(row)) row += 1
    rows[index] = row
    taken.push({ row, from, to, share })
  }
  // From where the labels point to: a label's line then passes beside the labels above it, never through them.
  const order = points.map(({ share }, index) => ({ share, index }))
  for (const { share, index } of order.toReversed()) if (flipped[index] !== true) place(index, share)
  for (const { share, index } of order) if (flipped[index] === true) place(index, share)
  return rows
}

/**
 * Which labels end at their point instead of starting there: the last ones, that would run over the end of the bar.
 *
 * Two labels that point towards each other over less than their width cannot both be led to without a crossing. So as many
 * before the last ones are turned round, too, as leave the fewest such pairs. [FACTS9]
 */
export function flippedLabels(points: readonly Pick<BarPoint, 'share'>[], width: number): readonly boolean[] {
  const shares = points.map(({ share }) => share)
  const forced = shares.filter((share) => share + width <= 1).length
  const facing = (first: number) =>
    shares.slice(0, first).flatMap((left) => shares.slice(first).filter((right) => right - left < width)).length
  let best = forced
  for (let first = forced - 1; first >= 0 && (shares[first] ?? 0) >= width; first -= 1)
    if (facing(first) < facing(best)) best = first
  return shares.map((_, index) => index >= best)
}
