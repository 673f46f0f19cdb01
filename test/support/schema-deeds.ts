import * as fc from 'fast-check'
import * as Y from 'yjs'
import type { Field } from '../../shared/document/field.ts'
import type { EntriesRoot } from '../../shared/document/root.ts'
import type { GuardedRoom } from './guarded-room.ts'
import { entryOf, valuesFor } from './samples.ts'

/** One thing that the schema allows: where, in which entry and field, and what. */
export interface SchemaDeed {
  readonly root: number
  readonly entry: number
  readonly field: number
  readonly value: number
  readonly what: 'write' | 'write' | 'write' | 'create' | 'clear'
}

export const aSchemaDeed: fc.Arbitrary<SchemaDeed> = fc.record({
  root: fc.nat(99),
  entry: fc.nat(99),
  field: fc.nat(99),
  value: fc.nat(999),
  what: fc.constantFrom('write', 'write', 'write', 'create', 'clear'),
})

/** Does to a copy what its owner may, by the declarations of the schema alone; nothing where that leaves no choice. */
export function doAllowed(
  room: Pick<GuardedRoom, 'schema' | 'editing'>,
  name: string,
  copy: Y.Doc,
  deed: SchemaDeed,
): void {
  const roots = Object.entries(room.schema)
  const [root, spec] = roots[deed.root % roots.length]!
  const map = copy.getMap<unknown>(root)
  if (spec.shape === 'scalars') {
    const key = [`round/note:n${deed.entry % 5}`, `phase-${deed.entry % 5}`].find((each) => spec.key.test(each))
    if (spec.change === 'server' || key === undefined) return
    if (deed.what === 'clear') map.delete(key)
    else map.set(key, pick(valuesFor(spec.schema), deed.value))
  } else if (spec.shape === 'flat') writeField(map, spec.fields, deed, name, undefined)
  else if (deed.what === 'create') create(map, spec, root, name, deed, copy)
  else {
    const entry = pick([...map.values()], deed.entry)
    if (entry instanceof Y.Map)
      writeField(entry, spec.fields, deed, name, entry.get('author'), room.editing === 'anyone')
  }
}

function create(
  map: Y.Map<unknown>,
  spec: EntriesRoot,
  root: string,
  name: string,
  deed: SchemaDeed,
  copy: Y.Doc,
): void {
  if (spec.create === 'participant') map.set(`${name}-${copy.clientID}-${deed.value}-${map.size}`, entryOf(spec, root))
}

function writeField(
  map: Y.Map<unknown>,
  fields: Readonly<Record<string, Field>>,
  { field: index, value, what }: SchemaDeed,
  name: string,
  author: unknown,
  anyone = false,
): void {
  const mine = Object.entries(fields).filter(([, { change }]) => {
    const isTheirs = author === undefined || author === null || author === name
    if (change === 'wording') return isTheirs || anyone
    return change === 'participant' || (change === 'author-or-facilitator' && (author === name || name === 'fay'))
  })
  const found = pick(mine, index)
  if (found === undefined) return
  const [key, field] = found
  if (field.kind === 'text') edit(map.get(key), value, what)
  else if (what === 'clear' && field.optional) map.delete(key)
  else map.set(key, key === 'removed' ? { by: name, at: value } : pick(valuesFor(field.schema), value))
}

const words = ['Deploys ', '😀', 'é', '\n', 'x'.repeat(40), 'Rollback']

function edit(text: unknown, value: number, what: SchemaDeed['what']): void {
  if (!(text instanceof Y.Text)) throw new Error('a text field without its text')
  const at = value % (text.length + 1)
  if (what === 'clear') text.delete(at, Math.min(text.length - at, 7))
  else text.insert(at, pick(words, value) ?? '')
}

function pick<T>(list: readonly T[], index: number): T | undefined {
  return list[index % Math.max(1, list.length)]
}
