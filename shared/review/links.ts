import type { Removed } from './entries.ts'
import { compareText } from './rank.ts'
import { allow, type Result, refuse } from './result.ts'
import type { Target } from './session.ts'
import { parseTarget, type TargetKind } from './target.ts'

/** Two things that belong together. */
export interface Link {
  readonly id: string
  readonly from: Target
  readonly to: Target
  readonly removed?: Removed | undefined
}

/** A link as one of its ends shows it. */
export interface LinkEnd {
  readonly other: Target
  /** The links that say so: two people may have made the same one. Empty where it follows from something else. */
  readonly ids: readonly string[]
}

/** What can be linked, in the order in which one leads to the next: seen, explained, thought of, done about it. */
const chainOrder: Readonly<Partial<Record<TargetKind, number>>> = { event: 0, cause: 1, note: 2, theme: 3, action: 4 }

export type LinkRefusal = 'not-linkable' | 'not-there' | 'linked-already'

/**
 * Each thing that is linked, with what is at the other ends, in the order of {@link kindOrder}.
 *
 * A link counts while both of its ends are there: it goes with an end into the bin, and comes back with it. [LINK2]
 */
export function linksByTarget(
  links: readonly Pick<Link, 'id' | 'from' | 'to' | 'removed'>[],
  isThere: (target: Target) => boolean,
): ReadonlyMap<Target, readonly LinkEnd[]> {
  const ends = new Map<Target, Map<Target, string[]>>()
  const add = (at: Target, other: Target, id: string) => {
    const here = ends.get(at) ?? new Map<Target, string[]>()
    ends.set(at, here)
    here.set(other, [...(here.get(other) ?? []), id])
  }
  for (const { id, from, to, removed } of links) {
    if (removed !== undefined || !isLinkable(from, to) || !isThere(from) || !isThere(to)) continue
    add(from, to, id)
    add(to, from, id)
  }
  return new Map(
    [...ends].map(([at, others]) => [
      at,
      [...others]
        .map(([other, ids]) => ({ other, ids: ids.sort(compareText) }))
        .sort((a, b) => kindOrder(a.other) - kindOrder(b.other) || compareText(a.other, b.other)),
    ]),
  )
}

/** Whether two things may be linked; only what is on the board can be, so never a draft. [LINK1] [LINK4] */
export function mayLink(
  links: readonly Link[],
  isThere: (target: Target) => boolean,
  from: Target,
  to: Target,
): Result<true, LinkRefusal> {
  if (!isLinkable(from, to)) return refuse('not-linkable')
  if (!isThere(from) || !isThere(to)) return refuse('not-there')
  const known = linksByTarget(links, isThere).get(from) ?? []
  return known.some(({ other }) => other === to) ? refuse('linked-already') : allow(true)
}

/** The place of a thing in the chain from what was seen to what is done; -1 for what can't be linked. */
export function kindOrder(target: Target): number {
  const parsed = parseTarget(target)
  return (parsed && chainOrder[parsed.kind]) ?? -1
}

function isLinkable(from: Target, to: Target): boolean {
  return from !== to && kindOrder(from) >= 0 && kindOrder(to) >= 0
}
