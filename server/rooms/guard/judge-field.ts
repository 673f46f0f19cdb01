import * as v from 'valibot'
import type { Field } from '../../../shared/document/field.ts'
import { type Asking, mayCreateIn, mayWriteField } from '../../../shared/document/may.ts'
import type { ScalarsRoot } from '../../../shared/document/root.ts'
import { allow, type Result, refuse } from '../../../shared/review/result.ts'
import type { FreshItem } from './fresh.ts'
import type { GuardRefusal } from './refusal.ts'
import type { KeyWrite, Outcome } from './writes.ts'

type Answer = Result<true, GuardRefusal>

/** A write to a field of something that the server has already. */
export function judgeField(
  write: KeyWrite,
  field: Field | undefined,
  outcome: Outcome,
  asking: Asking,
  author: string | null | undefined,
): Answer {
  if (field === undefined) return refuse('unknown-field')
  const may = mayWriteField(asking, field, author)
  if (!may.allowed) return may
  if (field.kind === 'text') return refuse('text-replaced')
  const fits = judgeValues(write, field.schema, asking)
  if (!fits.allowed) return fits
  return !field.optional && outcome.kind === 'nothing' ? refuse('value-missing') : allow(true)
}

/** A write to a key of a root of plain values; deleting it is as good as setting it. */
export function judgeScalar(write: KeyWrite, spec: ScalarsRoot, asking: Asking): Answer {
  const may = mayCreateIn(asking, spec)
  if (!may.allowed) return may
  return spec.key.test(write.key) ? judgeValues(write, spec.schema, asking) : refuse('unknown-field')
}

/**
 * All values written, those overwritten at once included.
 *
 * @remarks
 * Several values in one item are what a replica that collects no garbage makes of values overwritten in a row.
 */
export function judgeValues({ key, fresh }: KeyWrite, schema: v.GenericSchema, asking: Asking): Answer {
  for (const item of fresh) {
    for (const value of valuesOf(item)) {
      if (!v.is(schema, value)) return refuse('invalid-value')
      if (key === 'removed' && !isBy(value, asking.person.id)) return refuse('not-the-writer')
    }
    if (item.content.kind !== 'values' && item.content.kind !== 'deleted') return refuse('wrong-kind')
  }
  return allow(true)
}

function valuesOf({ content }: FreshItem): readonly unknown[] {
  return content.kind === 'values' ? content.values : []
}

function isBy(removed: unknown, person: string): boolean {
  return typeof removed === 'object' && removed !== null && 'by' in removed && removed.by === person
}
