import type * as Y from 'yjs'
import { sharedTypes, valueFor, wrongValuesFor } from '../../support/samples.ts'
import { type Attempt, attack, type Kind, twin } from '../attempts.ts'
import { type Place, places } from '../places.ts'
import type { Name, Scene } from '../scene.ts'

const shown = (value: unknown): string =>
  (typeof value === 'bigint' ? `${value}n` : (JSON.stringify(value) ?? String(value))).slice(0, 40)

const set = (place: Place, value: () => unknown) => (copy: Y.Doc) => {
  place.holder(copy).set(place.name, value())
}

/** A value that its field takes; who removed an entry has to be its writer. */
const rightValue = (place: Place, as: Name, n?: number) => (copy: Y.Doc, scene: Scene) => {
  if (place.field.kind === 'text') throw new Error(`${place} is no value`)
  const value = valueFor(place.field, String(place), n)
  place.holder(copy).set(place.name, place.name === 'removed' ? { by: scene.people[as].id, at: 1 } : value)
}

const valuePlaces = places.filter(({ field }) => field.kind === 'value')
const ofServer = places.filter(({ field }) => field.change === 'server')
const ofPeople = valuePlaces.filter(({ field }) => field.change !== 'server')

/** Everybody who might try: on what only the server writes, facilitators as well. */
const writersOf = ({ document, field }: Place): readonly Name[] =>
  document === 'board' && field.change === 'server' ? ['ana', 'kim'] : ['ana']

const wrongValues: Kind = {
  kind: 'a value that a field does not take',
  attacks: valuePlaces.flatMap((place) =>
    place.field.kind === 'text'
      ? []
      : writersOf(place).flatMap((as) =>
          wrongValuesFor(place.field as Extract<Place['field'], { kind: 'value' }>).map((value) =>
            attack(`${place} = ${shown(value)}`, { as, document: place.document, change: set(place, () => value) }),
          ),
        ),
  ),
  twins: ofPeople.map((place) =>
    twin(`${place} = a value that it takes`, { as: 'ana', document: place.document, change: rightValue(place, 'ana') }),
  ),
}

const wrongKinds: Kind = {
  kind: 'a shared type, a subdocument or bytes in a field',
  attacks: places.flatMap((place) =>
    Object.entries(sharedTypes).map(([what, make]) =>
      attack(`${place} = ${what}`, { as: 'ana', document: place.document, change: set(place, make) }),
    ),
  ),
  twins: ofPeople.map((place) =>
    twin(`${place} = a plain value`, { as: 'ana', document: place.document, change: rightValue(place, 'ana', 1) }),
  ),
}

const deletions: Kind = {
  kind: 'a field deleted that has to be there',
  attacks: places
    .filter(({ field }) => field.kind === 'text' || !field.optional)
    .flatMap((place) =>
      writersOf(place).map((as) =>
        attack(`delete ${place}`, {
          as,
          document: place.document,
          change: (copy) => place.holder(copy).delete(place.name),
        }),
      ),
    ),
  twins: ofPeople
    .filter((place) => place.field.kind === 'value' && place.field.optional)
    .map((place) =>
      twin(`delete ${place}`, {
        as: 'ana',
        document: place.document,
        change(copy, scene) {
          rightValue(place, 'ana')(copy, scene)
          place.holder(copy).delete(place.name)
        },
      }),
    ),
}

const observers: Kind = {
  kind: 'anything written by an observer',
  attacks: places
    .filter(({ document }) => document === 'board')
    .map((place) =>
      attack(`write ${place}`, {
        as: 'olga',
        document: 'board',
        change(copy, scene) {
          if (place.field.kind === 'value') rightValue(place, 'olga')(copy, scene)
          else (place.holder(copy).get(place.name) as Y.Text).insert(0, 'I was here')
        },
      }),
    ),
  twins: ofPeople
    .filter(({ document }) => document === 'board')
    .map((place) => twin(`write ${place}`, { as: 'ana', document: 'board', change: rightValue(place, 'ana') })),
}

const forged: readonly Attempt[] = ofPeople
  .filter(({ name }) => name === 'removed')
  .flatMap((place) =>
    (['ben', 'fay', undefined] as const).map((whom) =>
      attack(`${place} by ${whom ?? 'nobody'}`, {
        as: 'ana',
        document: place.document,
        change(copy, scene) {
          place.holder(copy).set('removed', { by: whom ? scene.people[whom].id : null, at: 1 })
        },
      }),
    ),
  )

const forgedRemovals: Kind = {
  kind: 'an entry removed in the name of somebody else',
  attacks: forged,
  twins: ofPeople
    .filter(({ name }) => name === 'removed')
    .map((place) => twin(`${place} by ana`, { as: 'ana', document: place.document, change: rightValue(place, 'ana') })),
}

export const valueKinds = [wrongValues, wrongKinds, deletions, observers, forgedRemovals]

/** For the check that the schema has something of each sort. */
export const counted = { places: places.length, ofServer: ofServer.length }
