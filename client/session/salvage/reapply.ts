import * as v from 'valibot'
import { createByName, fieldByName, readByName, setByName, textByName } from '../../../shared/document/by-name.ts'
import { areValid, isValid } from '../../../shared/document/entry.ts'
import type { Field } from '../../../shared/document/field.ts'
import { type Asking, mayCreateIn, mayWriteField } from '../../../shared/document/may.ts'
import { rewrite } from '../../../shared/document/rewrite.ts'
import { allow, type Result, refuse } from '../../../shared/review/result.ts'
import { mergeWording } from '../../../shared/review/wording.ts'
import { sameJson } from '../equal.ts'
import { type Difference, type Documents, schemas } from './differences.ts'
import type { UnsavedBecause } from './unsaved.ts'

/** A difference that could not be written again, and why. */
export interface LeftOver {
  readonly difference: Difference
  readonly because: UnsavedBecause
}

/** The origin of what salvage writes: it is nobody's to undo. */
const salvaged = 'salvaged'

/**
 * Writes what I changed onto the server's copy, as plain edits under the same ids, as far as I may now.
 *
 * Texts that others changed too are merged three ways, so that nobody's words are lost. [SALVAGE1] [SALVAGE2]
 */
export function reapply(changes: readonly Difference[], onto: Documents, asking: Asking): readonly LeftOver[] {
  const write = () =>
    changes.flatMap((difference) => {
      const done = writeAgain(difference, onto, asking)
      return done.allowed ? [] : [{ difference, because: done.reason }]
    })
  return onto.board.transact(() => onto.desk.transact(write, salvaged), salvaged)
}

/** Whether it is on the server's copy already: there is nothing to write, and nothing to list. */
export function isThere(difference: Difference, onto: Documents): boolean {
  const doc = onto[difference.document]
  if (difference.what === 'entry') {
    const { root, id, values } = difference
    if (!doc.getMap(root).has(id)) return false
    return Object.entries(values).every(([field, value]) => sameJson(readByName(doc, { root, id, field }), value))
  }
  const theirs = readByName(doc, difference)
  if (difference.what === 'value') return sameJson(theirs, difference.after)
  return typeof theirs === 'string' && mergeWording(difference.before, theirs, difference.after) === theirs
}

type Written = Result<true, UnsavedBecause>

function writeAgain(difference: Difference, onto: Documents, asking: Asking): Written {
  switch (difference.what) {
    case 'entry':
      return createAgain(difference, onto, asking)
    case 'text':
      return wordAgain(difference, onto, asking)
    case 'value':
      return setAgain(difference, onto, asking)
  }
}

type Of<What extends Difference['what']> = Extract<Difference, { readonly what: What }>

/** An entry that the server has already came through before its acknowledgement did: then its fields are compared. */
function createAgain({ document, root, id, values, seen }: Of<'entry'>, onto: Documents, asking: Asking): Written {
  const doc = onto[document]
  const schema = schemas[document]
  const spec = schema[root]
  if (spec?.shape !== 'entries') return refuse('not-valid')
  if (doc.getMap(root).has(id)) {
    if (seen) return allow(true) // somebody has put it back before me
    const written = Object.entries(values).map(([field, after]) => {
      const place = { document, root, id, field }
      return fieldByName(schema, root, field)?.kind === 'text'
        ? wordAgain({ what: 'text', ...place, before: '', after: String(after) }, onto, asking)
        : setAgain({ what: 'value', ...place, after }, onto, asking)
    })
    return written.find((each) => !each.allowed) ?? allow(true)
  }
  if (spec.create === 'server') return refuse('not-in-backup')
  const may = mayCreateIn(asking, spec)
  if (!may.allowed) return may
  const mine = isBin(values.removed) ? { ...values, removed: { ...values.removed, by: asking.person.id } } : values
  if (!areValid(spec.fields, mine)) return refuse('not-valid')
  return createByName(doc, schema, root, id, mine) ? allow(true) : refuse('not-valid')
}

function wordAgain(difference: Of<'text'>, onto: Documents, asking: Asking): Written {
  const doc = onto[difference.document]
  const text = textByName(doc, difference)
  const field = fieldByName(schemas[difference.document], difference.root, difference.field)
  if (text === undefined || field === undefined) return refuse('no-such-entry')
  const theirs = text.toString()
  const merged = mergeWording(difference.before, theirs, difference.after)
  if (merged === theirs) return allow(true)
  // Everybody who saw it has it, and letters that two people put back would stand there twice.
  if (difference.seen && difference.document === 'board') return refuse('not-in-backup')
  const may = mayWriteField(asking, field, authorAt(difference, onto))
  if (!may.allowed) return may
  if (!isValid(field, merged)) return refuse('not-valid')
  rewrite(text, merged)
  return allow(true)
}

function setAgain(difference: Of<'value'>, onto: Documents, asking: Asking): Written {
  const doc = onto[difference.document]
  const spec = schemas[difference.document][difference.root]
  if (difference.id !== null && !doc.getMap(difference.root).has(difference.id)) return refuse('no-such-entry')
  const now = readByName(doc, difference)
  if (sameJson(now, difference.after)) return allow(true)
  if (difference.seen && !sameJson(now, difference.before)) return allow(true) // what was set since stands
  if (spec?.shape === 'scalars') {
    const may = mayCreateIn(asking, spec)
    if (!may.allowed) return may
    if (difference.after !== undefined && !v.is(spec.schema, difference.after)) return refuse('not-valid')
    return setByName(doc, difference, difference.after) ? allow(true) : refuse('not-valid')
  }
  const field = fieldByName(schemas[difference.document], difference.root, difference.field)
  if (field === undefined) return refuse('not-valid')
  const may = mayWriteField(asking, field, authorAt(difference, onto))
  if (!may.allowed) return may
  const after = isBin(difference.after) ? { ...difference.after, by: asking.person.id } : difference.after
  if (!maySet(field, after)) return refuse('not-valid')
  return setByName(doc, difference, after) ? allow(true) : refuse('not-valid')
}

function maySet(field: Field, value: unknown): boolean {
  return value === undefined
    ? field.kind === 'value' && field.optional
    : field.kind === 'value' && isValid(field, value)
}

/** Who removes an entry signs for it: after a change of identity that is somebody else. */
function isBin(value: unknown): value is { readonly by: unknown; readonly at: unknown } {
  return typeof value === 'object' && value !== null && 'by' in value && 'at' in value
}

function authorAt({ document, root, id }: Of<'text'> | Of<'value'>, onto: Documents): string | null | undefined {
  if (root !== 'notes') return undefined
  const author = readByName(onto[document], { root, id, field: 'author' })
  return typeof author === 'string' || author === null ? author : undefined
}
