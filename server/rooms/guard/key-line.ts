import type * as Y from 'yjs'
import type { Id } from './decode.ts'
import type { FreshItem } from './fresh.ts'

/** A run of items under one key of a map, one overwriting the other; the rightmost is the key's value. */
interface Run {
  readonly client: number
  readonly clock: number
  length: number
  readonly origin: Id | null
  readonly fresh: FreshItem | null
  right: Run | null
}

/**
 * Which item is a key's value after an update: `current` (null: it stays), or one of the fresh ones.
 *
 * @remarks
 * What is overwritten is not in any delete set, and a deleted item may or may not end up as the key's value: nothing
 * but its place in the line tells. So this is `Item.integrate` of Yjs, for items that have no right origin.
 */
export function lastInLine(current: Y.Item | undefined, fresh: readonly FreshItem[]): FreshItem | null {
  if (fresh.length === 0) return null
  return endOfChain(current, fresh) ?? new Line(current).integrateAll(fresh)
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

class Line {
  #first: Run | null = null
  /** Runs of each client, by clock. */
  readonly #runs = new Map<number, Run[]>()

  constructor(current: Y.Item | undefined) {
    for (let item = current ?? null; item !== null; item = item.left) {
      const { client, clock } = item.id
      this.#first = { client, clock, length: item.length, origin: item.origin, fresh: null, right: this.#first }
      this.#remember(this.#first)
    }
    for (const runs of this.#runs.values()) runs.sort((a, b) => a.clock - b.clock)
  }

  integrateAll(fresh: readonly FreshItem[]): FreshItem | null {
    for (const item of fresh) this.#integrate(item)
    let last = this.#first
    while (last?.right) last = last.right
    return last?.fresh ?? null
  }

  #integrate(item: FreshItem): void {
    const { client, clock, length, origin } = item
    let left = origin && this.#endingAt(origin)
    const conflicting = new Set<Run>()
    const beforeOrigin = new Set<Run>()
    for (let other = left ? left.right : this.#first; other !== null; other = other.right) {
      beforeOrigin.add(other)
      conflicting.add(other)
      if (isSameId(origin, other.origin)) {
        if (other.client >= client) break
        left = other
        conflicting.clear()
      } else {
        const originOfOther = other.origin && this.#runAt(other.origin)
        if (!originOfOther || !beforeOrigin.has(originOfOther)) break
        if (!conflicting.has(originOfOther)) {
          left = other
          conflicting.clear()
        }
      }
    }
    const run: Run = { client, clock, length, origin, fresh: item, right: left ? left.right : this.#first }
    if (left) left.right = run
    else this.#first = run
    this.#remember(run)
  }

  #remember(run: Run): void {
    const runs = this.#runs.get(run.client)
    if (runs) runs.push(run)
    else this.#runs.set(run.client, [run])
  }

  #runAt({ client, clock }: Id): Run | undefined {
    const runs = this.#runs.get(client) ?? []
    let low = 0
    for (let high = runs.length; low < high; ) {
      const middle = (low + high) >>> 1
      const run = runs[middle]
      if (run && run.clock + run.length <= clock) low = middle + 1
      else high = middle
    }
    return runs[low]
  }

  /** The run that ends with this id, split off where it went on. */
  #endingAt(id: Id): Run | null {
    const run = this.#runAt(id)
    if (run === undefined) return null
    const length = id.clock - run.clock + 1
    if (length < run.length) {
      const clock = id.clock + 1
      const rest: Run = { ...run, clock, length: run.length - length, origin: id }
      run.length = length
      run.right = rest
      const runs = this.#runs.get(run.client)
      runs?.splice(runs.indexOf(run) + 1, 0, rest)
    }
    return run
  }
}

function isSameId(a: Id | null, b: Id | null): boolean {
  return a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock)
}
