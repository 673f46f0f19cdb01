import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boardSchema } from '../../shared/document/schema.ts'
import { aDeed, browsersOf } from '../support/browsers.ts'
import { aGuardedBoard, contentOf } from '../support/guarded-room.ts'
import { anAttack, hostileUpdate } from '../support/hostile.ts'
import { beyond, expectWhole, typesIn } from '../support/untouched.ts'

const { FUZZ_RUNS = '150' } = process.env

describe('the guard', () => {
  it('[GUARD18] refuses nothing that people do at their browsers, however they go offline, undo and come back', () => {
    fc.assert(
      fc.property(fc.array(aDeed, { minLength: 5, maxLength: 60 }), fc.boolean(), (deeds, anyone) => {
        const room = aGuardedBoard()
        room.editing = anyone ? 'anyone' : 'author'
        const browsers = browsersOf(room)
        for (const deed of deeds) browsers[deed.who]!.do(deed)
        for (const browser of [...browsers, ...browsers]) browser.meet()
        expect(browsers.map(({ doc }) => contentOf(doc))).toEqual(browsers.map(() => contentOf(room.doc)))
      }),
      { numRuns: Number(FUZZ_RUNS) },
    )
  }, 60_000)

  it('[GUARD19] lets nothing hostile touch what its writer may not write, and keeps the room whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anAttack, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 }),
        (rounds) => {
          const room = aGuardedBoard()
          room.owners.set(42, { person: 'ben' })
          const before = beyond(room, 'ana')
          const types = typesIn(room.doc)
          const roots = Object.keys(boardSchema)
          for (const attacks of rounds) room.take('ana', hostileUpdate(room, attacks))
          expect(beyond(room, 'ana')).toEqual(before)
          expect([...types].filter((type) => !typesIn(room.doc).has(type))).toEqual([])
          expect([...room.doc.share.keys()].filter((root) => !roots.includes(root))).toEqual([])
          expectWhole(room.doc)
          expect(room.isWhole).toBe(true)
          expect(contentOf(room.copy())).toEqual(contentOf(room.doc))
        },
      ),
      { numRuns: Number(FUZZ_RUNS) * 4 },
    )
  }, 120_000)

  it('[GUARD17] lets no arbitrary bytes past, and never throws', () => {
    const room = aGuardedBoard()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(['refuse', 'gap', 'nothing-new']).toContain(room.judge('olga', bytes).verdict)
      }),
      { numRuns: Number(FUZZ_RUNS) * 10 },
    )
  })
})
