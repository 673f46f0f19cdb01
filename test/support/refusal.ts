import { expect } from 'vitest'
import * as Y from 'yjs'
import { snapshotOf } from '../../shared/document/snapshot.ts'
import type { GuardedRoom, Name } from './guarded-room.ts'

/** The reason of the refusal; whatever else was said fails. The board has to be as it was. */
export function refusalOf(
  room: GuardedRoom,
  name: Name,
  change: (copy: Y.Doc) => void,
  options: { readonly client?: number } = {},
): string {
  const before = snapshotOf(room.doc)
  const stored = Y.encodeStateAsUpdate(room.doc)
  const verdict = room.send(name, change, options)
  expect(snapshotOf(room.doc)).toEqual(before)
  expect(Y.encodeStateAsUpdate(room.doc)).toEqual(stored)
  return verdict.verdict === 'refuse' ? verdict.reason : verdict.verdict
}
