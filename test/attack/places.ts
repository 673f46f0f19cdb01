import * as Y from 'yjs'
import { deskSchema } from '../../shared/document/desk-schema.ts'
import type { Field } from '../../shared/document/field.ts'
import type { Root } from '../../shared/document/root.ts'
import { boardSchema, type DocumentSchema } from '../../shared/document/schema.ts'
import { entryOf } from '../support/samples.ts'
import type { DocumentName } from './scene.ts'
import { planted } from './scene.ts'

/** Where a field stands on the board under attack. */
export interface Place {
  readonly document: DocumentName
  readonly root: string
  readonly name: string
  readonly field: Field
  /** Whether its entry has an author, and so belongs to somebody. */
  readonly isAuthored: boolean
  /** The map that holds it: the root, or an entry of it; `of` asks for one of ana or of ben. */
  holder(copy: Y.Doc, of?: 'ana' | 'ben'): Y.Map<unknown>
  toString(): string
}

const schemas: readonly (readonly [DocumentName, DocumentSchema])[] = [
  ['board', boardSchema],
  ['desk', deskSchema],
]

/** Every field of every root of both documents, whatever the schema comes to hold. */
export const places: readonly Place[] = schemas.flatMap(([document, schema]) =>
  Object.entries(schema).flatMap(([root, spec]) =>
    spec.shape === 'scalars'
      ? []
      : Object.entries(spec.fields).map(([name, field]) => ({
          document,
          root,
          name,
          field,
          isAuthored: spec.shape === 'entries' && 'author' in spec.fields,
          holder: (copy: Y.Doc, of: 'ana' | 'ben' = 'ana') =>
            spec.shape === 'flat' ? copy.getMap<unknown>(root) : entryIn(copy, root, of),
          toString: () => `${root}.${name}`,
        })),
  ),
)

/**
 * The entry of a root that is attacked: ana's or ben's where entries belong to somebody.
 *
 * A root that the server fills may be empty still: there the attack begins with an entry of its own.
 */
export function entryIn(copy: Y.Doc, root: string, of: 'ana' | 'ben' = 'ana'): Y.Map<unknown> {
  const entries = copy.getMap<Y.Map<unknown>>(root)
  const wanted = of === 'ana' ? [planted.draft, planted.note] : [planted.bensNote]
  const entry = [...wanted.map((id) => entries.get(id)), ...entries.values()].find((each) => each !== undefined)
  if (entry instanceof Y.Map) return entry
  const spec = Object.entries<Root>(boardSchema).find(([name]) => name === root)?.[1]
  if (spec?.shape !== 'entries' || spec.create !== 'server') throw new Error(`nothing to attack in ${root}`)
  return entries.set('forged', entryOf(spec, root))
}

/** The text at a place. */
export function textAt(place: Place, copy: Y.Doc, of?: 'ana' | 'ben'): Y.Text {
  const text = place.holder(copy, of).get(place.name)
  if (!(text instanceof Y.Text)) throw new Error(`no text in ${place}`)
  return text
}
