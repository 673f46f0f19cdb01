import * as Y from 'yjs'
import { readByName } from '../../../shared/document/by-name.ts'
import { deskSchema } from '../../../shared/document/desk-schema.ts'
import type { Field } from '../../../shared/document/field.ts'
import type { Root } from '../../../shared/document/root.ts'
import { boardSchema, type DocumentSchema } from '../../../shared/document/schema.ts'
import { sameJson } from '../equal.ts'

export type DocumentName = 'board' | 'desk'

/** The documents of a board in this browser. */
export type Documents = Readonly<Record<DocumentName, Y.Doc>>

/**
 * One thing that I changed, as plain data. `undefined` (in JSON: absent) stands for a value that is not there.
 *
 * `id` is null in a flat root, and where `field` is the key of a scalar one. `seen`: it was on the server already, before
 * that came back from a backup, and anybody may have written it. `comesByMyDraft`: a note of mine, which needs no list.
 */
export type Difference = { readonly seen?: true; readonly comesByMyDraft?: true } & (
  | {
      readonly what: 'entry'
      readonly document: DocumentName
      readonly root: string
      readonly id: string
      readonly values: Readonly<Record<string, unknown>>
    }
  | ({ readonly what: 'value'; readonly before?: unknown; readonly after?: unknown } & Place)
  | ({ readonly what: 'text'; readonly before: string; readonly after: string } & Place)
)

interface Place {
  readonly document: DocumentName
  readonly root: string
  readonly id: string | null
  readonly field: string
}

export const schemas: Readonly<Record<DocumentName, DocumentSchema>> = { board: boardSchema, desk: deskSchema }

/**
 * What I wrote that the server is not known to have, field by field. What only the server writes is left out; with
 * `with-notes` it tells of new notes all the same.
 */
export function differences(base: Documents, mine: Documents, which?: 'with-notes'): readonly Difference[] {
  const differencesIn = (document: DocumentName) =>
    Object.entries(schemas[document]).flatMap(([root, spec]) => {
      const mayBeNew =
        (spec.shape === 'entries' && spec.create !== 'server') || (root === 'notes' && which !== undefined)
      return differencesOf({ document, root, spec, mayBeNew }, base[document], mine[document])
    })
  return [...differencesIn('board'), ...differencesIn('desk')]
}

interface RootOf {
  readonly document: DocumentName
  readonly root: string
  readonly spec: Root
  /** Whether an entry that the base lacks counts. */
  readonly mayBeNew: boolean
}

function differencesOf({ document, root, spec, mayBeNew }: RootOf, base: Y.Doc, mine: Y.Doc): readonly Difference[] {
  const compare = (id: string | null, field: string, kind: Field['kind']) =>
    changed({ document, root, id, field }, kind, base, mine)
  const compareFields = (id: string | null, fields: Readonly<Record<string, Field>>) =>
    fieldsOf(fields).flatMap(([field, kind]) => compare(id, field, kind))

  if (spec.shape === 'flat') return compareFields(null, spec.fields)
  if (spec.shape === 'entries') {
    return [...mine.getMap(root).keys()].flatMap((id) => {
      if (base.getMap(root).has(id)) return compareFields(id, spec.fields)
      return mayBeNew ? created(document, root, id, spec.fields, mine) : []
    })
  }
  if (spec.change === 'server') return []
  const keys = new Set([...base.getMap(root).keys(), ...mine.getMap(root).keys()])
  return [...keys].flatMap((key) => compare(null, key, 'value'))
}

function fieldsOf(fields: Readonly<Record<string, Field>>): readonly (readonly [string, Field['kind']])[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    field.change === 'server' ? [] : [[name, field.kind] as const],
  )
}

function changed(place: Place, kind: Field['kind'], base: Y.Doc, mine: Y.Doc): readonly Difference[] {
  const [before, after] = [readByName(base, place), readByName(mine, place)]
  if (kind === 'value') return sameJson(before, after) ? [] : [{ what: 'value', ...place, before, after }]
  const [was, is] = [wording(before), wording(after)]
  return was === is ? [] : [{ what: 'text', ...place, before: was, after: is }]
}

function created(
  document: DocumentName,
  root: string,
  id: string,
  fields: Readonly<Record<string, Field>>,
  mine: Y.Doc,
): readonly Difference[] {
  if (!(mine.getMap(root).get(id) instanceof Y.Map)) return []
  const values = Object.keys(fields)
    .filter((field) => !(document === 'desk' && fields[field]?.change === 'server'))
    .map((field) => [field, readByName(mine, { root, id, field })] as const)
    .filter(([, given]) => given !== undefined)
  return [{ what: 'entry', document, root, id, values: Object.fromEntries(values) }]
}

function wording(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
