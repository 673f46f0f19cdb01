import * as Y from 'yjs'
import { type Field, textSlack } from '../../../shared/document/field.ts'
import { type Asking, mayWriteField } from '../../../shared/document/may.ts'
import { mostKeys } from '../../../shared/document/root.ts'
import { allow, type Result, refuse } from '../../../shared/review/result.ts'
import type { Space } from '../weights.ts'
import type { EntryContainer, RootContainer } from './containers.ts'
import { judgeEntry } from './judge-entry.ts'
import { judgeField, judgeScalar } from './judge-field.ts'
import { mostDrafts } from './limits.ts'
import type { GuardRefusal } from './refusal.ts'
import type { KeyWrite, TextWrite, Writes } from './writes.ts'

type Answer = Result<true, GuardRefusal>

export interface Judging {
  readonly asking: Asking
  readonly space: Space
  /** Whether a new entry may take this id. */
  isFree(root: string, id: string): boolean
}

/** Whether somebody may do all of this; the first write that they may not gives the reason. */
export function judgeWrites(writes: Writes, judging: Judging): Answer {
  for (const write of writes.keys) {
    const answer = judgeKey(write, writes, judging)
    if (!answer.allowed) return answer
  }
  for (const write of writes.texts) {
    const answer = judgeText(write, judging)
    if (!answer.allowed) return answer
  }
  return isAnyRootOverfull(writes.keys) ? refuse('too-many-entries') : allow(true)
}

function judgeKey(write: KeyWrite, writes: Writes, judging: Judging): Answer {
  const { container, key } = write
  if (container.kind === 'entry') {
    // What a new entry is made of is judged with the entry.
    if (!(container.holder instanceof Y.Map)) return allow(true)
    const field = ownField(container.spec.fields, key)
    return judgeField(write, field, writes.outcome(write), judging.asking, authorOf(container))
  }
  const { spec } = container
  if (spec.shape === 'entries') return judgeEntry(write, spec, writes, judging)
  if (spec.shape === 'scalars') return judgeScalar(write, spec, judging.asking)
  return judgeField(write, ownField(spec.fields, key), writes.outcome(write), judging.asking, undefined)
}

function judgeText({ container, growth }: TextWrite, { asking, space }: Judging): Answer {
  const { field, holder, owner } = container
  const may = isNew(owner) ? allow(true) : mayWriteField(asking, field, authorOf(owner))
  if (!may.allowed) return may
  if (growth > 0 && space.is === 'full') return refuse(space.why)
  const length = (holder instanceof Y.Text ? holder.length : 0) + growth
  return growth > 0 && length > field.limit * textSlack ? refuse('too-large') : allow(true)
}

function isNew(owner: RootContainer | EntryContainer): boolean {
  return owner.kind === 'entry' && !(owner.holder instanceof Y.Map)
}

/** Undefined where entries of this root have no author. */
function authorOf(owner: RootContainer | EntryContainer): string | null | undefined {
  if (owner.kind === 'root' || !(owner.holder instanceof Y.Map)) return undefined
  const author = owner.holder.get('author')
  return typeof author === 'string' || author === null ? author : undefined
}

function ownField(fields: Readonly<Record<string, Field>>, name: string): Field | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}

function mostIn({ root }: RootContainer): number {
  return root === 'drafts' ? mostDrafts : mostKeys
}

function isAnyRootOverfull(keys: readonly KeyWrite[]): boolean {
  const sizes = new Map<RootContainer, number>()
  for (const { container, current } of keys) {
    if (container.kind !== 'root' || current !== undefined) continue
    const size = (sizes.get(container) ?? container.type?._map.size ?? 0) + 1
    if (size > mostIn(container)) return true
    sizes.set(container, size)
  }
  return false
}
