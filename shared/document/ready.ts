import type * as Y from 'yjs'
import { allow, type Result } from '../review/result.ts'
import { deskSchema } from './desk-schema.ts'
import { type Asking, mayCreateIn, type WriteRefusal } from './may.ts'
import { localEdit } from './write.ts'

/** Says "I'm done here" for a phase, or takes it back. */
export function setReady(desk: Y.Doc, asking: Asking, phase: string, isReady: boolean): Result<true, WriteRefusal> {
  const may = mayCreateIn(asking, deskSchema.ready)
  if (!may.allowed) return may
  const ready = desk.getMap('ready')
  desk.transact(() => {
    if (isReady) ready.set(phase, true)
    else ready.delete(phase)
  }, localEdit)
  return allow(true)
}
