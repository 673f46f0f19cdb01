import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { removeEntry, restoreEntry } from '../../shared/document/entry.ts'
import type { Asking } from '../../shared/document/may.ts'
import { groupNotes, setNoteTheme } from '../../shared/document/note.ts'
import { pinboardOf } from '../../shared/document/pinboard.ts'
import { readEntries, readEntry } from '../../shared/document/read.ts'
import { createEntry, setFields, textOf } from '../../shared/document/write.ts'
import { isLive, notesByTheme, placeNotes } from '../../shared/review/placement.ts'
import { aGuardedBoard, contentOf } from '../support/guarded-room.ts'
import { Apart, someWork } from '../support/replicas.ts'

const { FUZZ_RUNS = '150' } = process.env

function aBoardOf(notes: number): Y.Doc {
  const { doc } = aGuardedBoard()
  for (let n = 2; n < notes; n++) {
    const note = { section: 'lessons', text: `Note ${n}`, discussion: '', createdAt: 1, rank: 'a0', author: 'ben' }
    createEntry(doc, 'notes', `note-${n}`, note)
  }
  return doc
}

const lettersOf = (doc: Y.Doc) =>
  readEntries(doc, 'notes')
    .flatMap(({ text }) => [...text])
    .sort()

const shownIds = (doc: Y.Doc) =>
  placeNotes(pinboardOf(doc))
    .flatMap(({ notes }) => notes.map(({ id }) => id))
    .sort()

const liveIds = (doc: Y.Doc) =>
  readEntries(doc, 'notes')
    .filter(isLive)
    .map(({ id }) => id)
    .sort()

const works = fc.array(fc.array(someWork, { maxLength: 12 }), { minLength: 1, maxLength: 4 })
const orders = fc.array(fc.nat(99), { minLength: 5, maxLength: 20 })

describe('people who work apart', () => {
  it('[MERGE1] see the same board, whatever the order in which their changes arrive', () => {
    fc.assert(
      fc.property(works, orders, (rounds, order) => {
        const apart = new Apart(aBoardOf(6), 3)
        for (const round of rounds) {
          for (const work of round) apart.do(work)
          apart.deliver(order)
        }
        expect(apart.copies.map((copy) => contentOf(copy))).toEqual(apart.copies.map(() => contentOf(apart.copies[0]!)))
      }),
      { numRuns: Number(FUZZ_RUNS) },
    )
  }, 60_000)

  it('[MERGE2] lose no note and see none twice, however they group, move, edit, remove and restore', () => {
    fc.assert(
      fc.property(works, orders, (rounds, order) => {
        const board = aBoardOf(6)
        const before = readEntries(board, 'notes')
          .map(({ id }) => id)
          .sort()
        const apart = new Apart(board, 3)
        for (const round of rounds) {
          for (const work of round) apart.do(work)
          apart.deliver(order)
        }
        for (const copy of apart.copies) {
          expect(
            readEntries(copy, 'notes')
              .map(({ id }) => id)
              .sort(),
          ).toEqual(before)
          expect(shownIds(copy)).toEqual(liveIds(copy))
          const grouped = [...notesByTheme(pinboardOf(copy)).values()].flat().map(({ id }) => id)
          expect(grouped).toHaveLength(new Set(grouped).size)
        }
      }),
      { numRuns: Number(FUZZ_RUNS) },
    )
  }, 60_000)

  it('[MERGE3] lose no letter that they type, in the bin or out of it', () => {
    fc.assert(
      fc.property(works, orders, (rounds, order) => {
        const board = aBoardOf(4)
        const written = lettersOf(board)
        const apart = new Apart(board, 3)
        for (const round of rounds) {
          for (const work of round) apart.do(work)
          apart.deliver(order)
        }
        for (const copy of apart.copies) expect(lettersOf(copy)).toEqual([...written, ...apart.typed].sort())
      }),
      { numRuns: Number(FUZZ_RUNS) },
    )
  }, 60_000)
})

describe('two people at the same moment', () => {
  const asking = (id: string): Asking => ({ person: { id, role: 'facilitator' }, status: 'open', editing: 'anyone' })

  function apart(ana: (doc: Y.Doc) => void, ben: (doc: Y.Doc) => void): Y.Doc {
    const both = new Apart(aBoardOf(3), 2)
    ana(both.copies[0]!)
    ben(both.copies[1]!)
    both.deliver([0])
    expect(contentOf(both.copies[0]!)).toEqual(contentOf(both.copies[1]!))
    return both.copies[0]!
  }

  it('[MERGE4] who group one note into different themes find it in one of them', () => {
    const doc = apart(
      (copy) => groupNotes(copy, asking('ana'), 'deploys', 'alerts', 'hers'),
      (copy) => groupNotes(copy, asking('ben'), 'deploys', 'note-2', 'his'),
    )
    expect(['hers', 'his']).toContain(readEntry(doc, 'notes', 'deploys')?.theme)
    expect(shownIds(doc)).toEqual(['alerts', 'deploys', 'note-2'])
  })

  it('[MERGE4] of whom one groups a note into a theme that the other removes find it ungrouped', () => {
    const doc = apart(
      (copy) => setNoteTheme(copy, asking('ana'), 'deploys', 'process'),
      (copy) => removeEntry(copy, asking('ben'), 'themes', 'process', 5),
    )
    expect([...notesByTheme(pinboardOf(doc)).values()].flat()).toEqual([])
    expect(shownIds(doc)).toContain('deploys')
  })

  it('[MERGE5] who type in one note find the words of both', () => {
    const doc = apart(
      (copy) => textOf(copy, 'notes', 'deploys', 'text')?.insert(0, 'All '),
      (copy) => textOf(copy, 'notes', 'deploys', 'text')?.insert(17, ' evening'),
    )
    expect(readEntry(doc, 'notes', 'deploys')?.text).toBe('All Deploys on Friday evening')
  })

  it('[MERGE5] of whom one removes what the other edits find the edit when it comes back', () => {
    const doc = apart(
      (copy) => removeEntry(copy, asking('ana'), 'notes', 'deploys', 5),
      (copy) => {
        textOf(copy, 'notes', 'deploys', 'text')?.insert(17, ' evening')
        setFields(copy, 'notes', 'deploys', { theme: 'process' })
      },
    )
    expect(shownIds(doc)).not.toContain('deploys')
    restoreEntry(doc, asking('fay'), 'notes', 'deploys')
    expect(readEntry(doc, 'notes', 'deploys')).toMatchObject({ text: 'Deploys on Friday evening', theme: 'process' })
    expect(shownIds(doc)).toContain('deploys')
  })
})
