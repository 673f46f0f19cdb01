import * as v from 'valibot'
import type { Field } from '../../../shared/document/field.ts'
import { mayCreateIn, mayWriteField } from '../../../shared/document/may.ts'
import type { EntriesRoot } from '../../../shared/document/root.ts'
import { id } from '../../../shared/document/values.ts'
import { allow, type Result, refuse } from '../../../shared/review/result.ts'
import { judgeValues } from './judge-field.ts'
import type { Judging } from './judge-writes.ts'
import type { GuardRefusal } from './refusal.ts'
import type { KeyWrite, Writes } from './writes.ts'

type Answer = Result<true, GuardRefusal>

/**
 * A write under the id of an entry: it may bring the entry, whole, or nothing.
 *
 * @remarks
 * What was created and deleted again before the server heard of it passes as the garbage it is.
 */
export function judgeEntry(write: KeyWrite, spec: EntriesRoot, writes: Writes, judging: Judging): Answer {
  const may = mayCreateIn(judging.asking, spec)
  if (!may.allowed) return may
  if (!v.is(id, write.key)) return refuse('invalid-value')
  if (write.fresh.some(({ content }) => content.kind !== 'map' && content.kind !== 'deleted'))
    return refuse('wrong-kind')

  const outcome = writes.outcome(write)
  if (write.current) {
    const isUntouched = write.current.deleted || outcome.kind === 'unchanged'
    const isGarbage = write.fresh.every(({ content }) => content.kind === 'deleted')
    return isUntouched && isGarbage ? allow(true) : refuse('entry-overwritten')
  }
  if (outcome.kind !== 'fresh') return allow(true)
  if (judging.space.is === 'full') return refuse(judging.space.why)
  if (!judging.isFree(write.container.root, write.key)) return refuse('id-taken')
  return judgeWhole(writes.within(outcome.item), spec, writes, judging)
}

/** All texts, all values that nothing stands in for, nothing unknown. */
function judgeWhole(fields: readonly KeyWrite[], spec: EntriesRoot, writes: Writes, judging: Judging): Answer {
  const missing = new Set(Object.keys(spec.fields).filter((name) => !mayBeAbsent(spec.fields[name])))
  for (const write of fields) {
    const field = Object.hasOwn(spec.fields, write.key) ? spec.fields[write.key] : undefined
    if (field === undefined) return refuse('unknown-field')
    const answer = judgeNewField(write, field, judging)
    if (!answer.allowed) return answer
    if (writes.outcome(write).kind === 'fresh') missing.delete(write.key)
  }
  return missing.size === 0 ? allow(true) : refuse('entry-incomplete')
}

function judgeNewField(write: KeyWrite, field: Field, { asking }: Judging): Answer {
  const may = mayWriteField(asking, field, asking.person.id)
  if (!may.allowed) return may
  if (field.kind === 'value') return judgeValues(write, field.schema, asking)
  const fits = write.fresh.every(({ content }) => content.kind === 'text' || content.kind === 'deleted')
  return fits ? allow(true) : refuse('wrong-kind')
}

/** A value that a reader takes as something when it is not there may be left out. */
function mayBeAbsent(field: Field | undefined): boolean {
  return field?.kind === 'value' && (field.optional || field.fallback !== undefined)
}
