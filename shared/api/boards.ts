import * as v from 'valibot'
import type { Field } from '../document/field.ts'
import { boardSchema, type ContentRootName, type Entry, type FlatValues } from '../document/schema.ts'
import { id, line } from '../document/values.ts'
import type { Role } from '../review/people.ts'
import { templateIds } from '../review/templates.ts'
import { plan, sections, settingsChange } from './commands.ts'
import type { Invites } from './paths.ts'

const name = v.pipe(line(80), v.trim(), v.minLength(1, 'a name'))
const title = v.pipe(line(200), v.trim(), v.minLength(1, 'a title'))

/** Plain values of an entry, checked by the document's own schema; ids and what has a fallback may be left out. */
function plainEntry(fields: Readonly<Record<string, Field>>, stamped: readonly string[] = []) {
  return v.strictObject({ id: v.optional(id), ...plainFields(fields, stamped) })
}

function plainFields(fields: Readonly<Record<string, Field>>, stamped: readonly string[] = []) {
  const entries: Record<string, v.GenericSchema> = {}
  for (const [name, field] of Object.entries(fields)) {
    if (name === 'removed' || field.change === 'server' || stamped.includes(name)) continue
    const required = field.kind === 'value' && !field.optional && field.fallback === undefined && name !== 'rank'
    const schema = field.kind === 'text' ? line(field.limit) : field.schema
    entries[name] = required ? schema : v.optional(schema)
  }
  return entries
}

/** Ids in a list say which entry others of the request mean, so no two may be alike. */
const haveIdsOfTheirOwn = (list: readonly { readonly id?: string | undefined }[]) => {
  const ids = list.flatMap(({ id }) => (id === undefined ? [] : [id]))
  return new Set(ids).size === ids.length
}

const list = <R extends ContentRootName>(root: R, stamped: readonly string[] = []) =>
  v.optional(
    v.pipe(
      v.array(plainEntry(boardSchema[root].fields, stamped)),
      v.maxLength(2000, 'at most 2000 entries'),
      v.check((entries) => haveIdsOfTheirOwn(entries as { id?: string }[]), 'entries with different ids'),
    ),
  ) as v.GenericSchema<readonly PlainEntry<R>[] | undefined>

/** An entry in a request: as in the document, with texts as strings. `rank` and `id` are made where absent. */
export type PlainEntry<R extends ContentRootName> = Partial<Omit<Entry<R>, 'removed' | 'author' | 'createdAt'>>

export const createBoardBody = v.strictObject({
  title,
  name,
  /** Length of the session in minutes; other lengths than the presets are scaled from the nearest. */
  minutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(480))),
  template: v.optional(v.picklist(templateIds)),
  /** A board of mine whose agenda, sections and settings the new one takes over. */
  like: v.optional(id),
  /** In place of those of the template, or of the board that it is like. */
  agenda: v.optional(plan),
  sections: v.optional(
    v.pipe(
      sections,
      v.check((list) => haveIdsOfTheirOwn(list), 'sections with different ids'),
    ),
  ),
  settings: v.optional(settingsChange),
  incident: v.optional(
    v.strictObject(plainFields(boardSchema.incident.fields)) as v.GenericSchema<Partial<FlatValues<'incident'>>>,
  ),
  timeline: list('timeline'),
  services: list('services'),
  responders: list('responders'),
  communications: list('communications'),
  references: list('references'),
  followUps: list('followUps'),
  notes: list('notes', ['author', 'createdAt']),
  themes: list('themes'),
  causes: list('causes'),
  actions: list('actions'),
})

type CreateBoardInput = v.InferInput<typeof createBoardBody>
export type CreateBoard = Pick<CreateBoardInput, 'title' | 'name'> & Partial<CreateBoardInput>

const invite = v.pipe(line(200), v.minLength(1, 'an invite'))

/** `invite` is one of the board's invites, or the secret of a link to oneself; with the latter no name is needed. */
export const joinBody = v.strictObject({ invite, name: v.optional(name) })
export type Join = v.InferInput<typeof joinBody>

export const patchMeBody = v.strictObject({
  name: v.optional(name),
  color: v.optional(v.pipe(line(40), v.regex(/^[a-z]+$/, 'the name of a colour'))),
  counts: v.optional(v.boolean()),
})
export type PatchMe = v.InferInput<typeof patchMeBody>

export const invitationBody = v.strictObject({ invite })

/** What the join page shows to somebody with a good invite, before they are anybody. */
export interface Invitation {
  readonly title: string
  /** Null for a link to oneself. */
  readonly role: Role | null
  /** Names of the people already on the board; for a link to oneself, one's own name alone. */
  readonly people: readonly string[]
  /** For a link to oneself: whom the browser that asks has been so far. */
  readonly browserIs?: BrowserIs | undefined
}

export type BrowserIs = 'nobody' | 'the-same' | 'somebody-else'

export interface BoardInfo {
  readonly id: string
  readonly title: string
  /** Renewed when the store was restored from a backup: a client of another epoch sends nothing. */
  readonly epoch: string
}

export interface Me {
  readonly id: string
  readonly name: string
  readonly role: Role
}

export interface BoardAnswer {
  readonly board: BoardInfo
  readonly me: Me
  readonly invites?: Invites | undefined
}

/** A row of the home page. */
export interface BoardListing {
  readonly id: string
  readonly title: string
  readonly severity: string | null
  /** Epoch milliseconds. */
  readonly createdAt: number
  readonly status: 'open' | 'closed'
  /** Title of the current phase. */
  readonly phase: string
  readonly openActions: number
  readonly role: Role
  /** Id of the board whose file this one was made of; null where it began here. */
  readonly origin: string | null
}

/** An error, as RFC 9457 `application/problem+json`. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  /** Per field: where it stands in the body, and what it wants. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[] | undefined
  /** Where a board or its member is missing: the store's, which tells whether it may have been in another one. */
  readonly epoch?: string | undefined
}

/** Answer of `GET /api/time`: the server's clock in epoch milliseconds, for browsers to measure theirs against. */
export interface ServerTime {
  readonly now: number
}
