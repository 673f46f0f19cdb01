import * as v from 'valibot'
import type { Field } from '../../shared/document/field.ts'
import { boardSchema } from '../../shared/document/schema.ts'
import type { BoardSnapshot } from '../../shared/document/snapshot.ts'
import { phaseKinds } from '../../shared/review/agenda.ts'
import { defaultSettings } from '../../shared/review/session.ts'

/** Says what stands in a field that takes words; `mark` is another one for each field. */
export type Fill = (mark: string) => string

interface Fills {
  readonly fill: Fill
  readonly link: Fill
}

/** Values that are no words, for the fields that take none. */
const others: readonly unknown[] = [
  'note:one',
  '2018-10-21T22:52:00Z',
  '2030-01-31',
  'a0',
  'one',
  7,
  true,
  'high',
  'action',
  'corrective',
  'immediate',
  'process',
  'SEV-1',
  'final',
  'internal',
  'document',
  'knowledge',
  'inside',
  'outage',
  'detected',
  'complete',
]

/**
 * A board that has one entry of each kind, with words in every field of the schema that takes any.
 *
 * What a field takes is asked of the schema itself, so a field that comes later is filled too.
 */
export function everyField(fill: Fill, link: Fill = (mark) => `https://links.example/${mark}`): BoardSnapshot {
  const roots: Record<string, unknown> = { session: session(fill) }
  for (const [root, spec] of Object.entries(boardSchema)) {
    const values = filled(root, spec.fields, { fill, link })
    if (root !== 'session') roots[root] = spec.shape === 'flat' ? values : [{ id: 'one', ...values, ...fixed[root] }]
  }
  return withPeople(roots as unknown as BoardSnapshot, fill)
}

/** The fields that take words, as `root.field`. */
export function fieldsOfWords(): readonly string[] {
  const found: string[] = []
  everyField((mark) => {
    found.push(mark)
    return mark
  })
  return found
}

/** Whether a mark stands in a text of the record, of which light Markdown is read. */
export function isProse(mark: string): boolean {
  return Object.entries<Field>(boardSchema.incident.fields).some(
    ([name, { kind }]) => kind === 'text' && mark === markOf('incident', name),
  )
}

function filled(root: string, fields: Readonly<Record<string, Field>>, fills: Fills): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    if (name === 'removed') continue
    const given = valueFor(field, markOf(root, name), fills)
    if (given !== undefined) values[name] = given
  }
  return values
}

function valueFor(field: Field, mark: string, { fill, link }: Fills): unknown {
  if (field.kind === 'text') return fill(mark)
  const takes = (value: unknown) => v.is(field.schema, value)
  // A rule of our own takes anything: those fields are the server's, and named below.
  if (takes(Symbol.for('anything'))) return undefined
  if (takes('two\nlines, and <more>')) return fill(mark)
  if (takes(['two\nlines'])) return [fill(mark)]
  if (takes('https://links.example/')) return link(mark)
  return others.find(takes)
}

/** Letters and digits alone, so that no export has to escape it. */
function markOf(root: string, field: string): string {
  return `MARK${root}0${field}0`
}

/** What the server writes, and what ties entries together. */
const fixed: Readonly<Record<string, Record<string, unknown>>> = {
  notes: { section: 'lessons', author: 'one', theme: 'one', rank: 'a0', createdAt: 0 },
  themes: { rank: 'a0' },
  actions: { source: 'note:one', due: '2030-01-31', rank: 'a0', status: 'in-progress' },
  results: {
    ...{ phase: 'vote', ballot: 'secret', openedAt: 0, closedAt: 1, voters: 1, cast: 3, late: 0 },
    ...{ votes: { 'theme:one': 2, 'note:gone': 1 }, labels: {} },
  },
  edits: { by: 'one', at: 0 },
  causes: { kind: 'why', parent: null, rank: 'a0' },
}

function session(fill: Fill): BoardSnapshot['session'] {
  return {
    title: fill(markOf('session', 'title')),
    status: 'open',
    phase: 'close',
    agenda: phaseKinds.map((kind) => ({ id: kind, kind, title: fill(markOf('agenda', kind)), minutes: 5 })),
    visits: [{ phase: 'welcome', at: 0 }],
    timer: null,
    settings: defaultSettings,
    sections: [
      {
        ...{ id: 'lessons', icon: 'lightbulb', color: 'blue', votable: true },
        title: fill(markOf('section', 'title')),
        prompts: [fill(markOf('section', 'prompt'))],
      },
    ],
    spotlight: null,
    round: 'one',
    schema: 1,
  }
}

/** The same board with people on it, and a result that remembers words. */
function withPeople(board: BoardSnapshot, fill: Fill): BoardSnapshot {
  const person = { color: 'blue', joinedAt: 0, counts: true }
  return {
    ...board,
    people: [
      { ...person, id: 'one', name: fill(markOf('people', 'name')), role: 'facilitator' },
      { ...person, id: 'two', name: fill(markOf('people', 'another')), role: 'participant' },
      { ...person, id: 'three', name: fill(markOf('people', 'observer')), role: 'observer' },
    ],
    results: board.results.map((result) => ({ ...result, labels: { 'note:gone': fill(markOf('results', 'label')) } })),
    // One why that another explains, and a factor.
    causes: board.causes.flatMap((cause) => [
      cause,
      { ...cause, id: 'two', parent: 'one' },
      { ...cause, id: 'three', kind: 'factor' as const },
    ]),
    timeline: board.timeline.map((event) => ({ ...event, milestone: null })),
  }
}
