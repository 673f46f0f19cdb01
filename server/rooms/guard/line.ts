import type * as Y from 'yjs'
import type { Id } from './decode.ts'
import type { Effort } from './effort.ts'
import type { FreshItem } from './fresh.ts'

/** Items that follow one another, of one client and one mind: what Yjs keeps as one. */
interface Run {
  readonly client: number
  readonly clock: number
  length: number
  readonly origin: Id | null
  readonly rightOrigin: Id | null
  readonly fresh: FreshItem | null
  right: Run | null
}

/** So many items are passed by in the time of one step. */
const looksAStep = 20

/**
 * The items of one text, or those under one key of a map, one overwriting the other: the rightmost is the key's value.
 *
 * @remarks
 * What is overwritten is not in any delete set, and a deleted item may or may not end up as the key's value: nothing
 * but its place in the line tells. So this is `Item.integrate` of Yjs, and it takes as many steps.
 */
export class Line {
  readonly #effort: Effort
  #first: Run | null = null
  #length = 0
  /** Runs of each client, by clock. */
  readonly #runs = new Map<number, Run[]>()

  constructor(first: Y.Item | null, effort: Effort) {
    this.#effort = effort
    let last: Run | null = null
    for (let item = first; item !== null; item = item.right) {
      const { id, length, origin, rightOrigin } = item
      const run: Run = { client: id.client, clock: id.clock, length, origin, rightOrigin, fresh: null, right: null }
      if (last) last.right = run
      else this.#first = run
      last = run
      this.#remember(run)
    }
    for (const runs of this.#runs.values()) runs.sort((a, b) => a.clock - b.clock)
  }

  /** What stands between the two that an item was put between; undefined: the right one is not right of the left one. */
  between({ origin, incoming: { rightOrigin } }: FreshItem): readonly Readonly<Run>[] | undefined {
    // The right one first: to cut there could take the left one away from what was found.
    const right = rightOrigin && this.#beginningAt(rightOrigin)
    const left = origin && this.#endingAt(origin)
    const found: Run[] = []
    let run = left ? left.right : this.#first
    for (; run !== right && run !== null && !this.#effort.isTooMuch; run = run.right) found.push(run)
    this.#effort.spend(found.length / looksAStep)
    return run === right || this.#effort.isTooMuch ? found : undefined
  }

  /** Puts an item where Yjs would; gives up once that takes too much. */
  integrate(item: FreshItem): void {
    if (this.#effort.isTooMuch) return
    const { client, clock, length, origin } = item
    const { rightOrigin } = item.incoming
    const left = origin && this.#endingAt(origin)
    const right = rightOrigin && this.#beginningAt(rightOrigin)
    const after = this.#placeBetween(left, right, item)
    const next = after ? after.right : this.#first
    const run: Run = { client, clock, length, origin, rightOrigin, fresh: item, right: next }
    if (after) after.right = run
    else this.#first = run
    this.#remember(run)
  }

  /** From left to right. */
  get runs(): readonly Readonly<Run>[] {
    const runs: Run[] = []
    for (let run = this.#first; run !== null; run = run.right) runs.push(run)
    return runs
  }

  /** The run that an item comes to stand after, among those that were meant for the same place. */
  #placeBetween(start: Run | null, right: Run | null, { client, origin, incoming }: FreshItem): Run | null {
    let left = start
    const conflicting = new Set<Run>()
    const passed = new Set<Run>()
    if (incoming.key !== null) this.#effort.spend(this.#length) // under a key Yjs looks for the first from the last
    for (let other = left ? left.right : this.#first; other !== right && other !== null; other = other.right) {
      this.#effort.spend(1)
      if (this.#effort.isTooMuch) return left
      passed.add(other)
      conflicting.add(other)
      if (isSameId(origin, other.origin)) {
        if (other.client < client) {
          left = other
          conflicting.clear()
        } else if (isSameId(incoming.rightOrigin, other.rightOrigin)) break
      } else {
        const originOfOther = other.origin && this.#runAt(other.origin)
        if (!originOfOther || !passed.has(originOfOther)) break
        if (!conflicting.has(originOfOther)) {
          left = other
          conflicting.clear()
        }
      }
    }
    return left
  }

  #remember(run: Run): void {
    this.#length += 1
    const runs = this.#runs.get(run.client)
    if (runs) runs.push(run)
    else this.#runs.set(run.client, [run])
  }

  #runAt({ client, clock }: Id): Run | undefined {
    return this.#runs.get(client)?.[this.#indexAt({ client, clock })]
  }

  /** Among the runs of its client. */
  #indexAt({ client, clock }: Id): number {
    const runs = this.#runs.get(client) ?? []
    let low = 0
    for (let high = runs.length; low < high; ) {
      const middle = (low + high) >>> 1
      const run = runs[middle]
      if (run && run.clock + run.length <= clock) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The run that ends with this id, split off where it went on. */
  #endingAt({ client, clock }: Id): Run | null {
    const run = this.#runAt({ client, clock })
    if (run !== undefined) this.#split(run, clock + 1)
    return run ?? null
  }

  #beginningAt(id: Id): Run | null {
    const run = this.#runAt(id)
    return run === undefined ? null : (this.#split(run, id.clock) ?? run)
  }

  /** Makes a run of its own of what begins with this clock; undefined where nothing is to be cut. */
  #split(run: Run, clock: number): Run | undefined {
    const kept = clock - run.clock
    if (kept <= 0 || kept >= run.length) return undefined
    const rest: Run = { ...run, clock, length: run.length - kept, origin: { client: run.client, clock: clock - 1 } }
    const index = this.#indexAt(run)
    run.length = kept
    run.right = rest
    this.#runs.get(run.client)?.splice(index + 1, 0, rest)
    return rest
  }
}

export function isSameId(a: Id | null, b: Id | null): boolean {
  return a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock)
}
