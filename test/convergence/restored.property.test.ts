import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openPutBack } from '../../client/session/salvage/put-back.ts'
import { keepUnsaved } from '../../client/session/salvage/unsaved.ts'
import { boardSchema } from '../../shared/document/schema.ts'
import { aGuardedBoard, contentOf, GuardedRoom, type Name } from '../support/guarded-room.ts'
import { aSchemaDeed, doAllowed } from '../support/schema-deeds.ts'
import { storageAlone } from '../support/storage-alone.ts'

const { FUZZ_RUNS = '20' } = process.env
const roles = { ana: 'participant', ben: 'participant', fay: 'facilitator' } as const
const people: readonly (keyof typeof roles)[] = ['ana', 'ben', 'fay']

/** Half of it at the actions, so that it meets. */
const actions = Object.keys(boardSchema).indexOf('actions')
const aDeed = fc.oneof(
  aSchemaDeed,
  aSchemaDeed.map((deed) => ({ ...deed, root: actions, entry: 0 })),
)
const deeds = fc.array(fc.record({ who: fc.constantFrom(...people), deed: aDeed }), { maxLength: 25 })
const orders = fc.shuffledSubarray([...people], { minLength: 3 })

function work(room: GuardedRoom, done: readonly { who: Name; deed: Parameters<typeof doAllowed>[3] }[]): void {
  for (const { who, deed } of done) room.send(who, (copy) => doAllowed(room, who, copy, deed))
}

/** A server that knows what another one knew at a moment. */
function restoredFrom(room: GuardedRoom): GuardedRoom {
  const restored = new GuardedRoom(boardSchema)
  restored.doc.clientID = 2
  restored.owners.set(2, 'server')
  Y.applyUpdate(restored.doc, Y.encodeStateAsUpdate(room.doc))
  for (const [client, owner] of room.owners) restored.owners.set(client, owner)
  for (let n = 0; n < 500; n++) restored.newClient() // nobody comes back under an id they had before
  return restored
}

/** Somebody's browser comes back, with all that it had seen. */
function returns(id: keyof typeof roles, seen: Y.Doc, restored: GuardedRoom): string {
  const known = { board: seen, desk: new Y.Doc() }
  const onto = { board: restored.copy(), desk: new Y.Doc() }
  const unsaved = keepUnsaved({ storage: storageAlone(), boardId: 'board', person: id })
  openPutBack({ id, name: id, role: roles[id] }, unsaved).writeAll({ base: known, documents: known }, onto)
  return restored.take(id, restored.lackedFrom(onto.board)).verdict
}

/** Every value that people write: where it is, and which change it comes from. */
function valuesOf(doc: Y.Doc): ReadonlyMap<string, { readonly value: unknown; readonly change: string }> {
  const found = Object.entries(boardSchema).flatMap(([root, spec]) => {
    const maps = spec.shape === 'flat' ? [['', doc.getMap(root)] as const] : [...doc.getMap(root)]
    return maps.flatMap(([id, map]) => {
      if (!(map instanceof Y.Map)) return []
      const fields = Object.entries(spec.fields).filter(
        ([, { kind, change }]) => kind === 'value' && change !== 'server',
      )
      return fields.map(([field]) => {
        const item = map._map.get(field)
        const value: unknown = map.get(field)
        const change = item === undefined ? '' : `${item.id.client}:${item.id.clock}:${item.deleted}`
        return [`${root}/${id}/${field}`, { value: field === 'removed' ? value !== undefined : value, change }] as const
      })
    })
  })
  return new Map(found)
}

describe('a board on a server that came back from a backup', () => {
  it('[SALVAGE11] has every value that people had seen, but for what was set on it since; nothing is refused or comes twice', () => {
    fc.assert(
      fc.property(deeds, deeds, deeds, orders, (before, after, since, order) => {
        const lost = aGuardedBoard()
        work(lost, before)
        const restored = restoredFrom(lost)
        const backup = valuesOf(restored.doc)
        work(lost, after)
        const seen = lost.copy()
        work(restored, since)
        const met = valuesOf(restored.doc)

        for (const who of order) expect(returns(who, seen, restored)).toMatch(/apply|nothing-new/)

        const now = valuesOf(restored.doc)
        const known = valuesOf(seen)
        const isSetSince = (at: string) => met.get(at)?.change !== backup.get(at)?.change
        const isSetBefore = (at: string) => known.get(at)?.change !== backup.get(at)?.change
        // Set by the one and cleared by the other: neither says which was meant.
        const isOpen = (at: string) => isSetBefore(at) && isSetSince(at) && met.get(at)?.value === undefined
        const wanted = [...new Set([...known.keys(), ...met.keys()])].filter((at) => !isOpen(at))
        for (const at of wanted) {
          const { value } = (isSetSince(at) ? met.get(at) : (known.get(at) ?? met.get(at)))!
          expect([at, now.get(at)?.value]).toEqual([at, value])
        }
        const once = contentOf(restored.doc)
        for (const who of order) expect(returns(who, seen, restored)).toBe('nothing-new')
        expect(contentOf(restored.doc)).toEqual(once)
      }),
      { numRuns: Number(FUZZ_RUNS) },
    )
  }, 60_000)
})
