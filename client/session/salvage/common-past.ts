import * as Y from 'yjs'
import { rewrite } from '../../../shared/document/rewrite.ts'
import { type DocumentName, schemas } from './differences.ts'

/**
 * The beginning that two branches of one history share, as a document of its own.
 *
 * @remarks
 * Which structs both have tells where they parted. What either has deleted or overwritten since is taken from the other,
 * which still has it: else what somebody cleared on a restored server would pass for something that it lacks. What both
 * have deleted is taken as deleted before. [SALVAGE11]
 */
export function commonPast(document: DocumentName, one: Y.Doc, other: Y.Doc): Y.Doc {
  const clocks = sharedClocks(one, other)
  const past = asOf(one, clocks)
  const again = asOf(other, clocks)
  past.transact(() => {
    for (const root of Object.keys(schemas[document])) undelete(past.getMap(root), again.getMap(root))
  })
  return past
}

function sharedClocks(one: Y.Doc, other: Y.Doc): Map<number, number> {
  const known = Y.decodeStateVector(Y.encodeStateVector(other))
  const shared = new Map<number, number>()
  for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(one))) {
    const both = Math.min(clock, known.get(client) ?? 0)
    if (both > 0) shared.set(client, both)
  }
  return shared
}

/** `doc` without what came after these clocks; what it has deleted is deleted. */
function asOf(doc: Y.Doc, clocks: Map<number, number>): Y.Doc {
  const whole = new Y.Doc({ gc: false })
  Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc))
  const then = Y.createSnapshot(Y.createDeleteSetFromStructStore(whole.store), clocks)
  return Y.createDocFromSnapshot(whole, then, new Y.Doc({ gc: false }))
}

function undelete(past: Y.Map<unknown>, again: Y.Map<unknown>): void {
  again.forEach((value, key) => {
    const there = past.get(key)
    if (value instanceof Y.Map && there instanceof Y.Map) undelete(there, value)
    else if (value instanceof Y.Text && there instanceof Y.Text) undeleteLetters(there, value)
    else if (there === undefined && !(value instanceof Y.AbstractType)) past.set(key, value)
  })
}

/** Both are made of the same letters in the same order, and differ in which of them are deleted. */
function undeleteLetters(past: Y.Text, again: Y.Text): void {
  if (!hasDeleted(past)) return
  const others = letters(again)
  const either = letters(past).map((letter, at) => letter ?? others[at] ?? '')
  rewrite(past, either.join(''))
}

function hasDeleted(text: Y.Text): boolean {
  for (let item = text._start; item !== null; item = item.right) if (item.deleted) return true
  return false
}

/** UTF-16 unit by unit; null where it is deleted. */
function letters(text: Y.Text): readonly (string | null)[] {
  const found: (string | null)[] = []
  for (let item = text._start; item !== null; item = item.right) {
    const { content, deleted, length } = item
    if (!deleted && content instanceof Y.ContentString) found.push(...content.str.split(''))
    else found.push(...Array.from({ length }, () => null))
  }
  return found
}
