import * as Y from 'yjs'
import { valueFor } from '../../support/samples.ts'
import { attack, type Kind, twin } from '../attempts.ts'
import { places, textAt } from '../places.ts'
import type { Name, Scene } from '../scene.ts'

const authored = places.filter(({ isAuthored }) => isAuthored)
const wordings = authored.filter(({ field }) => field.change === 'wording')
const bins = authored.filter(({ field }) => field.change === 'author-or-facilitator')

const bin = (as: Name, of: 'ana' | 'ben') => (copy: Y.Doc, scene: Scene) => {
  for (const place of bins) place.holder(copy, of).set(place.name, { by: scene.people[as].id, at: 1 })
}

/** What belongs to ben, on a board where wording is its author's. */
const ofBen: Kind = {
  kind: "somebody else's note",
  attacks: [
    ...wordings.flatMap((place) =>
      (['ana', 'kim'] as const).flatMap((as) => [
        attack(`type into ben's ${place}`, {
          as,
          document: 'board',
          change: (copy) => textAt(place, copy, 'ben').insert(0, 'No '),
        }),
        attack(`erase ben's ${place}`, {
          as,
          document: 'board',
          change: (copy) => textAt(place, copy, 'ben').delete(0, textAt(place, copy, 'ben').length),
        }),
        attack(`type among ana's and ben's ${place} at once`, {
          as: 'ana',
          document: 'board',
          change(copy) {
            textAt(place, copy, 'ana').insert(0, 'Mine ')
            textAt(place, copy, 'ben').insert(0, 'Not mine ')
          },
        }),
      ]),
    ),
    attack("bin ben's note", { as: 'ana', document: 'board', change: bin('ana', 'ben') }),
  ],
  twins: [
    ...wordings.map((place) =>
      twin(`type into ana's ${place}`, {
        as: 'ana',
        document: 'board',
        change: (copy) => textAt(place, copy, 'ana').insert(0, 'My '),
      }),
    ),
    twin("bin ana's note", { as: 'ana', document: 'board', change: bin('ana', 'ana') }),
    twin("bin ben's note as a facilitator", { as: 'kim', document: 'board', change: bin('kim', 'ben') }),
    twin("take ben's note back out", {
      as: 'kim',
      document: 'board',
      change: (copy) => {
        for (const place of bins) place.holder(copy, 'ben').delete(place.name)
      },
    }),
  ],
}

const alive = places.filter(({ document, field }) => document === 'board' && field.change !== 'server')
const resting = alive.filter(({ field }) => !field.livesOn)
const living = alive.filter(({ field }) => field.livesOn)

const write = (place: (typeof places)[number]) => (copy: Y.Doc, scene: Scene) => {
  if (place.field.kind === 'text') textAt(place, copy).insert(0, 'Late ')
  else if (place.name === 'removed') place.holder(copy).set('removed', { by: scene.people.ana.id, at: 2 })
  else place.holder(copy).set(place.name, valueFor(place.field, String(place)))
}

const closed: Kind = {
  kind: 'content on a closed board',
  attacks: resting.map((place) => attack(`write ${place}`, { as: 'ana', document: 'board', change: write(place) })),
  twins: living.map((place) => twin(`write ${place}`, { as: 'ana', document: 'board', change: write(place) })),
  before: (scene) => scene.command({ type: 'board.close' }),
  after: (scene) => scene.command({ type: 'board.reopen' }),
}

/** Deletions of what others wrote, by their ids, with nothing new beside them. */
const swept: Kind = {
  kind: "deletions of others' structs",
  attacks: [
    ...(['ben', 'fay', 'kim'] as const).map((name) =>
      attack(`everything that anybody wrote, for ${name}`, {
        as: 'ana',
        document: 'board',
        update: (scene) => deletionOf(scene, (structs) => structs),
      }),
    ),
    attack('every single struct but one', {
      as: 'ana',
      document: 'board',
      update: (scene) => deletionOf(scene, (structs) => structs.slice(1)),
    }),
    attack('the last struct of each client', {
      as: 'ana',
      document: 'board',
      update: (scene) => deletionOf(scene, (structs) => structs.slice(-1)),
    }),
  ],
  twins: [
    twin("ana's own letters", {
      as: 'ana',
      document: 'board',
      change: (copy) => {
        for (const place of wordings) textAt(place, copy, 'ana').delete(0, 1)
      },
    }),
  ],
}

function deletionOf(
  scene: Scene,
  chosen: (structs: readonly (Y.Item | Y.GC)[]) => readonly (Y.Item | Y.GC)[],
): Uint8Array {
  const copy = scene.ledgers.board.copy()
  const doomed = new Y.Doc({ gc: false })
  Y.applyUpdate(doomed, Y.encodeStateAsUpdate(copy))
  doomed.transact((transaction) => {
    for (const structs of doomed.store.clients.values()) {
      for (const struct of chosen(structs)) if (struct instanceof Y.Item) struct.delete(transaction)
    }
  })
  return Y.encodeStateAsUpdate(doomed, Y.encodeStateVector(copy))
}

export const otherKinds = [ofBen, swept, closed]
