import { toBase64 } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'
import { recordTitles } from '../incident/record-titles.ts'
import { isLive } from '../review/placement.ts'
import { compareText } from '../review/rank.ts'
import { type ContentRootName, contentRoots } from './schema.ts'
import type { BoardSnapshot } from './snapshot.ts'

/** Says which version this is, and who it is for: it changes around the content. */
const control = [
  'status',
  'version',
  'classification',
  'approver',
  'approvedOn',
  'nextReview',
  'distribution',
  'approval',
]

/** Check-ins say when the actions are looked at, not what was found. */
const listTitles: Readonly<Partial<Record<ContentRootName, string>>> = {
  timeline: 'Timeline',
  services: 'Services affected',
  responders: 'Who responded',
  communications: 'Messages sent',
  causes: 'Whys and factors',
  notes: 'Notes',
  themes: 'Themes',
  links: 'Links',
  actions: 'Actions',
  references: 'Related documents',
  followUps: 'Follow-up',
}

/** What of an entry tells how far something is, where it lies or when it came, and not what was found. */
const aside: Readonly<Partial<Record<ContentRootName, readonly string[]>>> = {
  notes: ['createdAt', 'author'],
  actions: ['status', 'evidence', 'link'],
  followUps: ['done'],
}

/**
 * What counts as the content of a review, part by part: the one place that says so.
 *
 * A part is a field of the record, the title, the sections, the counted votes or a list of entries; its value differs
 * whenever anything differs that a reader of the report would call another statement. Left out are document control,
 * check-ins, how far actions and follow-ups are, the order of entries, people and the session itself. [APPROVAL2]
 */
export function contentParts(
  snapshot: Pick<BoardSnapshot, 'session' | 'incident' | 'results' | ContentRootName>,
): Readonly<Record<string, string>> {
  const parts: Record<string, unknown> = {
    title: snapshot.session.title,
    sections: snapshot.session.sections.map(({ id, title }) => [id, title]),
    votes: snapshot.results
      .filter(({ closedAt }) => closedAt !== null)
      .map(({ id, voters, cast, votes, room }) => [id, voters, cast, votes, ...(room === undefined ? [] : [room])]),
  }
  for (const [field, value] of Object.entries(snapshot.incident)) if (!control.includes(field)) parts[field] = value
  for (const root of contentRoots) {
    if (listTitles[root] !== undefined) parts[listPart(root)] = entriesOf(root, snapshot[root])
  }
  return Object.fromEntries(
    Object.entries(parts).flatMap(([part, value]) => {
      const told = canonical(value)
      return told === undefined ? [] : [[part, Array.isArray(value) ? `${value.length}/${short(told)}` : short(told)]]
    }),
  )
}

/** A list of entries, as a part of the content. */
export function listPart(root: ContentRootName): string {
  return `list-${root}`
}

/** The parts that differ, in words and in the order of the report; with their numbers where those changed. */
export function changedParts(
  then: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): readonly string[] {
  return partTitles.flatMap(([part, title]) => {
    if (then[part] === now[part]) return []
    const [before, after] = [countOf(then[part]), countOf(now[part])]
    const isList = part.startsWith('list-') && before !== after
    return [isList ? `${title} (${before} then, ${after} now)` : title]
  })
}

const partTitles: readonly (readonly [part: string, title: string])[] = [
  ['title', 'Title'],
  ...Object.entries(recordTitles).filter(([field]) => !control.includes(field)),
  ...contentRoots.flatMap((root) =>
    listTitles[root] === undefined ? [] : [[listPart(root), listTitles[root]] as const],
  ),
  ['sections', 'Sections'],
  ['votes', 'Votes'],
]

function countOf(told: string | undefined): number {
  return told === undefined ? 0 : Number(told.split('/')[0])
}

type Live = Parameters<typeof isLive>[0] & { readonly id: string }

function entriesOf(root: ContentRootName, entries: readonly Live[]): readonly unknown[] {
  const left = ['removed', 'rank', ...(aside[root] ?? [])]
  return entries
    .filter(isLive)
    .sort((a, b) => compareText(a.id, b.id))
    .map((entry) => Object.entries(entry).filter(([name]) => !left.includes(name)))
    .map((values) => Object.fromEntries(values))
}

/** The same text for the same values; undefined for what says nothing, whether it is empty, null or not there. */
function canonical(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (Array.isArray(value)) {
    return value.length === 0 ? undefined : `[${value.map((each) => canonical(each) ?? 'null').join()}]`
  }
  if (typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value)
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([name, each]) => {
      const told = canonical(each)
      return told === undefined ? [] : [`${JSON.stringify(name)}:${told}`]
    })
  return `{${members.join()}}`
}

/** 96 bits of its SHA-256. */
function short(text: string): string {
  return toBase64(digest(encodeUtf8(text)).slice(0, 12))
}
