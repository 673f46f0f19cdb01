import * as v from 'valibot'
import * as Y from 'yjs'
import type { ValueField } from '../../shared/document/field.ts'
import type { EntriesRoot } from '../../shared/document/root.ts'
import { newEntryMap } from '../../shared/document/write.ts'

/** Plain values of every sort that a field may want, and of many that none wants. */
const pool: readonly unknown[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  1.5,
  51,
  1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  5n,
  undefined,
  '',
  'a1',
  'a',
  'zz zz',
  'lessons',
  'x'.repeat(201),
  'x'.repeat(1001),
  'x'.repeat(2001),
  '2026-05-01',
  '2026-13-40',
  '2018-10-21T22:52:00Z',
  '2018-10-21 22:52',
  'https://example.org/runbook',
  'javascript:alert(1)',
  `https://example.org/${'x'.repeat(2000)}`,
  'note:deploys',
  'person:ana',
  '<img src=x onerror=alert(1)>',
  {},
  { by: 'ben', at: 1 },
  { by: null, at: 1 },
  { by: 'ben', at: Number.NaN },
  { startedAt: 1, seconds: 60 },
  { form: 1, by: 'ben', at: 1, approver: 'Ben', on: '2026-05-01', stands: true, parts: { title: 'x' } },
  JSON.parse('{"__proto__":{"by":"ben","at":1}}'),
  [],
  ['network'],
  [7],
  ['x'.repeat(61)],
  Array.from({ length: 51 }, () => 'x'),
  [[[[['deep']]]]],
]

/** Choices that a schema lists, wherever it nests them. */
function choicesIn(schema: unknown): readonly unknown[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { options, wrapped, pipe, literal } = schema as Readonly<Record<string, unknown>>
  const own = Array.isArray(options) ? options.filter((option) => typeof option === 'string') : []
  const nested = [wrapped, ...(Array.isArray(pipe) ? pipe.filter((part) => part !== schema) : [])]
  return [...own, ...(literal === undefined ? [] : [literal]), ...nested.flatMap(choicesIn)]
}

/** Values that a schema takes. */
export function valuesFor(schema: v.GenericSchema): readonly unknown[] {
  return [...choicesIn(schema), ...pool].filter((value) => v.is(schema, value))
}

/**
 * One value that a field takes; `n` asks for different ones.
 *
 * @throws Error for a field of a new kind: the pool wants a value for it.
 */
export function valueFor(field: ValueField, what: string, n = 0): unknown {
  const found = valuesFor(field.schema).filter((value) => value !== undefined)
  if (found.length === 0) throw new Error(`no value for ${what}: add one to the pool`)
  return found[n % found.length]
}

/** Values that a field doesn't take. What only the server writes takes nothing from anybody: some of all will do. */
export function wrongValuesFor(field: ValueField): readonly unknown[] {
  if (field.change === 'server') return pool.filter((_, index) => index % 6 === 0)
  return pool.filter((value) => !v.is(field.schema, value))
}

/** Every kind of content that Yjs knows and a plain value is not. */
export const sharedTypes: Readonly<Record<string, () => unknown>> = {
  'a map': () => new Y.Map(),
  'a map with something in it': () => new Y.Map([['rank', 'a1']]),
  'a map in a map': () => new Y.Map([['deeper', new Y.Map([['deepest', 1]])]]),
  'a text in a map': () => new Y.Map([['text', new Y.Text('smuggled')]]),
  'a text': () => new Y.Text(),
  'a text with words': () => new Y.Text('smuggled'),
  'an array': () => Y.Array.from([1, 'two']),
  'a map in an array': () => Y.Array.from([new Y.Map([['rank', 'a1']])]),
  'an XML fragment': () => new Y.XmlFragment(),
  'an XML element': () => new Y.XmlElement('script'),
  'an XML text': () => new Y.XmlText('smuggled'),
  'an XML hook': () => new Y.XmlHook('hook'),
  'a subdocument': () => new Y.Doc(),
  bytes: () => new Uint8Array([1, 2, 3]),
}

/** An entry of a root with everything it needs. */
export function entryOf(spec: EntriesRoot, what: string): Y.Map<unknown> {
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(spec.fields)) {
    if (field.kind === 'value' && !field.optional) values[name] = valueFor(field, `${what}.${name}`)
    else if (field.kind === 'text') values[name] = 'in some words'
  }
  return newEntryMap(spec.fields, values, what)
}
