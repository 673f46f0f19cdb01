import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { deskSchema } from '../../shared/document/desk-schema.ts'
import { createDraft, textOf } from '../../shared/document/write.ts'
import { aGuardedBoard, aGuardedDesk, contentOf, type GuardedRoom, type Name } from '../support/guarded-room.ts'
import { aMutation, type Mutation, mutated } from '../support/mutations.ts'
import { forbidden, type PlainDocument, plainDocument, type Writer } from '../support/plain-board.ts'
import { aSchemaDeed, doAllowed, type SchemaDeed } from '../support/schema-deeds.ts'

const { FUZZ_RUNS = '150' } = process.env

const names = ['ana', 'ben', 'fay'] as const
const roles = { ana: 'participant', ben: 'participant', fay: 'facilitator', olga: 'observer' } as const

/** A board with a letter of two units in everybody's way, or ana's desk with a draft. */
function aRoom(isDesk: boolean): GuardedRoom {
  const room = isDesk ? aGuardedDesk() : aGuardedBoard()
  room.owners.set(42, { person: 'ben' })
  if (isDesk) {
    room.write((doc) => createDraft(doc, 'waiting', { section: 'lessons', text: 'Not yet 😀', rank: 'a0' }))
    room.notes.add('deploys')
    room.draftAuthors.set('bens', 'ben')
  } else room.write((doc) => textOf(doc, 'notes', 'alerts', 'text')?.insert(0, '😀😀 '))
  return room
}

/** All that a room lets through reaches a browser as the room says it. */
function browserOf(room: GuardedRoom): Y.Doc {
  const browser = room.copy()
  room.doc.on('update', (update: Uint8Array) => Y.applyUpdate(browser, update))
  return browser
}

/** Without roots in which nothing is: a replica makes them when it first looks. */
function filled(doc: Y.Doc): PlainDocument {
  return Object.fromEntries(Object.entries(plainDocument(doc)).filter(([, keys]) => Object.keys(keys).length > 0))
}

describe('updates drawn from the schema', () => {
  const step = fc.record({
    who: fc.nat(2),
    what: fc.constantFrom('do', 'do', 'do', 'do', 'say', 'say-merged', 'say-late', 'say-all', 'step-2', 'listen'),
    deed: aSchemaDeed,
  })

  it.each([
    ['a board', false],
    ['a desk', true],
  ])(
    '[GUARD23] are all taken, on %s, however they are merged, and once all is said they are everywhere',
    (_what, isDesk) => {
      const property = fc.property(fc.array(step, { minLength: 3, maxLength: 50 }), fc.boolean(), (steps, anyone) => {
        const room = aRoom(isDesk)
        room.editing = anyone ? 'anyone' : 'author'
        const speakers = (isDesk ? (['ana', 'ana', 'ana'] as const) : names).map((name, n) => {
          const copy = room.copy({ gc: n % 2 === 0 })
          const unsaid: Uint8Array[] = []
          copy.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
            if (local) unsaid.push(update)
          })
          return { name, copy, unsaid }
        })
        const take = (name: Name, update: Uint8Array, verdicts = ['apply', 'nothing-new']) => {
          const verdict = room.take(name, update)
          expect(verdicts, JSON.stringify(verdict)).toContain(verdict.verdict)
          expect(room.isWhole).toBe(true)
        }
        for (const { who, what, deed } of steps) {
          const { name, copy, unsaid } = speakers[who]!
          const meet = () => {
            unsaid.splice(0)
            take(name, room.lackedFrom(copy))
          }
          const done: Readonly<Record<typeof what, () => void>> = {
            do: () => doAllowed(room, name, copy, deed),
            say: () => {
              for (const update of unsaid.splice(0)) take(name, update, ['apply', 'nothing-new', 'gap'])
              meet()
            },
            'say-merged': () => take(name, Y.mergeUpdates([...unsaid.splice(0), room.lackedFrom(copy)])),
            'say-late': () => {
              for (const update of unsaid.splice(0).reverse()) take(name, update, ['apply', 'nothing-new', 'gap'])
              meet()
            },
            'say-all': () => take(name, Y.encodeStateAsUpdate(copy)),
            'step-2': meet,
            listen: () => Y.applyUpdate(copy, Y.encodeStateAsUpdate(room.doc, Y.encodeStateVector(copy))),
          }
          done[what]()
        }
        for (const { name, copy } of [...speakers, ...speakers]) {
          take(name, room.lackedFrom(copy))
          Y.applyUpdate(copy, Y.encodeStateAsUpdate(room.doc))
        }
        for (const { copy } of speakers) expect(contentOf(copy, room.schema)).toEqual(contentOf(room.doc, room.schema))
      })
      fc.assert(property, { numRuns: Number(FUZZ_RUNS) })
    },
    60_000,
  )
})

describe('updates that somebody meddled with', () => {
  const attempt = fc.record({
    who: fc.constantFrom<Name>('ana', 'ana', 'ben', 'fay', 'olga'),
    deeds: fc.array(aSchemaDeed, { minLength: 1, maxLength: 4 }),
    others: fc.array(aSchemaDeed, { minLength: 1, maxLength: 3 }),
    mutations: fc.array(aMutation, { maxLength: 4 }),
  })

  function meddledWith(
    room: GuardedRoom,
    name: Name,
    deeds: readonly SchemaDeed[],
    others: readonly SchemaDeed[],
    mutations: readonly Mutation[],
  ) {
    const writes = (by: Name, all: readonly SchemaDeed[]) => {
      const copy = room.copy()
      copy.transact(() => {
        for (const deed of all) doAllowed(room, by, copy, deed)
      })
      return room.lackedFrom(copy)
    }
    const clients = [1, 42, 4242, ...room.owners.keys()]
    return mutated(writes(name, deeds), mutations, { doc: room.doc, other: writes('ben', others), clients })
  }

  const wrongAfter = (room: GuardedRoom, name: Name, before: PlainDocument): readonly string[] => {
    const isDesk = room.schema === deskSchema
    const writer: Writer = {
      id: name,
      role: roles[name],
      isClosed: room.status === 'closed' && !isDesk,
      mayAnyoneReword: room.editing === 'anyone',
    }
    return forbidden(before, plainDocument(room.doc), room.schema, writer)
  }

  it.each([
    ['a board', false],
    ['a desk', true],
  ])(
    '[GUARD19] change nothing on %s that the schema forbids, leave nothing pending, and reach everyone alike',
    (_what, isDesk) => {
      const property = fc.property(
        fc.array(attempt, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        fc.boolean(),
        (attempts, isClosed, anyone) => {
          const room = aRoom(isDesk)
          room.status = isClosed ? 'closed' : 'open'
          room.editing = anyone ? 'anyone' : 'author'
          const browser = browserOf(room)
          for (const { who, deeds, others, mutations } of attempts) {
            const name = isDesk ? 'ana' : who
            const before = plainDocument(room.doc)
            room.take(name, meddledWith(room, name, deeds, others, mutations))
            expect(wrongAfter(room, name, before)).toEqual([])
            expect(room.isWhole).toBe(true)
            expect(filled(browser)).toEqual(filled(room.doc))
          }
          expect(filled(room.copy())).toEqual(filled(room.doc))
        },
      )
      fc.assert(property, { numRuns: Number(FUZZ_RUNS) * 2 })
    },
    120_000,
  )
})
