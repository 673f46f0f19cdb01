import * as v from 'valibot'
import { type Field, textSlack } from '../document/field.ts'
import { mostKeys } from '../document/root.ts'
import { boardSchema, type ContentRootName, contentRoots, type Entry, type FlatValues } from '../document/schema.ts'
import { id, instant, line, target } from '../document/values.ts'
import { longestName, longestTitle } from '../review/names.ts'
import type { BoardAnswer, BoardListing } from './boards.ts'
import { agenda, sections, settings } from './commands.ts'

export const boardFileFormat = 'hindsight-board'

/** Raised when the form changes in a way that a reader of the last one would trip over. */
export const boardFileVersion = 1

const moment = v.pipe(v.number(), v.finite())
const number = v.pipe(v.number(), v.integer(), v.minValue(0))
const role = v.picklist(['facilitator', 'participant', 'observer'])
const ballot = v.picklist(['secret', 'open'])

const person = v.strictObject({
  id,
  name: line(longestName),
  color: v.pipe(line(40), v.regex(/^[a-z]+$/, 'the name of a colour')),
  role,
  joinedAt: moment,
  counts: v.boolean(),
  left: v.optional(moment),
})

const result = v.strictObject({
  id,
  phase: id,
  ballot,
  openedAt: moment,
  closedAt: v.nullable(moment),
  voters: number,
  cast: number,
  votes: v.record(line(80), number),
  labels: v.record(line(80), line(2000 * textSlack)),
  late: number,
  budget: v.optional(v.pick(settings, ['votes', 'maxPerTarget'])),
  targets: v.optional(v.pipe(v.array(target), v.maxLength(mostKeys))),
  breaks: v.optional(id),
  abstained: v.optional(number),
  eligible: v.optional(number),
  room: v.optional(
    v.strictObject({ people: number, cast: number, votes: v.record(line(80), number), by: v.record(id, number) }),
  ),
})

const edit = v.strictObject({ id, by: v.nullable(id), at: moment })

const haveIdsOfTheirOwn = (list: readonly { readonly id: string }[]) =>
  new Set(list.map((entry) => entry.id)).size === list.length

const session = v.pipe(
  v.strictObject({
    title: line(longestTitle),
    status: v.picklist(['open', 'closed']),
    phase: id,
    agenda,
    visits: v.pipe(v.array(v.strictObject({ phase: id, at: moment })), v.maxLength(mostKeys)),
    /** Of the moment alone: neither is taken over. */
    timer: v.optional(v.unknown()),
    spotlight: v.optional(v.unknown()),
    lastMove: v.optional(v.unknown()),
    lease: v.optional(v.unknown()),
    hands: v.optional(v.unknown()),
    locked: v.optional(v.unknown()),
    roomVoters: v.optional(v.unknown()),
    settings,
    sections,
    round: v.nullable(id),
    schema: v.number(),
    origin: v.optional(id),
  }),
  v.check(({ agenda, phase }) => agenda.some((item) => item.id === phase), 'a phase that is on its agenda'),
  v.check(
    ({ agenda, sections }) => haveIdsOfTheirOwn(agenda) && haveIdsOfTheirOwn(sections),
    'phases and sections with different ids',
  ),
)

/** What an entry of the file may lack where the document knows what it takes then. */
function valuesOf(fields: Readonly<Record<string, Field>>, stamped: readonly string[]) {
  const entries: Record<string, v.GenericSchema> = {}
  for (const [name, field] of Object.entries(fields)) {
    if (name === 'removed') continue
    const isNeeded =
      field.kind === 'value' && !field.optional && field.fallback === undefined && !stamped.includes(name)
    const schema = field.kind === 'text' ? line(field.limit * textSlack) : field.schema
    entries[name] = isNeeded ? schema : v.optional(schema)
  }
  return entries
}

function listOf<Schema extends v.GenericSchema<unknown, { readonly id: string }>>(schema: Schema) {
  return v.optional(
    v.pipe(
      v.array(schema),
      v.maxLength(mostKeys, `at most ${mostKeys} entries`),
      v.check((entries) => haveIdsOfTheirOwn(entries), 'entries with different ids'),
    ),
    [],
  )
}

/** An entry of a file: texts as strings, and nothing that lies in the bin. */
export type FiledEntry<R extends ContentRootName> = { readonly id: string } & Partial<Omit<Entry<R>, 'id' | 'removed'>>

/** A note of another program has no moment of its own. */
const stamped: Partial<Record<ContentRootName, readonly string[]>> = { notes: ['createdAt'] }

type Lists = {
  readonly [R in ContentRootName]: v.GenericSchema<readonly FiledEntry<R>[] | undefined, readonly FiledEntry<R>[]>
}

const lists = Object.fromEntries(
  contentRoots.map((root) => [
    root,
    listOf(
      v.strictObject({ id, ...valuesOf(boardSchema[root].fields, stamped[root] ?? []) }) as unknown as v.GenericSchema<
        unknown,
        { readonly id: string }
      >,
    ),
  ]),
) as unknown as Lists

/**
 * A whole board as data: what the JSON report holds, what a board in one file carries, and what is imported.
 *
 * Everything but `format`, `version` and `board` may be left out. What the file has and this form has not is refused, so
 * that nothing of a file is lost without a word.
 */
export const boardFile = v.strictObject({
  format: v.literal(boardFileFormat),
  version: v.literal(boardFileVersion),
  madeAt: v.optional(instant),
  board: v.strictObject({
    id,
    title: v.pipe(line(longestTitle), v.trim(), v.minLength(1, 'a title')),
    url: v.optional(v.nullable(line(2000))),
  }),
  /** What follows from the rest; not read. */
  derived: v.optional(v.unknown()),
  session: v.optional(session),
  incident: v.optional(
    v.strictObject(valuesOf(boardSchema.incident.fields, [])) as v.GenericSchema<Partial<FlatValues<'incident'>>>,
    {},
  ),
  people: listOf(person),
  results: listOf(result),
  edits: listOf(edit),
  ...lists,
})

export type BoardFile = v.InferOutput<typeof boardFile>

/** `name` is whose board it becomes; not needed where it is a board of theirs already. */
export const importBody = v.strictObject({
  name: v.optional(v.pipe(line(longestName), v.trim())),
  file: boardFile,
})

export interface ImportBoard {
  readonly name?: string
  readonly file: BoardFile
}

/** Whether a review that somebody is on is the one of a file, or was made of the same. */
export function isOfFile(listing: Pick<BoardListing, 'id' | 'origin'>, { board, session }: BoardFile): boolean {
  const ids = [board.id, session?.origin]
  return ids.includes(listing.id) || (listing.origin !== null && ids.includes(listing.origin))
}

/** What an import did: `added` entries, `filled` fields of the record, and entries that were there already. */
export interface Brought {
  readonly added: number
  readonly filled: number
  readonly there: number
}

export interface ImportAnswer extends BoardAnswer {
  readonly brought: Brought
}
