import * as v from 'valibot'
import type { Edit } from '../incident/edits.ts'
import type { RoundResult } from '../review/entries.ts'
import type { Person, Role } from '../review/people.ts'
import type { Session } from '../review/session.ts'
import { optional, stamped, stampedOptional, text, value } from './field.ts'
import { incidentFields } from './incident-fields.ts'
import { entries, flat, type Root, serverEntries } from './root.ts'
import { calendarDate, id, instant, line, rank, target, webLink, wholeMinutes } from './values.ts'

/** The layout's version, kept in `session.schema`. Migrations only add. */
export const schemaVersion = 2

const livesOn = { livesOn: true } as const
const none = { fallback: null } as const
const level = v.picklist(['high', 'medium', 'low'])
const horizon = v.picklist(['immediate', 'short-term', 'long-term'])
const prevention = v.picklist(['monitoring', 'system', 'process', 'training', 'infrastructure'])

/** The board document: for each root and field its kind, its limits, and who may create, change and remove. [DESIGN §3] */
export const boardSchema = {
  session: flat({
    title: stamped<Session['title']>(),
    status: stamped<Session['status']>(),
    phase: stamped<Session['phase']>(),
    agenda: stamped<Session['agenda']>(),
    visits: stamped<Session['visits']>(),
    timer: stamped<Session['timer']>(),
    settings: stamped<Session['settings']>(),
    sections: stamped<Session['sections']>(),
    spotlight: stamped<Session['spotlight']>(),
    round: stamped<Session['round']>(),
    schema: stamped<number>(),
    origin: stampedOptional<NonNullable<Session['origin']>>(),
    lease: stampedOptional<NonNullable<Session['lease']>>(),
    hands: stampedOptional<NonNullable<Session['hands']>>(),
    roomVoters: stampedOptional<NonNullable<Session['roomVoters']>>(),
    locked: stampedOptional<NonNullable<Session['locked']>>(),
    lastMove: stampedOptional<NonNullable<Session['lastMove']>>(),
  }),
  people: serverEntries({
    name: stamped<string>(),
    color: stamped<string>(),
    role: stamped<Role>(),
    joinedAt: stamped<number>(),
    counts: stamped<boolean>(),
    left: stampedOptional<NonNullable<Person['left']>>(),
  }),
  results: serverEntries({
    /** The agenda item the round belongs to. */
    phase: stamped<string>(),
    /** The ballot mode under which the round began: a promise given is not taken back. */
    ballot: stamped<Session['settings']['ballot']>(),
    openedAt: stamped<number>(),
    closedAt: stamped<number | null>(),
    voters: stamped<number>(),
    cast: stamped<number>(),
    votes: stamped<RoundResult['votes']>(),
    labels: stamped<RoundResult['labels']>(),
    late: stamped<number>(),
    budget: stampedOptional<NonNullable<RoundResult['budget']>>(),
    targets: stampedOptional<NonNullable<RoundResult['targets']>>(),
    breaks: stampedOptional<string>(),
    abstained: stampedOptional<number>(),
    eligible: stampedOptional<number>(),
    room: stampedOptional<NonNullable<RoundResult['room']>>(),
  }),
  notes: entries(
    {
      section: value(id),
      text: text(2000, { change: 'wording' }),
      discussion: text(5000),
      author: value(v.nullable(id), { change: 'server', ...none }),
      createdAt: value(v.number(), { change: 'server' }),
      rank: value(rank),
      theme: value(v.nullable(id), none),
    },
    { create: 'server', remove: 'author-or-facilitator' },
  ),
  themes: entries({
    label: text(200),
    discussion: text(5000),
    rank: value(rank),
    /** Set together with `removed`: notes and votes that still name this theme belong to that one. */
    mergedInto: optional(id),
  }),
  actions: entries(
    {
      title: text(500, livesOn),
      owner: value(v.nullable(line(200)), { ...none, ...livesOn }),
      due: value(v.nullable(calendarDate), { ...none, ...livesOn }),
      horizon: optional(horizon, livesOn),
      priority: value(level, { fallback: 'medium', ...livesOn }),
      status: value(v.picklist(['not-started', 'in-progress', 'complete']), { fallback: 'not-started', ...livesOn }),
      verification: text(2000, livesOn),
      source: value(v.nullable(target), { ...none, ...livesOn }),
      kind: value(v.nullable(v.picklist(['corrective', 'preventive'])), { ...none, ...livesOn }),
      link: value(v.nullable(webLink), { ...none, ...livesOn }),
      /** What shows that the verification was done: without it an action does not count as complete. */
      evidence: optional(line(2000), livesOn),
      prevention: optional(v.nullable(prevention), livesOn),
      /** How hard it would hit again, and how likely: together they propose a priority. */
      impact: optional(v.nullable(level), livesOn),
      recurrence: optional(v.nullable(level), livesOn),
      /** By what number its success is told. */
      metric: optional(line(500), livesOn),
      rank: value(rank, livesOn),
    },
    livesOn,
  ),
  incident: flat(incidentFields),
  services: entries({
    name: value(line(200)),
    description: text(2000),
    minutes: value(v.nullable(wholeMinutes), none),
    /** Absent on boards that are older than it: what has none stands first, by its id. */
    rank: optional(rank),
  }),
  responders: entries({
    name: value(line(200)),
    role: value(line(200), { fallback: '' }),
    did: text(2000),
    rank: optional(rank),
  }),
  checkIns: entries(
    {
      on: value(calendarDate, livesOn),
      what: text(500, livesOn),
      horizon: optional(v.nullable(horizon), livesOn),
      done: optional(v.boolean(), livesOn),
    },
    livesOn,
  ),
  /** Who was told what, inside and outside, and when. */
  communications: entries({
    at: value(v.nullable(instant), none),
    audience: value(line(200), { fallback: '' }),
    scope: value(v.picklist(['inside', 'outside']), { fallback: 'inside' }),
    said: text(5000),
  }),
  /** Documents, evidence and other incidents that the review leads to. */
  references: entries(
    {
      title: value(line(300), livesOn),
      link: value(v.nullable(webLink), { ...none, ...livesOn }),
      kind: value(v.picklist(['document', 'evidence', 'incident']), { fallback: 'document', ...livesOn }),
      rank: optional(rank, livesOn),
    },
    livesOn,
  ),
  /** What is still to be told or written down: knowledge updates and briefings. */
  followUps: entries(
    {
      kind: value(v.picklist(['knowledge', 'briefing']), { fallback: 'knowledge', ...livesOn }),
      what: text(500, livesOn),
      /** Where it goes: a runbook, an article; a team, executives, customers. */
      audience: value(line(200), { fallback: '', ...livesOn }),
      done: value(v.boolean(), { fallback: false, ...livesOn }),
      rank: value(rank, livesOn),
    },
    livesOn,
  ),
  /** Two things that belong together; shown at both ends, and only while both are there. */
  links: entries({ from: value(target), to: value(target) }),
  /** Part of the board, as `shared/incident/edits.ts` names it -> who changed it last, and when. */
  edits: serverEntries({ by: stamped<Edit['by']>(), at: stamped<Edit['at']>() }),
  timeline: entries({
    at: value(instant),
    event: text(2000),
    actor: value(line(200), { fallback: '' }),
    action: text(2000),
    kind: value(v.picklist(['observation', 'action', 'milestone']), { fallback: 'observation' }),
    milestone: value(
      v.nullable(
        v.picklist(['started', 'detected', 'escalated', 'notified', 'mitigation-started', 'restored', 'closed']),
      ),
      none,
    ),
    link: value(v.nullable(webLink), none),
  }),
  causes: entries({
    kind: value(v.picklist(['why', 'factor']), { fallback: 'why' }),
    parent: value(v.nullable(id), none),
    text: text(2000),
    category: value(v.nullable(v.picklist(['technical', 'process', 'human', 'external'])), none),
    weight: value(v.nullable(level), none),
    /** How a factor contributed. */
    how: optional(line(2000)),
    evidence: text(5000),
    rank: value(rank),
  }),
} as const satisfies Readonly<Record<string, Root>>

export type BoardSchema = typeof boardSchema
export type DocumentSchema = Readonly<Record<string, Root>>

type EntriesRootsOf<S> = { [R in keyof S]: S[R] extends { shape: 'entries' } ? R : never }[keyof S] & string

export type BoardRoot = keyof BoardSchema
export type EntriesRootName = EntriesRootsOf<BoardSchema>
export type FlatRootName = 'session' | 'incident'

/** The names of all roots of entries, in the order of the schema. */
export const entriesRoots = Object.keys(boardSchema).filter(isEntriesRoot)

function isEntriesRoot(root: string): root is EntriesRootName {
  return Reflect.get(boardSchema, root).shape === 'entries'
}

/** Roots whose entries people create, change and remove. */
export type ContentRootName = Exclude<EntriesRootName, 'people' | 'results' | 'edits'>

const serverRoots: readonly string[] = ['people', 'results', 'edits']

/** The names of all roots of content, in the order of the schema. */
export const contentRoots = entriesRoots.filter((root): root is ContentRootName => !serverRoots.includes(root))

type FieldType<F> = F extends { kind: 'text' }
  ? string
  : F extends { schema: infer S extends v.GenericSchema }
    ? v.InferOutput<S>
    : never

type OptionalKeys<F> = { [K in keyof F]: F[K] extends { optional: true } ? K : never }[keyof F]

/** The plain values of a set of fields: texts as strings, optional fields possibly absent. */
export type ValuesOf<F> = { readonly [K in Exclude<keyof F, OptionalKeys<F>>]: FieldType<F[K]> } & {
  readonly [K in OptionalKeys<F>]?: FieldType<F[K]> | undefined
}

export type TextFieldsOf<F> = { [K in keyof F]: F[K] extends { kind: 'text' } ? K : never }[keyof F] & string
export type ValueFieldsOf<F> = { [K in keyof F]: F[K] extends { kind: 'value' } ? K : never }[keyof F] & string

/** An entry of the board as plain data. */
export type Entry<R extends EntriesRootName> = { readonly id: string } & ValuesOf<BoardSchema[R]['fields']>
export type FlatValues<R extends FlatRootName> = ValuesOf<BoardSchema[R]['fields']>
