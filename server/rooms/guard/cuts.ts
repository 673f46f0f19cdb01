import * as Y from 'yjs'
import type { Id, Incoming, IncomingItem } from './decode.ts'
import type { Deletions } from './deletions.ts'
import type { Effort } from './effort.ts'

/** An item that the server has and that has to be cut in two. */
interface Cut {
  readonly item: Y.Item
  /** Length of the first half. */
  readonly at: number
  /** How many structs of the same client have to move up. */
  readonly moved: number
}

/** So many structs move up in the time of one step. */
const movesAStep = 50

/** What applying an update cuts in two, for what it places and for what it deletes; known items are placed again too. */
export function spendOnCuts(doc: Y.Doc, { blocks }: Incoming, { stored }: Deletions, effort: Effort): void {
  for (const { structs } of blocks) {
    for (const struct of structs) {
      if (struct.kind === 'item') for (const { moved } of cutsFor(doc, struct)) effort.spend(1 + moved / movesAStep)
    }
  }
  for (const { item, length } of stored) {
    if (length < item.length) effort.spend(2 * (1 + structsAfter(doc, item.id) / movesAStep))
  }
}

/**
 * Where letters that take two units of UTF-16 are cut in two to place an item: the ids of the second halves.
 *
 * @remarks
 * Such a letter is gone then: Yjs puts two replacement characters in its place. And Yjs looks up the neighbours of items
 * too that change nothing, as known or collected ones do. [GUARD21]
 */
export function lettersCutBy(doc: Y.Doc, item: IncomingItem): readonly Id[] {
  return cutsFor(doc, item).flatMap(({ item: { id, content }, at }) => {
    const isInALetter = content instanceof Y.ContentString && /[\uD800-\uDBFF]/.test(content.str.charAt(at - 1))
    return isInALetter ? [{ client: id.client, clock: id.clock + at }] : []
  })
}

function cutsFor(doc: Y.Doc, { origin, rightOrigin }: IncomingItem): readonly Cut[] {
  return [...cutAt(doc, origin, 1), ...cutAt(doc, rightOrigin, 0)]
}

/** `kept`: 1 where the item of this id belongs to the first half, 0 where it begins the second. */
function cutAt(doc: Y.Doc, id: Id | null, kept: 0 | 1): readonly Cut[] {
  const structs = id === null ? undefined : doc.store.clients.get(id.client)
  if (id === null || structs === undefined || id.clock >= Y.getState(doc.store, id.client)) return []
  const index = Y.findIndexSS(structs, id.clock)
  const item = structs[index]
  if (!(item instanceof Y.Item)) return []
  const at = id.clock - item.id.clock + kept
  return at === 0 || at === item.length ? [] : [{ item, at, moved: structs.length - index }]
}

function structsAfter(doc: Y.Doc, { client, clock }: Id): number {
  const structs = doc.store.clients.get(client)
  return structs === undefined ? 0 : structs.length - Y.findIndexSS(structs, clock)
}
