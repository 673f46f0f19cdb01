import * as Y from 'yjs'
import type { EntriesRoot, Root } from '../../../shared/document/root.ts'
import { boardSchema } from '../../../shared/document/schema.ts'
import { entryOf, sharedTypes } from '../../support/samples.ts'
import { type Attempt, attack, type Kind, twin } from '../attempts.ts'
import { entryIn } from '../places.ts'

const entryRoots = Object.entries<Root>(boardSchema).flatMap(([root, spec]) =>
  spec.shape === 'entries' ? [[root, spec] as const] : [],
)
const open = entryRoots.filter(([, spec]) => spec.create === 'participant')
const ofServer = entryRoots.filter(([, spec]) => spec.create !== 'participant')

const onBoard = (what: string, change: (copy: Y.Doc) => void, as: 'ana' | 'kim' | 'olga' = 'ana'): Attempt =>
  attack(what, { as, document: 'board', change })

const create =
  (root: string, spec: EntriesRoot, id = `new-${root}`) =>
  (copy: Y.Doc) => {
    copy.getMap(root).set(id, entryOf(spec, root))
  }

let created = 0
const creations = () =>
  open.map(([root, spec]) => {
    created += 1
    return twin(`a whole entry in ${root}`, {
      as: 'ana',
      document: 'board',
      change: create(root, spec, `twin-${root}-${created}`),
    })
  })

const unmade: Kind = {
  kind: 'an entry deleted or overwritten',
  attacks: entryRoots.flatMap(([root, spec]) =>
    (['ana', 'kim'] as const).flatMap((as) => {
      const idIn = (copy: Y.Doc) => entryIn(copy, root)._item?.parentSub ?? ''
      return [
        onBoard(`delete an entry of ${root}`, (copy) => copy.getMap(root).delete(idIn(copy)), as),
        onBoard(
          `clear ${root}`,
          (copy) => {
            entryIn(copy, root)
            copy.getMap(root).clear()
          },
          as,
        ),
        onBoard(`overwrite an entry of ${root}`, (copy) => create(root, spec, idIn(copy))(copy), as),
        onBoard(`overwrite an entry of ${root} by a word`, (copy) => copy.getMap(root).set(idIn(copy), 'gone'), as),
        onBoard(
          `overwrite an entry of ${root}, and delete that`,
          (copy) => {
            const id = idIn(copy)
            copy.getMap(root).set(id, 'gone')
            copy.getMap(root).delete(id)
          },
          as,
        ),
      ]
    }),
  ),
  twins: creations(),
}

const foreign: Kind = {
  kind: 'an entry in a root that only the server fills, or by an observer',
  attacks: [
    ...ofServer.flatMap(([root, spec]) =>
      (['ana', 'kim'] as const).map((as) => onBoard(`an entry in ${root}`, create(root, spec), as)),
    ),
    ...entryRoots.map(([root, spec]) => onBoard(`an entry in ${root}`, create(root, spec), 'olga')),
  ],
  twins: creations(),
}

const incomplete: Kind = {
  kind: 'an entry with something missing, or with something more',
  attacks: open.flatMap(([root, spec]) => [
    onBoard(`nothing at all in ${root}`, (copy) => copy.getMap(root).set('bare', new Y.Map())),
    ...Object.entries(spec.fields)
      .filter(([, field]) => field.kind === 'text' || (!field.optional && field.fallback === undefined))
      .map(([name]) =>
        onBoard(`${root} without ${name}`, (copy) => {
          const entry = entryOf(spec, root)
          entry.delete(name)
          copy.getMap(root).set('torso', entry)
        }),
      ),
    ...Object.keys(spec.fields).flatMap((name) =>
      Object.entries(sharedTypes)
        .filter(([what]) => !(spec.fields[name]?.kind === 'text' && what.startsWith('a text') && !what.includes('map')))
        .map(([what, make]) =>
          onBoard(`${root} born with ${what} as ${name}`, (copy) => {
            const entry = entryOf(spec, root)
            entry.set(name, make())
            copy.getMap(root).set('monster', entry)
          }),
        ),
    ),
    ...['color', '__proto__', 'constructor', 'toString', 'author2'].map((name) =>
      onBoard(`${root} with ${name}`, (copy) => {
        const entry = entryOf(spec, root)
        entry.set(name, 1)
        copy.getMap(root).set('more', entry)
      }),
    ),
    onBoard(`a field that ${root} does not know`, (copy) => entryIn(copy, root).set('color', 'red')),
    onBoard(`a map under a field that ${root} does not know`, (copy) => entryIn(copy, root).set('color', new Y.Map())),
    ...['', '<b>', 'a b', 'a/b', '__proto__', 'x'.repeat(65), 'ä', '../notes'].map((id) =>
      onBoard(`${root} under the id ${id.slice(0, 12)}`, create(root, spec, id)),
    ),
  ]),
  twins: creations(),
}

const otherRoots: Readonly<Record<string, (copy: Y.Doc) => void>> = {
  'a map': (copy) => copy.getMap('secrets').set('mine', 1),
  'a map named like an object’s own': (copy) => copy.getMap('constructor').set('mine', 1),
  'a map named __proto__': (copy) => copy.getMap('__proto__').set('mine', 1),
  'a map without a name': (copy) => copy.getMap('').set('mine', 1),
  'a map with a very long name': (copy) => copy.getMap('x'.repeat(100_000)).set('mine', 1),
  'a map that holds a board': (copy) => copy.getMap('board').set('notes', new Y.Map([['n', new Y.Map()]])),
  'a text': (copy) => copy.getText('notes2').insert(0, 'x'),
  'an array': (copy) => copy.getArray('list').insert(0, [1]),
  'an XML fragment': (copy) => copy.getXmlFragment('page').insert(0, [new Y.XmlElement('script')]),
  'the desk’s roots': (copy) => copy.getMap('drafts').set('mine', new Y.Map()),
  'the ballots of a desk': (copy) => copy.getMap('ballots').set('r/note:deploys', 3),
}

const roots: Kind = {
  kind: 'a root that the schema does not know, or of another type',
  attacks: [
    ...Object.entries(otherRoots).map(([what, change]) => onBoard(`${what} as a root`, change)),
    ...Object.keys(boardSchema).flatMap((root) =>
      (
        [
          ['a list', (copy) => copy.get(root, Y.Array).insert(0, ['x'])],
          ['letters', (copy) => copy.get(root, Y.Text).insert(0, 'x')],
          ['an element', (copy) => copy.get(root, Y.XmlFragment).insert(0, [new Y.XmlElement('b')])],
        ] satisfies readonly (readonly [string, (copy: Y.Doc) => void])[]
      ).map(([what, change]) => onBoard(`${what} in the root ${root}`, change)),
    ),
    ...Object.entries(sharedTypes).flatMap(([what, make]) =>
      [...Object.keys(boardSchema), 'session', 'incident'].map((root) =>
        onBoard(`${what} under an unknown key of ${root}`, (copy) => copy.getMap(root).set('?', make())),
      ),
    ),
  ],
  twins: creations(),
}

export const entryKinds = [unmade, foreign, incomplete, roots]
