import * as fc from 'fast-check'
import * as Y from 'yjs'
import type { Field } from '../../shared/document/field.ts'
import { boardSchema, contentRoots, type EntriesRootName } from '../../shared/document/schema.ts'
import { type BoardSnapshot, snapshotOf } from '../../shared/document/snapshot.ts'
import { createEntry, createFlatTexts, fillFlat, type NewEntry, setFlat } from '../../shared/document/write.ts'
import { phaseKinds } from '../../shared/review/agenda.ts'
import { cleanName, cleanTitle } from '../../shared/review/names.ts'
import { valuesFor } from './samples.ts'

/** Words with what could break out of a file among them. */
export const anyWords = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '</script><script>alert(1)</script>',
    '<!-- <script',
    '\u2028 "quoted" \\',
    'two\nlines',
    '=1+1',
    '$&',
  ),
)
const anyId = fc.string({ unit: fc.constantFrom(...'abcXYZ019_-'), minLength: 1, maxLength: 12 })
const anyMoment = fc.integer({ min: 0, max: 4e12 })
const names = anyWords.map((words) => cleanName(words)).filter((name) => name !== '')
const titles = anyWords.map((words) => cleanTitle(words)).filter((title) => title !== '')

const people = listOf({
  name: names,
  color: fc.constantFrom('blue', 'teal'),
  role: fc.constantFrom('facilitator', 'participant', 'observer'),
  joinedAt: anyMoment,
  counts: fc.boolean(),
})
const results = listOf({
  phase: anyId,
  ballot: fc.constantFrom('secret', 'open'),
  openedAt: anyMoment,
  closedAt: anyMoment,
  voters: fc.nat(30),
  cast: fc.nat(99),
  votes: fc.dictionary(
    anyId.map((id) => `note:${id}`),
    fc.nat(9),
  ),
  labels: fc.dictionary(
    anyId.map((id) => `theme:${id}`),
    anyWords,
  ),
  late: fc.nat(3),
})
const edits = listOf({ by: anyId, at: anyMoment })
const approvals = fc.record({
  form: fc.constant(1),
  by: fc.option(anyId),
  at: anyMoment,
  approver: names,
  on: fc.constant('2026-03-02'),
  stands: fc.boolean(),
  parts: fc.dictionary(
    anyId.map((id) => `list-${id}`),
    anyId,
  ),
})
const settings = fc.record({
  votes: fc.integer({ min: 1, max: 50 }),
  maxPerTarget: fc.integer({ min: 1, max: 50 }),
  ballot: fc.constantFrom('secret', 'open'),
  attribution: fc.constantFrom('named', 'anonymous'),
  editing: fc.constantFrom('author', 'anyone'),
  reveal: fc.constantFrom('together', 'immediate'),
})
const agenda = fc.uniqueArray(
  fc.record({
    id: anyId,
    kind: fc.constantFrom(...phaseKinds),
    title: names,
    minutes: fc.option(fc.integer({ min: 1, max: 90 })),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 9 },
)
const sections = fc.uniqueArray(
  fc.record({
    id: anyId,
    title: names,
    prompts: fc.array(anyWords, { maxLength: 3 }),
    icon: fc.constant('sparkles'),
    color: fc.constant('green'),
    votable: fc.boolean(),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 6 },
)
const session = fc.record({ title: titles, agenda, sections, settings, at: anyMoment, isClosed: fc.boolean() })

const content = Object.fromEntries(contentRoots.map((root) => [root, listOf(valuesOf(boardSchema[root].fields))]))

/** Any board that a document can hold: every field of the schema, also those that come later, with any value it takes. */
export const anyBoard: fc.Arbitrary<Y.Doc> = fc
  .record({
    session,
    incident: fc.record(valuesOf(boardSchema.incident.fields)),
    lists: fc.record({ people, results, edits, ...content }),
  })
  // Objects without a prototype are nothing that Yjs takes.
  .map((made): typeof made => JSON.parse(JSON.stringify(made)))
  .map(({ session: { at, isClosed, ...session }, incident, lists }) => {
    const doc = new Y.Doc()
    doc.transact(() => {
      createFlatTexts(doc)
      fillFlat(doc, 'incident', incident)
      const phase = session.agenda[0]?.id ?? ''
      setFlat(doc, 'session', {
        ...(session as Pick<BoardSnapshot['session'], 'title' | 'agenda' | 'sections' | 'settings'>),
        ...{
          phase,
          status: isClosed ? 'closed' : 'open',
          visits: [{ phase, at }],
          timer: null,
          spotlight: null,
          schema: 1,
        },
        round: lists.results[0]?.id ?? null,
      })
      for (const [root, list] of Object.entries(lists)) {
        for (const { id, ...values } of list)
          createEntry(doc, root as EntriesRootName, id, values as NewEntry<EntriesRootName>)
      }
    })
    return doc
  })

/** The same as plain data, each list in the order of ids. */
export function plainBoard(doc: Y.Doc): BoardSnapshot {
  const lists = Object.entries(snapshotOf(doc)).map(([root, value]) => [
    root,
    Array.isArray(value) ? value.toSorted((a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)) : value,
  ])
  return Object.fromEntries(lists)
}

function listOf(values: Record<string, fc.Arbitrary<unknown>>) {
  return fc.uniqueArray(fc.record({ id: anyId, ...values }), { selector: ({ id }) => id, maxLength: 4 })
}

function valuesOf(fields: Readonly<Record<string, Field>>): Record<string, fc.Arbitrary<unknown>> {
  const arbitraries: Record<string, fc.Arbitrary<unknown>> = {}
  for (const [name, field] of Object.entries(fields)) {
    if (name === 'removed') continue
    if (name === 'approval') {
      arbitraries[name] = fc.option(approvals, { nil: undefined })
      continue
    }
    const taken = field.kind === 'text' ? [] : valuesFor(field.schema).filter(isJson)
    const known = field.kind === 'text' ? anyWords : fc.constantFrom(...taken)
    arbitraries[name] = field.kind === 'value' && field.optional ? fc.option(known, { nil: undefined }) : known
  }
  return arbitraries
}

/** What JSON keeps as it is: the guard takes more than that from nobody but the server. */
function isJson(value: unknown): boolean {
  return typeof value !== 'number' || Number.isFinite(value)
}
