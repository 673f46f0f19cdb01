import * as Y from 'yjs'
import type { Id } from './decode.ts'
import type { Effort } from './effort.ts'
import { type Fresh, type FreshItem, type FreshStruct, structAt } from './fresh.ts'

/** What there is of each client: the clock after its last struct. */
export type StateVector = ReadonlyMap<number, number>

/** So many structs are read in the time of one step. */
const readsAStep = 4

/**
 * What the writers of an update had before them at least, as far as its items tell: all that a client wrote before, what
 * its items stand beside, and what those who wrote that had before them.
 */
export class Seen {
  readonly #doc: Y.Doc
  readonly #fresh: Fresh
  readonly #effort: Effort
  readonly #states = new Map<number, Map<number, number>>()

  constructor(doc: Y.Doc, fresh: Fresh, effort: Effort) {
    this.#doc = doc
    this.#fresh = fresh
    this.#effort = effort
  }

  /** When an item was written; of those of one client, asked for in their order. */
  before(item: FreshItem): StateVector {
    const state = this.#states.get(item.client) ?? new Map<number, number>()
    this.#states.set(item.client, state)
    const unread: { readonly client: number; readonly from: number; readonly to: number }[] = []
    const see = (client: number, to: number) => {
      const from = state.get(client) ?? 0
      if (from >= to) return
      state.set(client, to)
      unread.push({ client, from, to })
    }
    const seeAll = (ids: readonly (Id | null)[]) => {
      for (const id of ids) if (id) see(id.client, id.clock + 1)
    }
    see(item.client, item.clock)
    seeAll(neighboursOf(item))
    for (let span = unread.pop(); span; span = unread.pop()) {
      const { client, to } = span
      for (let clock = span.from; clock < to && !this.#effort.isTooMuch; ) {
        this.#effort.spend(1 / readsAStep)
        const struct = structAt(this.#doc, this.#fresh, { client, clock })
        if (struct === undefined) break
        seeAll(neighboursOf(struct))
        clock = (struct instanceof Y.Item || struct instanceof Y.GC ? struct.id.clock : struct.clock) + struct.length
      }
    }
    return state
  }
}

/** What an item was put between; nothing is known of what was collected. */
function neighboursOf(struct: Y.Item | Y.GC | FreshStruct): readonly (Id | null)[] {
  if (struct instanceof Y.Item) return [struct.origin, struct.rightOrigin]
  return struct instanceof Y.GC || struct.kind === 'gc' ? [] : [struct.origin, struct.incoming.rightOrigin]
}
