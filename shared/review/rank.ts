import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

export const longestRank = 512

export interface Ranked {
  readonly id: string
  readonly rank: string
}

/** What has a place in a list, or had none given yet. */
export interface Placed {
  readonly id: string
  readonly rank?: string | undefined
}

/** Whether a text is a rank that the library can sort beside others. */
export function isRank(value: string): boolean {
  if (value.length > longestRank || !/^[A-Za-z][0-9A-Za-z]+$/.test(value)) return false
  try {
    generateKeyBetween(value, null)
    generateKeyBetween(null, value)
    return true
  } catch {
    // The library's only way of saying that a text is no order key is to throw.
    return false
  }
}

/** The order of everything that has a rank. Equal ranks are normal, so ids decide; what has none is first. [RANK1] */
export function byRank(a: Placed, b: Placed): number {
  return compareText(a.rank ?? '', b.rank ?? '') || compareText(a.id, b.id)
}

/** Order by UTF-16 code units: the same on every replica, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * A rank between two others; null stands for the start or the end.
 *
 * Bounds that no rank fits between (equal, or not ranks) give one right after the first: beside both.
 */
export function rankBetween(after: string | null, before: string | null): string {
  return ranksBetween(after, before, 1)[0] ?? generateKeyBetween(null, null)
}

/** `count` ascending ranks between two others, with the bounds of {@link rankBetween}. */
export function ranksBetween(after: string | null, before: string | null, count: number): readonly string[] {
  const lower = after !== null && isRank(after) ? after : null
  const upper = before !== null && isRank(before) && (lower === null || lower < before) ? before : null
  return generateNKeysBetween(lower, upper, count)
}

/**
 * What to write so that an entry lies at `index` among the others of its list.
 *
 * `ordered` is in order and may hold the moved entry or not; `index` counts the others only. Usually one change,
 * none where the entry lies there already.
 *
 * @remarks
 * Nothing fits between equal ranks, so the fewest neighbours that stand in the way get new ranks as well. [RANK3]
 */
export function rankAt(ordered: readonly Ranked[], index: number, movedId: string): readonly Ranked[] {
  const others = ordered.filter((entry) => entry.id !== movedId)
  const at = Math.max(0, Math.min(index, others.length))
  const now = ordered.findIndex((entry) => entry.id === movedId)
  if (now === at && fits(others[at - 1]?.rank, ordered[now]?.rank) && fits(ordered[now]?.rank, others[at]?.rank))
    return []

  for (let neighbours = 0; neighbours <= others.length; neighbours++) {
    for (let left = 0; left <= neighbours; left++) {
      const from = at - left
      const to = at + neighbours - left
      if (from < 0 || to > others.length || !fits(others[from - 1]?.rank, others[to]?.rank)) continue
      const ids = [...others.slice(from, at).map(idOf), movedId, ...others.slice(at, to).map(idOf)]
      const ranks = ranksBetween(others[from - 1]?.rank ?? null, others[to]?.rank ?? null, ids.length)
      if (!ranks.every(isRank)) continue
      return ids.flatMap((id, place) => ranked(id, ranks[place]))
    }
  }
  return []
}

/** Whether a rank can lie between the two: both are ranks or absent, and they ascend. */
function fits(lower: string | undefined, upper: string | undefined): boolean {
  if (lower !== undefined && !isRank(lower)) return false
  if (upper !== undefined && !isRank(upper)) return false
  return lower === undefined || upper === undefined || lower < upper
}

function ranked(id: string, rank: string | undefined): readonly Ranked[] {
  return rank === undefined ? [] : [{ id, rank }]
}

function idOf(entry: Ranked): string {
  return entry.id
}
