import type * as Y from 'yjs'
import type { Id } from './decode.ts'
import type { Effort } from './effort.ts'
import type { FreshItem } from './fresh.ts'
import { mostEffort } from './limits.ts'
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
  line.integrateAll(fresh)
  return line.runs.at(-1)?.fresh ?? null
}

/** What it takes to place fresh items in a text; undefined: a new one. */
export function spendOnText(text: Y.Text | undefined, fresh: readonly FreshItem[], effort: Effort): void {
  const first = text?._start ?? null
  if (mayTakeTooMuch(first, fresh.length)) new Line(first, effort).integrateAll(fresh)
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

/** At worst every fresh item walks over all that was there, and over all other fresh ones. */
function mayTakeTooMuch(first: Y.Item | null, fresh: number): boolean {
  let walked = fresh * fresh
  for (let item = first; item !== null && walked <= mostEffort; item = item.right) walked += fresh
  return walked > mostEffort
}
