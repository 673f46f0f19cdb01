import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bringFile } from '../../server/facilitation/bring-file.ts'
import { newBoardOf } from '../../server/facilitation/create-board.ts'
import type { BoardFile } from '../../shared/api/board-file.ts'
import { contentRoots } from '../../shared/document/schema.ts'
import { snapshotOf } from '../../shared/document/snapshot.ts'
import { createEntry, setFields } from '../../shared/document/write.ts'
import { examples } from '../../shared/incident/examples.ts'
import { readBoardFile } from '../../shared/report/read-board-file.ts'
import { renderReport } from '../../shared/report/render.ts'
import { anyBoard, plainBoard } from '../support/any-board.ts'

const now = Date.parse('2026-03-02T14:05:00Z')
const context = { boardId: 'there', now, boardUrl: 'https://hindsight.example/b/there' }
const fay = { id: 'fay', name: 'Fay', color: 'blue', role: 'facilitator', joinedAt: now, counts: true } as const
const made = [0]
const deps = {
  now: () => now,
  newId: () => `id${made.push(0)}`,
  newSecret: () => 's',
  random: () => 0.5,
  newClientId: () => 7,
}

const exported = (board: Y.Doc, format: 'json' | 'board.html' = 'json') =>
  renderReport(format, snapshotOf(board), context).body

function fileOf(text: string): BoardFile {
  const read = readBoardFile(text)
  if (read.state === 'read') return read.file
  throw new Error(JSON.stringify(read.problems))
}

function imported(file: BoardFile): Y.Doc {
  const doc = new Y.Doc()
  for (const { update } of newBoardOf(file, fay, deps).first.updates) Y.applyUpdate(doc, update)
  return doc
}

/** A write-up of an incident, as it lies in its file. */
const writeUp = (slug: string) =>
  readFileSync(new URL(`../../shared/incident/examples/${slug}.json`, import.meta.url), 'utf8')

/** A board as it comes out of a file: people of elsewhere have left, anonymous notes are nobody's. */
function elsewhere(board: Y.Doc) {
  const { people, notes, session, edits, incident, ...same } = plainBoard(board)
  const isAnonymous = session.settings.attribution === 'anonymous'
  return {
    ...same,
    incident: Object.fromEntries(Object.entries(incident).filter(([, value]) => value !== null && `${value}` !== '')),
    people: people.map((person) => ({ ...person, left: now })),
    notes: notes.map((note) => ({ ...note, author: isAnonymous ? null : note.author })),
    session: { ...session, schema: expect.any(Number), origin: 'there' },
  }
}

describe('a board file', () => {
  it('[FILE1] makes the board that it was taken from, whichever of both forms it has', () => {
    fc.assert(
      fc.property(anyBoard, fc.constantFrom('json' as const, 'board.html' as const), (board, format) => {
        const { edits, people, incident, ...made } = plainBoard(imported(fileOf(exported(board, format))))
        const { people: others, ...expected } = elsewhere(board)
        expect({ ...made, people: people.filter(({ id }) => id !== fay.id) }).toEqual({
          ...expected,
          incident: undefined,
          people: others,
        })
        expect(incident).toMatchObject(expected.incident)
      }),
      { numRuns: 60 },
    )
  })

  it('[FILE1] goes from board to board, and stays the same', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const once = imported(fileOf(exported(board)))
        const { madeAt, derived, board: where, ...file } = fileOf(exported(once))
        const {
          madeAt: __,
          derived: ___,
          board: ____,
          ...again
        } = fileOf(exported(imported({ ...file, board: where })))
        expect(again).toEqual(file)
      }),
      { numRuns: 30 },
    )
  })

  it('[FILE5] brings nothing twice, and changes and deletes nothing that is there', () => {
    fc.assert(
      fc.property(anyBoard, anyBoard, fc.func(fc.boolean()), (board, other, isKept) => {
        const file = fileOf(exported(board))
        const here = imported(fileOf(exported(other)))
        for (const root of contentRoots) {
          for (const { id, ...entry } of snapshotOf(board)[root]) {
            if (isKept(root, id) && !here.getMap(root).has(id)) createEntry(here, root, id, entry as never)
          }
        }
        const before = plainBoard(here)
        bringFile(here, file, now)
        const after = plainBoard(here)
        for (const root of contentRoots) {
          expect(after[root]).toEqual(expect.arrayContaining(before[root] as unknown[]))
          const all = new Set([...before[root], ...file[root]].map(({ id }) => id))
          expect(after[root].map(({ id }) => id)).toEqual([...all].sort())
        }
        const state = Y.encodeStateVector(here)
        const again = bringFile(here, file, now)
        expect([again.added, again.filled, Y.encodeStateVector(here)]).toEqual([0, 0, state])
      }),
      { numRuns: 40 },
    )
  })

  it('[FILE5] leaves in the bin what was put there', () => {
    const file = fileOf(writeUp('cloudflare-2019-waf-regex'))
    const here = imported(file)
    setFields(here, 'notes', 'note-lessons-0', { removed: { by: fay.id, at: now } })
    expect(bringFile(here, file, now)).toMatchObject({ added: 0, filled: 0 })
    expect(snapshotOf(here).notes.find(({ id }) => id === 'note-lessons-0')?.removed).toEqual({ by: fay.id, at: now })
  })

  it.each(examples)('[FILE2] is also the write-up of an incident, with every fact of it: $slug', ({ slug }) => {
    const text = writeUp(slug)
    const board = imported(fileOf(text))
    const facts = leaves(JSON.parse(text)).filter((fact) => !/^[a-z-]+(:\d+)?$/u.test(fact))
    const held = JSON.stringify(plainBoard(board))
    expect(facts.filter((fact) => !held.includes(JSON.stringify(fact).slice(1, -1)))).toEqual([])
  })
})

function leaves(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [String(value)]
}

describe('a file that is none', () => {
  const good = (change: object) =>
    JSON.stringify({ ...JSON.parse(exported(imported(fileOf(writeUp('roblox-2021-consul'))))), ...change })
  const problems = (text: string) => {
    const read = readBoardFile(text)
    return read.state === 'refused' ? read.problems.map(({ where, what }) => `${where ?? 'the file'}: ${what}`) : []
  }

  it.each([
    ['nothing', '', 'the file: The file is empty.'],
    [
      'a text',
      'hello',
      'the file: This is no review of Hindsight. Bring the JSON of a report, or a board as one file.',
    ],
    [
      'other JSON',
      '{"a": 1}',
      'the file: This is no review of Hindsight. Bring the JSON of a report, or a board as one file.',
    ],
    ['a list', '[]', 'the file: This is no review of Hindsight. Bring the JSON of a report, or a board as one file.'],
    [
      'broken JSON',
      '{\n  "format": "hindsight-board",\n  "version" 1\n}',
      'line 3: This is not valid JSON: look for a missing quote, comma or bracket, or a file cut short.',
    ],
    [
      'another page',
      '<!doctype html><p>Hello',
      'the file: This page holds no data to import. Take “Board as one file” or JSON from the report page of the review.',
    ],
    [
      'of a newer form',
      good({ version: 2 }),
      'version: It was written by a newer Hindsight, in version 2 of its form; this one reads version 1.',
    ],
    ['without a board', good({ board: undefined }), 'board: This is missing.'],
    [
      'with a wrong time',
      good({
        timeline: [
          { id: 'a', at: '2018-10-21T22:52:00Z' },
          { id: 'b', at: 'soon' },
        ],
      }),
      'timeline, entry 2, at: This wants a time in UTC, such as 2018-10-21T22:52:00Z.',
    ],
    [
      'with a field of its own',
      good({ services: [{ id: 'a', name: 'checkout', owner: 'ana' }] }),
      'services, entry 1, owner: This is not known here.',
    ],
    [
      'with one id for two',
      good({
        themes: [
          { id: 'a', rank: 'a0' },
          { id: 'a', rank: 'a1' },
        ],
      }),
      'themes: This wants entries with different ids.',
    ],
  ])('[FILE3] says what is wrong and where: %s', (_what, text, problem) => {
    expect(problems(text)).toEqual([problem])
  })

  it('[FILE3] leaves nothing out of a write-up without a word: what it does not know is said', () => {
    const told = JSON.parse(writeUp('gitlab-2017-database-loss'))
    const [factor, action] = [told.contributingFactors[0], told.actions[0]]
    const odd = {
      ...told,
      severity: 'SEV-9',
      milestones: { ...told.milestones, started: 'yesterday' },
      contributingFactors: [{ ...factor, category: 'weather' }],
      actions: [{ ...action, kind: 'hope' }],
    }
    expect(problems(JSON.stringify(odd))).toEqual([
      'severity: This wants one of SEV-1, SEV-2, SEV-3, SEV-4.',
      'milestones, started: This wants a time in UTC, such as 2018-10-21T22:52:00Z.',
      'contributingFactors, entry 1, category: This wants one of technical, process, human, external.',
      'actions, entry 1, kind: This wants one of prevent, mitigate, detect, process.',
    ])
  })

  it('[FILE3] tells all that is wrong at once', () => {
    const text = good({ services: [{ id: 'a' }], checkIns: [{ id: 'a', on: 'soon' }] })
    expect(problems(text)).toEqual([
      'services, entry 1, name: This is missing.',
      'checkIns, entry 1, on: This wants a date, YYYY-MM-DD.',
    ])
  })

  it('[FILE3] is refused whole wherever it is cut short, and whatever stands in it', () => {
    const whole = good({})
    fc.assert(
      fc.property(fc.nat(whole.trimEnd().length - 1), (length) => {
        expect(readBoardFile(whole.slice(0, length)).state).toBe('refused')
      }),
      { numRuns: 50 },
    )
    fc.assert(fc.property(fc.json(), (text) => readBoardFile(text).state === 'refused'))
  })
})
