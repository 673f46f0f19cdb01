import * as v from 'valibot'
import type { RoundResult } from '../review/entries.ts'
import type { Person, Role } from '../review/people.ts'
import type { Session } from '../review/session.ts'
import { optional, stamped, stampedOptional, text, value } from './field.ts'
import { entries, flat, type Root, serverEntries } from './root.ts'
import { calendarDate, id, instant, line, rank, target, webLink, wholeMinutes } from './values.ts'

/** The layout's version, kept in `session.schema`. Migrations only add. */
export const schemaVersion = 1

const livesOn = { livesOn: true } as const
const none = { fallback: null } as const

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
  themes: entries({ label: text(200), discussion: text(5000), rank: value(rank) }),
  actions: entries(
    {
      title: text(500, livesOn),
      owner: value(v.nullable(line(200)), { ...none, ...livesOn }),
      due: value(v.nullable(calendarDate), { ...none, ...livesOn }),
      horizon: optional(v.picklist(['immediate', 'short-term', 'long-term']), livesOn),
      priority: value(v.picklist(['high', 'medium', 'low']), { fallback: 'medium', ...livesOn }),
      status: value(v.picklist(['not-started', 'in-progress', 'complete']), { fallback: 'not-started', ...livesOn }),
      verification: text(2000, livesOn),
      source: value(v.nullable(target), { ...none, ...livesOn }),
      kind: value(v.nullable(v.picklist(['corrective', 'preventive'])), { ...none, ...livesOn }),
      link: value(v.nullable(webLink), { ...none, ...livesOn }),
      rank: value(rank, livesOn),
    },
    livesOn,
  ),
  incident: flat({
    incidentId: optional(line(100)),
    severity: optional(v.nullable(v.picklist(['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4']))),
    status: optional(v.picklist(['draft', 'in-review', 'final', 'approved'])),
    tags: optional(v.pipe(v.array(line(60)), v.maxLength(50))),
    startedAt: optional(v.nullable(instant)),
    detectedAt: optional(v.nullable(instant)),
    escalatedAt: optional(v.nullable(instant)),
    mitigationStartedAt: optional(v.nullable(instant)),
    restoredAt: optional(v.nullable(instant)),
    closedAt: optional(v.nullable(instant)),
    downtimeMinutes: optional(v.nullable(wholeMinutes)),
    summary: text(20_000),
    impactUsers: text(20_000),
    impactBusiness: text(20_000),
    rootCause: text(5000),
    technicalDetails: text(20_000),
    resolution: text(20_000),
    takeaways: text(20_000),
    communications: text(20_000),
    responseEvaluation: text(20_000),
    appendix: text(50_000),
    version: optional(line(60), livesOn),
    classification: optional(v.nullable(v.picklist(['internal', 'confidential', 'public'])), livesOn),
    approver: optional(v.nullable(line(200)), livesOn),
    nextReview: optional(v.nullable(calendarDate), livesOn),
    distribution: optional(line(1000), livesOn),
  }),
  services: entries({
    name: value(line(200)),
    description: text(2000),
    minutes: value(v.nullable(wholeMinutes), none),
  }),
  responders: entries({ name: value(line(200)), role: value(line(200), { fallback: '' }), did: text(2000) }),
  checkIns: entries({ on: value(calendarDate, livesOn), what: text(500, livesOn) }, livesOn),
  timeline: entries({
    at: value(instant),
    event: text(2000),
    actor: value(line(200), { fallback: '' }),
    action: text(2000),
    kind: value(v.picklist(['observation', 'action', 'milestone']), { fallback: 'observation' }),
    milestone: value(
      v.nullable(v.picklist(['started', 'detected', 'escalated', 'mitigation-started', 'restored', 'closed'])),
      none,
    ),
    link: value(v.nullable(webLink), none),
  }),
  causes: entries({
    kind: value(v.picklist(['why', 'factor']), { fallback: 'why' }),
    parent: value(v.nullable(id), none),
    text: text(2000),
    category: value(v.nullable(v.picklist(['technical', 'process', 'human', 'external'])), none),
    weight: value(v.nullable(v.picklist(['high', 'medium', 'low'])), none),
    evidence: text(5000),
    rank: value(rank),
  }),
} as const satisfies Readonly<Record<string, Root>>

/** A participant's private document: drafts, ballots, and where they said "I'm done". */
export const deskSchema = {
  drafts: entries({
    section: value(id),
    text: text(2000),
    rank: value(rank),
    /** The wording already carried over into the note. */
    published: stampedOptional<string>(),
    /** Set while the removal of this draft has taken its anonymous note off the board. */
    takenBack: stampedOptional<true>(),
  }),
  ballots: {
    shape: 'scalars',
    key: /^[A-Za-z0-9_-]{1,64}\/(note|theme):[A-Za-z0-9_-]{1,64}$/,
    schema: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50)),
    change: 'participant',
  },
  ready: { shape: 'scalars', key: /^[A-Za-z0-9_-]{1,64}$/, schema: v.literal(true), change: 'participant' },
  /** Round id -> this person's ballot as it was when the round was counted: what differs since then is late. */
  counted: {
    shape: 'scalars',
    key: /^[A-Za-z0-9_-]{1,64}$/,
    schema: v.custom<Readonly<Record<string, number>>>(() => true),
    change: 'server',
  },
} as const satisfies Readonly<Record<string, Root>>

export type BoardSchema = typeof boardSchema
export type DeskSchema = typeof deskSchema
export type DocumentSchema = Readonly<Record<string, Root>>

type EntriesRootsOf<S> = { [R in keyof S]: S[R] extends { shape: 'entries' } ? R : never }[keyof S] & string

export type BoardRoot = keyof BoardSchema
export type EntriesRootName = EntriesRootsOf<BoardSchema>
export type FlatRootName = 'session' | 'incident'

/** Roots whose entries people create, change and remove. */
export type ContentRootName = Exclude<EntriesRootName, 'people' | 'results'>

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
