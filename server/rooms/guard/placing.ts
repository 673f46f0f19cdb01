import type * as Y from 'yjs'
import type { Id } from './decode.ts'
import type { Effort } from './effort.ts'
import type { FreshItem } from './fresh.ts'
import { isSameId, Line } from './line.ts'

/** Which item is a key's value after an update: `current` (null: it stays), or one of the fresh ones. */
export function lastUnderKey(
  current: Y.Item | undefined,
  fresh: readonly FreshItem[],
  effort: Effort,
): FreshItem | null {
  if (fresh.length === 0) return null
  const usual = endOfChain(current, fresh)
  if (usual) return usual
  const line = new Line(firstOf(current), effort)
  for (const item of fresh) line.integrate(item)
  return line.runs.at(-1)?.fresh ?? null
}

/** The usual case: each overwrites the one before, and the first what is there. */
function endOfChain(current: Y.Item | undefined, fresh: readonly FreshItem[]): FreshItem | null {
  let last: Id | null = current?.lastId ?? null
  for (const item of fresh) {
    if (!isSameId(item.origin, last)) return null
    last = { client: item.client, clock: item.clock + item.length - 1 }
  }
  return fresh.at(-1) ?? null
}

function firstOf(item: Y.Item | undefined): Y.Item | null {
  let first = item ?? null
  while (first?.left) first = first.left
  return first
}
