import type { Removed } from '../review/entries.ts'
import { isLive } from '../review/placement.ts'
import { byRank, type Ranked, rankAt, ranksBetween } from '../review/rank.ts'

/** A cause as far as its place is concerned. */
export interface PlacedCause extends Ranked {
  readonly kind: 'why' | 'factor'
  readonly parent: string | null
  readonly removed?: Removed | undefined
}

/** A why where it is shown. */
export interface WhyRow {
  readonly id: string
  /** The why that it explains; null at the top. */
  readonly parent: string | null
  /** From 0. */
  readonly depth: number
  /** Among those beside it, from 0. */
  readonly index: number
}

/** Where a why goes. */
export interface WhyPlace extends Ranked {
  readonly parent: string | null
}

export type WhyMove = 'deeper' | 'back' | 'up' | 'down'

/**
 * Every live why once, each before what explains it.
 *
 * @remarks
 * Two people may move two whys under each other while apart, and somebody may remove the why that another explains:
 * whatever the parents say, nothing is lost. Of whys that explain each other the first by rank stands at the top; one
 * whose parent is gone stands under the nearest that is left. [WHY1]
 */
export function whyRows(causes: readonly PlacedCause[]): readonly WhyRow[] {
  const children = new Map<string | null, PlacedCause[]>()
  for (const [why, parent] of parentsOf(causes)) {
    const beside = children.get(parent) ?? []
    beside.push(why)
    children.set(parent, beside)
  }
  const rows: WhyRow[] = []
  const beneath = (parent: string | null, depth: number) =>
    (children.get(parent) ?? []).map(({ id }, index): WhyRow => ({ id, parent, depth, index }))
  // Not by recursion: however deep somebody's chain is, it finds room.
  const waiting = beneath(null, 0).reverse()
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    rows.push(row)
    waiting.push(...beneath(row.id, row.depth + 1).reverse())
  }
  return rows
}

/** In order of rank. */
function parentsOf(causes: readonly PlacedCause[]): ReadonlyMap<PlacedCause, string | null> {
  const byId = new Map(causes.map((cause) => [cause.id, cause]))
  const isShown = (cause: PlacedCause) => cause.kind === 'why' && isLive(cause)
  const nearest = (why: PlacedCause): string | null => {
    const seen = new Set<string>()
    for (let id = why.parent; id !== null && !seen.has(id); id = byId.get(id)?.parent ?? null) {
      const above = byId.get(id)
      if (above !== undefined && isShown(above)) return id
      seen.add(id)
    }
    return null
  }
  const whys = causes.filter(isShown).sort(byRank)
  const parents = new Map(whys.map((why) => [why.id, nearest(why)]))
  const leadsUp = new Set<string>()
  for (const { id } of whys) {
    if (leadsUp.has(id)) continue
    const seen = new Set<string>()
    let at: string | null = id
    while (at !== null && !seen.has(at) && !leadsUp.has(at)) {
      seen.add(at)
      at = parents.get(at) ?? null
    }
    // Back at the start, and not merely in a ring further up, which is broken at the first of its own.
    if (at === id) parents.set(id, null)
    if (at === id || at === null || leadsUp.has(at)) for (const each of seen) leadsUp.add(each)
  }
  return new Map(whys.map((why) => [why, parents.get(why.id) ?? null]))
}

/** What to write so that a why goes a step; null where it cannot. */
export function planMove(causes: readonly PlacedCause[], id: string, move: WhyMove): readonly WhyPlace[] | null {
  const rows = whyRows(causes)
  const row = rows.find((each) => each.id === id)
  if (row === undefined) return null
  const beside = rows.filter(({ parent }) => parent === row.parent)
  if (move === 'deeper') {
    const above = beside[row.index - 1]
    return above === undefined ? null : placesAt(causes, rows, id, above.id, Number.POSITIVE_INFINITY)
  }
  if (move === 'back') {
    const above = rows.find((each) => each.id === row.parent)
    return above === undefined ? null : placesAt(causes, rows, id, above.parent, above.index + 1)
  }
  const index = row.index + (move === 'up' ? -1 : 1)
  return beside[index] === undefined ? null : placesAt(causes, rows, id, row.parent, index)
}

/** A place for a new why: before or after another, or as the last that explains it; at the very end without one. */
export function planNew(
  causes: readonly PlacedCause[],
  id: string,
  where: { readonly beside: string | null; readonly as: 'before' | 'after' | 'child' },
): readonly WhyPlace[] {
  const rows = whyRows(causes)
  const row = rows.find((each) => each.id === where.beside)
  if (row === undefined) return placesAt(causes, rows, id, null, Number.POSITIVE_INFINITY)
  if (where.as === 'child') return placesAt(causes, rows, id, row.id, Number.POSITIVE_INFINITY)
  return placesAt(causes, rows, id, row.parent, row.index + (where.as === 'after' ? 1 : 0))
}

/** What explains a why that is removed takes its place, in its order. */
export function planRemoval(causes: readonly PlacedCause[], id: string): readonly WhyPlace[] {
  const rows = whyRows(causes)
  const row = rows.find((each) => each.id === id)
  const below = rows.filter(({ parent }) => parent === id)
  if (row === undefined || below.length === 0) return []
  const beside = rows.filter(({ parent }) => parent === row.parent)
  const rank = (each: WhyRow | undefined) => causes.find((cause) => cause.id === each?.id)?.rank ?? null
  const ranks = ranksBetween(rank(beside[row.index - 1]), rank(beside[row.index + 1]), below.length)
  return below.map((each, at) => ({ id: each.id, parent: row.parent, rank: ranks[at] ?? '' }))
}

/** The moved one first; those beside it that have to make room keep their parent as it is written. */
function placesAt(
  causes: readonly PlacedCause[],
  rows: readonly WhyRow[],
  id: string,
  parent: string | null,
  index: number,
): readonly WhyPlace[] {
  const byId = new Map(causes.map((cause) => [cause.id, cause]))
  const beside = rows.filter((row) => row.parent === parent && row.id !== id).flatMap((row) => byId.get(row.id) ?? [])
  const others = rankAt(beside, index, id)
  const own = others.find((each) => each.id === id)
  return [
    { id, parent, rank: own?.rank ?? ranksBetween(null, null, 1)[0] ?? '' },
    ...others.flatMap((each) =>
      each.id === id ? [] : [{ id: each.id, parent: byId.get(each.id)?.parent ?? null, rank: each.rank }],
    ),
  ]
}
