import * as Y from 'yjs'
import { deskSchema } from '../../../shared/document/desk-schema.ts'
import type { Root, ScalarsRoot } from '../../../shared/document/root.ts'
import { mostRoomVotes } from '../../../shared/review/room-votes.ts'
import { entryOf, sharedTypes, valuesFor } from '../../support/samples.ts'
import { type Attempt, attack, type Kind, twin } from '../attempts.ts'
import { planted } from '../scene.ts'

const scalars = Object.entries<Root>(deskSchema).flatMap(([root, spec]) =>
  spec.shape === 'scalars' ? [[root, spec] as const] : [],
)

const onDesk = (what: string, change: (copy: Y.Doc) => void): Attempt =>
  attack(what, { as: 'ana', document: 'desk', change })

/** On a desk of her own, which is empty. */
const byOlga = (what: string, change: (desk: Y.Doc) => void): Attempt =>
  attack(what, {
    as: 'olga',
    document: 'desk',
    update() {
      const desk = new Y.Doc()
      desk.transact(() => change(desk))
      return Y.encodeStateAsUpdate(desk)
    },
  })

const draft = (id: string) => (copy: Y.Doc) => copy.getMap('drafts').set(id, entryOf(deskSchema.drafts, 'drafts'))

const keyOf = (spec: ScalarsRoot) => ['round/note:deploys', 'reflect'].find((key) => spec.key.test(key)) ?? 'reflect'

/** So many votes nobody has: for themselves, and for people in the room. */
const tooMany = (root: string) => (root === 'roomBallots' ? mostRoomVotes + 1 : 51)

const wrong: readonly unknown[] = [-1, 1.5, 1e9, '3', null, false, 5n, Number.NaN, {}, [1], { votes: 1 }, undefined]

const scalarAttacks = scalars.flatMap(([root, spec]) => {
  const right = valuesFor(spec.schema).find((value) => value !== undefined)
  const wrongOnes = [...wrong, tooMany(root), ...(spec.change === 'server' ? [right, { 'note:deploys': 1 }] : [])]
  const shapes = Object.entries(sharedTypes).map(([what, make]) => [what, make()] as const)
  const keys = [
    '',
    'a b',
    '<b>',
    '__proto__/x',
    'r/section:lessons',
    'x'.repeat(200),
    'r/note:',
    '/note:deploys',
    'a/b/c',
  ]
  return [
    ...wrongOnes.map((value) =>
      onDesk(`${root} = ${String(value)}`, (copy) => copy.getMap(root).set(keyOf(spec), value)),
    ),
    ...shapes.map(([what], index) =>
      onDesk(`${what} in ${root}`, (copy) => {
        const make = Object.values(sharedTypes)[index]
        copy.getMap(root).set(keyOf(spec), make?.())
      }),
    ),
    ...keys
      .filter((key) => !spec.key.test(key))
      .map((key) => onDesk(`${root} under the key ${key.slice(0, 20)}`, (copy) => copy.getMap(root).set(key, right))),
  ]
})

const secrets: Kind = {
  kind: 'what a desk does not take',
  attacks: [
    ...scalarAttacks,
    onDesk('a board’s root', (copy) => copy.getMap('notes').set('mine', new Y.Map())),
    onDesk('the session', (copy) => copy.getMap('session').set('phase', 'vote')),
    onDesk('a draft deleted', (copy) => copy.getMap('drafts').delete(planted.draft)),
    onDesk('a draft overwritten', (copy) => draft(planted.draft)(copy)),
    onDesk('a draft born published', (copy) => {
      const entry = entryOf(deskSchema.drafts, 'drafts')
      entry.set('published', 'Words of mine')
      copy.getMap('drafts').set('born-published', entry)
    }),
    byOlga('a draft by an observer', draft('watching')),
    byOlga('a ballot by an observer', (copy) => copy.getMap('ballots').set('round/note:deploys', 3)),
  ],
  twins: [
    twin('a draft', { as: 'ana', document: 'desk', change: draft('another-draft') }),
    ...scalars
      .filter(([, spec]) => spec.change !== 'server')
      .map(([root, spec]) =>
        twin(`${root} set`, {
          as: 'ana',
          document: 'desk',
          change: (copy) => copy.getMap(root).set(keyOf(spec), valuesFor(spec.schema)[0]),
        }),
      ),
  ],
}

const taken: Kind = {
  kind: "a draft under the id of somebody else's note or draft",
  attacks: [planted.bensNote, planted.bensDraft].map((id) => onDesk(id, draft(id))),
  twins: [twin('a draft under an id of its own', { as: 'ana', document: 'desk', change: draft('of-its-own') })],
}

export const deskKinds = [secrets, taken]
