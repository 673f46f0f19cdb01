import * as v from 'valibot'
import * as Y from 'yjs'
import type { Field } from '../../shared/document/field.ts'
import type { Root } from '../../shared/document/root.ts'
import type { DocumentSchema } from '../../shared/document/schema.ts'

/** Letters, and whether there is nothing but letters. */
interface PlainText {
  readonly words: string
  readonly isPlain: boolean
}

type PlainEntry = Readonly<Record<string, unknown>>

/** A document as plain data: root -> key -> value, words, or an entry's fields. */
export type PlainDocument = Readonly<Record<string, PlainEntry>>

/** Who wrote, and what of the board decides whether they might: told apart from the guard, in its own words. */
export interface Writer {
  readonly id: string
  readonly role: 'facilitator' | 'participant' | 'observer'
  readonly isClosed: boolean
  readonly mayAnyoneReword: boolean
}

export function plainDocument(doc: Y.Doc): PlainDocument {
  return Object.fromEntries([...doc.share.keys()].map((root) => [root, plainMap(doc.getMap(root))]))
}

function plainMap(map: Y.Map<unknown>): PlainEntry {
  return Object.fromEntries([...map].map(([key, value]) => [key, plain(value)]))
}

function plain(value: unknown): unknown {
  if (value instanceof Y.Text) {
    const delta: readonly { readonly insert?: unknown; readonly attributes?: unknown }[] = value.toDelta()
    const isPlain = delta.every(({ insert, attributes }) => typeof insert === 'string' && attributes === undefined)
    return { words: value.toString(), isPlain: isPlain && Object.keys(value.getAttributes()).length === 0 }
  }
  return value instanceof Y.Map ? plainMap(value) : value
}

/** What a writer changed between two moments and might not, or left in a state that no document may be in. */
export function forbidden(
  before: PlainDocument,
  after: PlainDocument,
  schema: DocumentSchema,
  writer: Writer,
): string[] {
  const found = Object.keys(after).filter((root) => !Object.hasOwn(schema, root))
  for (const [root, spec] of Object.entries(schema)) {
    const [was, is] = [before[root] ?? {}, after[root] ?? {}]
    for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
      if (!isSame(was[key], is[key])) found.push(...wrongIn(root, key, spec, was[key], is[key], writer))
    }
  }
  return found
}

function wrongIn(root: string, key: string, spec: Root, was: unknown, is: unknown, writer: Writer): string[] {
  const at = `${root}.${key}`
  if (spec.shape === 'flat') return wrongField(at, spec.fields[key], was, is, writer, undefined)
  if (spec.shape === 'scalars') {
    const isRight = spec.change !== 'server' && (is === undefined || (spec.key.test(key) && v.is(spec.schema, is)))
    return isRight && writer.role !== 'observer' ? [] : [at]
  }
  if (!isEntry(is)) return [`${at} is gone`]
  const isNew = was === undefined
  if (isNew && !(spec.create === 'participant' && mayWrite(writer, spec.livesOn))) return [`${at} is new`]
  if (!isNew && !isEntry(was)) return [`${at} was something else`]
  const author = isNew ? writer.id : (was as PlainEntry).author
  const fields = new Set([...Object.keys(isNew ? {} : (was as PlainEntry)), ...Object.keys(is)])
  const missing = Object.entries(spec.fields)
    .filter(
      ([name, field]) =>
        is[name] === undefined && (field.kind === 'text' || !(field.optional || field.fallback !== undefined)),
    )
    .map(([name]) => `${at}.${name} is missing`)
  const changed = [...fields].filter((name) => isNew || !isSame((was as PlainEntry)[name], is[name]))
  const wrong = changed.flatMap((name) =>
    wrongField(
      `${at}.${name}`,
      spec.fields[name],
      isNew ? undefined : (was as PlainEntry)[name],
      is[name],
      writer,
      author,
      isNew,
    ),
  )
  return [...missing, ...wrong]
}

function wrongField(
  at: string,
  field: Field | undefined,
  was: unknown,
  is: unknown,
  writer: Writer,
  author: unknown,
  isNew = false,
): string[] {
  if (field === undefined) return [`${at} is not known`]
  if (!mayChange(field, writer, author)) return [`${at} by ${writer.role} ${writer.id}`]
  if (field.kind === 'text') return wrongText(at, field.limit * 10, isNew ? { words: '', isPlain: true } : was, is)
  if (is === undefined) return field.optional || (isNew && field.fallback !== undefined) ? [] : [`${at} is gone`]
  if (!v.is(field.schema, is)) return [`${at} = ${JSON.stringify(is)}`]
  const isForged = at.endsWith('.removed') && !(isEntry(is) && is.by === writer.id)
  return isForged ? [`${at} by somebody else`] : []
}

function wrongText(at: string, longest: number, was: unknown, is: unknown): string[] {
  if (!isText(was) || !isText(is)) return [`${at} is no text`]
  if (!is.isPlain) return [`${at} holds more than words`]
  return is.words.length > longest && is.words.length > was.words.length ? [`${at} is too long`] : []
}

function mayChange(field: Field, writer: Writer, author: unknown): boolean {
  if (!mayWrite(writer, field.livesOn)) return false
  const isTheirs = author === writer.id
  switch (field.change) {
    case 'server':
      return false
    case 'participant':
      return true
    case 'author-or-facilitator':
      return isTheirs || writer.role === 'facilitator'
    case 'wording':
      return isTheirs || author === null || writer.mayAnyoneReword
  }
}

function mayWrite({ role, isClosed }: Writer, livesOn: boolean): boolean {
  return role !== 'observer' && (livesOn || !isClosed)
}

function isEntry(value: unknown): value is PlainEntry {
  return typeof value === 'object' && value !== null && !isText(value) && !Array.isArray(value)
}

function isText(value: unknown): value is PlainText {
  return typeof value === 'object' && value !== null && 'words' in value && 'isPlain' in value
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [ofA, ofB] = [Object.entries(a), Object.entries(b)]
  return ofA.length === ofB.length && ofA.every(([key, value]) => isSame(value, (b as PlainEntry)[key]))
}
