import * as Y from 'yjs'
import type { Id, Incoming } from './decode.ts'
import type { Fresh } from './fresh.ts'

/** What an update deletes. */
export interface Deletions {
  /** Stored items that are live until now, each with how much of it goes. */
  readonly stored: readonly { readonly item: Y.Item; readonly length: number }[]
  has(id: Id): boolean
  /** How many clocks of a span are deleted. */
  within(client: number, clock: number, length: number): number
}

interface Range {
  readonly from: number
  readonly to: number
}

/** Undefined: something is to be deleted that neither the server nor the update has. */
export function deletionsIn(doc: Y.Doc, incoming: Incoming, fresh: Fresh): Deletions | undefined {
  const byClient = new Map<number, Range[]>()
  for (const { client, clock, length } of incoming.deletes) {
    if (clock + length > fresh.state(client)) return undefined
    const range = { from: clock, to: clock + length }
    const ranges = byClient.get(client)
    if (ranges) ranges.push(range)
    else byClient.set(client, [range])
  }

  const stored: Deletions['stored'][number][] = []
  for (const [client, ranges] of byClient) {
    for (const range of ranges) addLiveItems(stored, doc.store.clients.get(client), range)
  }

  const within = (client: number, clock: number, length: number) => overlap(byClient.get(client), clock, clock + length)
  return { stored, within, has: ({ client, clock }) => within(client, clock, 1) === 1 }
}

function addLiveItems(
  stored: { readonly item: Y.Item; readonly length: number }[],
  structs: (Y.Item | Y.GC)[] | undefined,
  { from, to }: Range,
): void {
  const last = structs?.at(-1)
  if (structs === undefined || last === undefined || from >= last.id.clock + last.length) return
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
    const struct = structs[index]
    if (struct === undefined || struct.id.clock >= to) return
    if (struct.deleted || !(struct instanceof Y.Item)) continue
    const start = Math.max(from, struct.id.clock)
    stored.push({ item: struct, length: Math.min(to, struct.id.clock + struct.length) - start })
  }
}

function overlap(ranges: readonly Range[] | undefined, from: number, to: number): number {
  if (ranges === undefined) return 0
  let low = 0
  for (let high = ranges.length; low < high; ) {
    const middle = (low + high) >>> 1
    if ((ranges[middle]?.to ?? 0) > from) high = middle
    else low = middle + 1
  }
  let found = 0
  for (let range = ranges[low]; range && range.from < to; range = ranges[++low]) {
    found += Math.min(to, range.to) - Math.max(from, range.from)
  }
  return found
}
