/**
 * A list that I changed, as it is once what others made of it meanwhile is in it, too.
 *
 * `base` is the list that I began with. Of an entry that both changed, the fields are taken one by one, mine first; what I
 * changed is kept though others took it out. [AGENDA7]
 */
export function mergedLists<T extends { readonly id: string }>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
): readonly T[] {
  const [wasIn, isMine, isTheirs] = [byId(base), byId(mine), byId(theirs)]
  const merged = (id: string): readonly T[] => {
    const [was, my, their] = [wasIn.get(id), isMine.get(id), isTheirs.get(id)]
    if (my === undefined) return was === undefined && their !== undefined ? [their] : []
    if (their === undefined) return was === undefined || !isSame(was, my) ? [my] : []
    return [was === undefined ? their : withChanges(was, my, their)]
  }
  const isReordered = !isSame(idsIn(mine, wasIn), idsIn(base, isMine))
  const [first, second] = isReordered ? [mine, theirs] : [theirs, mine]
  return woven(idsOf(first), idsOf(second)).flatMap(merged)
}

/** Theirs, with each field that I changed. */
function withChanges<T extends { readonly id: string }>(was: T, mine: T, theirs: T): T {
  const before = new Map(Object.entries(was))
  const changed = Object.entries(mine).filter(([field, value]) => !isSame(before.get(field), value))
  return { ...theirs, ...Object.fromEntries(changed) }
}

/** The first list, with what the second alone has behind what it stands behind there. */
function woven(first: readonly string[], second: readonly string[]): readonly string[] {
  const all = [...first]
  for (const [index, id] of second.entries()) {
    if (!all.includes(id)) all.splice(index === 0 ? 0 : all.indexOf(second[index - 1] ?? '') + 1, 0, id)
  }
  return all
}

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((each) => [each.id, each]))
}

function idsOf(list: readonly { readonly id: string }[]): readonly string[] {
  return list.map(({ id }) => id)
}

function idsIn(list: readonly { readonly id: string }[], others: ReadonlyMap<string, unknown>): readonly string[] {
  return idsOf(list).filter((id) => others.has(id))
}

/** Of plain values, such as documents hold. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
