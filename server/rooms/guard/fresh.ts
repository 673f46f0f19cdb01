import * as Y from 'yjs'
import type { Id, Incoming, IncomingGc, IncomingItem, IncomingStruct } from './decode.ts'
import type { Content } from './decode-content.ts'

/** What the server lacks of an incoming struct: all of it, or its end. */
export interface FreshItem {
  readonly kind: 'item'
  readonly client: number
  readonly clock: number
  readonly length: number
  /** What it stands after: where its beginning is known already, the last of that. */
  readonly origin: Id | null
  readonly content: Content
  readonly incoming: IncomingItem
}

export type FreshStruct =
  | FreshItem
  | { readonly kind: 'gc'; readonly client: number; readonly clock: number; readonly length: number }

/** The structs that the server lacks, each after all that it refers to, and where every client stands with them. */
export interface Fresh {
  readonly structs: readonly FreshStruct[]
  /** Items of the update that the server has. */
  readonly known: readonly IncomingItem[]
  readonly clients: readonly number[]
  /** The clock after the last struct of a client, the fresh ones included. */
  state(client: number): number
  find(id: Id): FreshStruct | undefined
}

/**
 * Sorts what is fresh out of what is known. Undefined: something refers to what neither the server nor the update has.
 *
 * @remarks
 * Goes through an update as `integrateStructs` of Yjs does, so that nothing of what passes stays pending: known structs
 * have to be referred to rightly too, and two structs that wait for each other wait for ever. Every struct is looked at
 * once for each of the three things it may wait for, whatever the order in which they come. [GUARD20]
 */
export function freshIn(doc: Y.Doc, incoming: Incoming): Fresh | undefined {
  const byClient = new Map<number, FreshStruct[]>()
  const states = new Map<number, number>()
  const structs: FreshStruct[] = []
  const knownItems: IncomingItem[] = []

  const state = (client: number) => {
    const known = states.get(client) ?? Y.getState(doc.store, client)
    states.set(client, known)
    return known
  }

  const take = (struct: IncomingItem | IncomingGc) => {
    const known = state(struct.client)
    if (struct.clock + struct.length <= known) {
      if (struct.kind === 'item') knownItems.push(struct)
      return
    }
    const fresh = freshPart(struct, known - struct.clock)
    const ofClient = byClient.get(struct.client)
    if (ofClient) ofClient.push(fresh)
    else byClient.set(struct.client, [fresh])
    structs.push(fresh)
    states.set(struct.client, struct.clock + struct.length)
  }

  const isLacking = (id: string | Id | null): id is Id =>
    typeof id === 'object' && id !== null && id.clock >= state(id.client)

  /** The client whose next struct has to come first. */
  const waitsFor = (struct: IncomingStruct): number | undefined => {
    if (struct.kind !== 'item' || struct.clock > state(struct.client)) return undefined
    return [struct.origin, struct.rightOrigin, struct.parent].find(isLacking)?.client
  }

  const queues = new Map(incoming.blocks.map((block) => [block.client, { structs: block.structs, next: 0 }]))
  const nextOf = (client: number) => {
    const queue = queues.get(client)
    return queue?.structs[queue.next++]
  }

  for (const client of [...queues.keys()].sort((a, b) => b - a)) {
    const waiting: IncomingStruct[] = []
    for (let struct = nextOf(client); struct; struct = waiting.pop() ?? nextOf(client)) {
      for (let other = waitsFor(struct); other !== undefined; other = waitsFor(struct)) {
        waiting.push(struct)
        const first = nextOf(other)
        if (first === undefined) return undefined
        struct = first
      }
      if (struct.kind === 'skip') continue
      if (struct.clock > state(struct.client)) return undefined
      take(struct)
    }
  }

  return {
    structs,
    known: knownItems,
    clients: [...byClient.keys()],
    state,
    find: (id) => freshAt(byClient.get(id.client), id.clock),
  }
}

/** A struct of the server's or, where it has none of this id, a fresh one. */
export function structAt(doc: Y.Doc, fresh: Fresh, { client, clock }: Id): Y.Item | Y.GC | FreshStruct | undefined {
  const structs = doc.store.clients.get(client)
  if (structs !== undefined && clock < Y.getState(doc.store, client)) return structs[Y.findIndexSS(structs, clock)]
  return fresh.find({ client, clock })
}

function freshPart(struct: IncomingItem | IncomingGc, offset: number): FreshStruct {
  const { client } = struct
  const clock = struct.clock + offset
  const length = struct.length - offset
  if (struct.kind === 'gc') return { kind: 'gc', client, clock, length }
  const origin = offset > 0 ? { client, clock: clock - 1 } : struct.origin
  return {
    kind: 'item',
    client,
    clock,
    length,
    origin,
    content: endOfContent(struct.content, offset),
    incoming: struct,
  }
}

function endOfContent(content: Content, offset: number): Content {
  return content.kind === 'values' && offset > 0 ? { kind: 'values', values: content.values.slice(offset) } : content
}

function freshAt(structs: readonly FreshStruct[] | undefined, clock: number): FreshStruct | undefined {
  let low = 0
  let high = (structs?.length ?? 0) - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const struct = structs?.[middle]
    if (struct === undefined) return undefined
    if (clock < struct.clock) high = middle - 1
    else if (clock >= struct.clock + struct.length) low = middle + 1
    else return struct
  }
  return undefined
}
