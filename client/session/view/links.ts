import { rootOfKind } from '../../../shared/document/link.ts'
import type { Entry } from '../../../shared/document/schema.ts'
import { type LinkEnd, linksByTarget } from '../../../shared/review/links.ts'
import { isLive } from '../../../shared/review/placement.ts'
import type { Target } from '../../../shared/review/session.ts'
import { parseTarget, target as targetOf } from '../../../shared/review/target.ts'
import { sameJson } from '../equal.ts'
import { type ListenerSet, listenerSet, type Watched } from '../watched.ts'

/** What each thing is linked to, by the thing. */
export interface LinksView {
  /** Says so only when the links of this one changed: typing in an end is not heard. */
  of(target: Target): Watched<readonly LinkEnd[]>
  close(): void
}

/** The roots whose entries can be linked, and the links themselves, as they are now. */
export interface LinkedRoots {
  readonly links: Watched<ReadonlyMap<string, Entry<'links'>>>
  readonly notes: Watched<ReadonlyMap<string, { readonly removed?: unknown }>>
  readonly themes: Watched<ReadonlyMap<string, { readonly removed?: unknown }>>
  readonly timeline: Watched<ReadonlyMap<string, { readonly removed?: unknown }>>
  readonly causes: Watched<ReadonlyMap<string, { readonly removed?: unknown }>>
  readonly actions: Watched<ReadonlyMap<string, Pick<Entry<'actions'>, 'id' | 'source' | 'removed'>>>
}

const none: readonly LinkEnd[] = []

/** Told anew only where it changed, so that a board with hundreds of linked things stays still while somebody types. */
export function viewLinks(roots: LinkedRoots): LinksView {
  const listeners = new Map<Target, ListenerSet>()
  const watched = new Map<Target, Watched<readonly LinkEnd[]>>()
  let ends: ReadonlyMap<Target, readonly LinkEnd[]> | undefined

  const now = () => {
    ends ??= read(roots)
    return ends
  }
  const changed = () => {
    const before = ends
    if (before === undefined) return
    const read_ = read(roots)
    const next = new Map([...read_].map(([at, each]) => [at, kept(before.get(at), each)] as const))
    ends = next
    for (const [at, heard] of listeners) if (before.get(at) !== next.get(at)) heard.notify()
  }
  const stops = Object.values(roots).map((root) => root.subscribe(changed))

  return {
    of: (target) => {
      const known = watched.get(target)
      if (known !== undefined) return known
      const own = listenerSet()
      listeners.set(target, own)
      const fresh = { get: () => now().get(target) ?? none, subscribe: own.add }
      watched.set(target, fresh)
      return fresh
    },
    close: () => {
      for (const stop of stops) stop()
    },
  }
}

function read(roots: LinkedRoots): ReadonlyMap<Target, readonly LinkEnd[]> {
  const isThere = (target: Target) => {
    const parsed = parseTarget(target)
    const root = parsed && rootOfKind[parsed.kind]
    const entry = root ? roots[root].get().get(parsed?.id ?? '') : undefined
    return entry !== undefined && isLive(entry)
  }
  const ends = new Map(linksByTarget([...roots.links.get().values()], isThere))
  for (const { id, source, removed } of roots.actions.get().values()) {
    if (source === null || !isLive({ removed }) || !isThere(source)) continue
    const [known, other] = [ends.get(source) ?? none, targetOf('action', id)]
    if (!known.some((end) => end.other === other)) ends.set(source, [...known, { other, ids: [] }])
  }
  return ends
}

function kept(before: readonly LinkEnd[] | undefined, now: readonly LinkEnd[]): readonly LinkEnd[] {
  return before !== undefined && sameJson(before, now) ? before : now
}
