import type { BoardSnapshot } from '../document/snapshot.ts'
import { kindOrder, linksByTarget } from '../review/links.ts'
import { shownNotes } from '../review/placement.ts'
import type { Target } from '../review/session.ts'
import { target } from '../review/target.ts'
import { type Things, thingsOf } from './things.ts'

/** Something that was linked, with what it rests on. */
export interface ReportEvidence {
  readonly target: Target
  /** What sort of thing it is; of an event, when it was. */
  readonly label: string
  readonly words: string
  readonly restsOn: readonly ReportEvidence[]
}

/**
 * What was linked, as chains from what is done about it down to what was seen.
 *
 * An action rests on the theme or note it was made from, a theme on its notes; but only chains that hold a link are
 * told. What stands in several chains is told in full in the first. Nobody is named. [REPORT10]
 */
export function reportEvidence(snapshot: BoardSnapshot): readonly ReportEvidence[] {
  const things = thingsOf(snapshot)
  const below = restingOn(snapshot, things)
  const linked = new Set([...linksByTarget(snapshot.links, (at) => things.has(at)).keys()])
  const ordered = [...things.keys()]
  const place = new Map(ordered.map((at, index) => [at, index]))
  const inOrder = (targets: Iterable<Target>) =>
    [...targets].sort((a, b) => kindOrder(b) - kindOrder(a) || (place.get(a) ?? 0) - (place.get(b) ?? 0))

  const told = new Map<Target, boolean>()
  const isTold = (at: Target): boolean => {
    const known = told.get(at)
    if (known !== undefined) return known
    told.set(at, linked.has(at))
    const is = linked.has(at) || [...(below.get(at) ?? [])].some(isTold)
    told.set(at, is)
    return is
  }
  const shown = new Set<Target>()
  const chain = (at: Target, path: ReadonlySet<Target>): ReportEvidence => {
    const isRepeated = shown.has(at)
    shown.add(at)
    const next = isRepeated ? [] : inOrder(below.get(at) ?? []).filter((each) => isTold(each) && !path.has(each))
    const here = new Set([...path, at])
    const { label, words } = things.get(at) ?? { label: '', words: '' }
    return { target: at, label, words, restsOn: next.map((each) => chain(each, here)) }
  }
  const under = new Set([...below.values()].flatMap((each) => [...each]))
  const tops = inOrder(ordered.filter((at) => isTold(at) && !under.has(at)))
  const chains = tops.map((at) => chain(at, new Set()))
  // Things of one kind may be linked in a ring, which has no top.
  for (const at of inOrder(linked)) if (!shown.has(at)) chains.push(chain(at, new Set()))
  return chains
}

/** Each thing with what it rests on: the end of a link that is nearer to what was seen. */
function restingOn(
  { links, actions, notes, themes, session }: BoardSnapshot,
  things: Things,
): ReadonlyMap<Target, ReadonlySet<Target>> {
  const below = new Map<Target, Set<Target>>()
  const add = (upper: Target, lower: Target) => {
    if (upper !== lower && things.has(upper) && things.has(lower))
      below.set(upper, (below.get(upper) ?? new Set()).add(lower))
  }
  for (const { from, to, removed } of links) {
    if (removed !== undefined) continue
    if (kindOrder(from) >= kindOrder(to)) add(from, to)
    else add(to, from)
  }
  for (const { id, source } of actions) if (source !== null) add(target('action', id), source)
  for (const { id, theme } of shownNotes({ notes, themes, sections: session.sections }))
    if (theme !== null) add(target('theme', theme), target('note', id))
  return below
}
