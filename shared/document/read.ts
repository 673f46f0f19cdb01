import * as Y from 'yjs'
import { type DeskSchema, deskSchema } from './desk-schema.ts'
import type { Field } from './field.ts'
import {
  boardSchema,
  type EntriesRootName,
  type Entry,
  type FlatRootName,
  type FlatValues,
  type ValuesOf,
} from './schema.ts'

export type DraftEntry = { readonly id: string } & ValuesOf<DeskSchema['drafts']['fields']>

/** One entry as plain data; undefined where there is none. What lies in the document was checked on its way in. */
export function readEntry<R extends EntriesRootName>(doc: Y.Doc, root: R, id: string): Entry<R> | undefined {
  const map = doc.getMap(root).get(id)
  return map instanceof Y.Map ? (entryFrom(boardSchema[root].fields, map, id) as Entry<R>) : undefined
}

/** All entries of a root, removed ones included, in no particular order. */
export function readEntries<R extends EntriesRootName>(doc: Y.Doc, root: R): Entry<R>[] {
  const found: Entry<R>[] = []
  doc.getMap(root).forEach((map, id) => {
    if (map instanceof Y.Map) found.push(entryFrom(boardSchema[root].fields, map, id) as Entry<R>)
  })
  return found
}

/** Some fields of all entries of a root: reading every text of a long board takes its time. */
export function readFieldsOfEntries<R extends EntriesRootName, F extends keyof Entry<R> & string>(
  doc: Y.Doc,
  root: R,
  names: readonly F[],
): Pick<Entry<R>, F>[] {
  const fields = only(boardSchema[root].fields, names)
  return [...doc.getMap(root).values()].flatMap((map) =>
    map instanceof Y.Map ? [valuesFrom(fields, map) as Pick<Entry<R>, F>] : [],
  )
}

/** Some fields of a flat root. */
export function readFields<R extends FlatRootName, F extends keyof FlatValues<R> & string>(
  doc: Y.Doc,
  root: R,
  names: readonly F[],
): Pick<FlatValues<R>, F> {
  return valuesFrom(only(boardSchema[root].fields, names), doc.getMap(root)) as Pick<FlatValues<R>, F>
}

export function readFlat<R extends FlatRootName>(doc: Y.Doc, root: R): FlatValues<R> {
  return valuesFrom(boardSchema[root].fields, doc.getMap(root)) as FlatValues<R>
}

export function readDraft(desk: Y.Doc, id: string): DraftEntry | undefined {
  const map = desk.getMap('drafts').get(id)
  return map instanceof Y.Map ? (entryFrom(deskSchema.drafts.fields, map, id) as DraftEntry) : undefined
}

export function readDrafts(desk: Y.Doc): DraftEntry[] {
  const found: DraftEntry[] = []
  desk.getMap('drafts').forEach((map, id) => {
    if (map instanceof Y.Map) found.push(entryFrom(deskSchema.drafts.fields, map, id) as DraftEntry)
  })
  return found
}

/** Whose votes: one's own, or those of people in the room. */
export type BallotRoot = 'ballots' | 'roomBallots'

/** All ballots of a desk: `<round>/<target>` -> number of votes. */
export function readBallots(desk: Y.Doc, root: BallotRoot = 'ballots'): Readonly<Record<string, number>> {
  return desk.getMap<number>(root).toJSON()
}

/** Round id -> the ballot of this desk as it was when the round was counted. */
export function readCounted(desk: Y.Doc): ReadonlyMap<string, Readonly<Record<string, number>>> {
  return new Map(desk.getMap<Readonly<Record<string, number>>>('counted').entries())
}

/** The rounds in which this person abstains. */
export function readAbstained(desk: Y.Doc): ReadonlySet<string> {
  return new Set(desk.getMap('abstained').keys())
}

/** The phases at which this person said "I'm done". */
export function readReady(desk: Y.Doc): ReadonlySet<string> {
  return new Set(desk.getMap('ready').keys())
}

function entryFrom(fields: Readonly<Record<string, Field>>, map: Y.Map<unknown>, id: string) {
  return { id, ...valuesFrom(fields, map) }
}

function only(fields: Readonly<Record<string, Field>>, names: readonly string[]): Readonly<Record<string, Field>> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)))
}

function valuesFrom(fields: Readonly<Record<string, Field>>, map: Y.Map<unknown>): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const name in fields) {
    const field = fields[name]
    if (!field) continue
    const found = map.get(name)
    if (field.kind === 'text') values[name] = found instanceof Y.Text ? found.toString() : ''
    else if (found !== undefined) values[name] = found
    else if (!field.optional) values[name] = field.fallback
  }
  return values
}
