import type { Excerpt } from '../api/across.ts'
import type { BoardSnapshot } from '../document/snapshot.ts'
import { isLive } from '../review/placement.ts'
import { plainLine } from './plain-line.ts'
import { oneLine } from './prose.ts'
import { type ProseField, proseTitles } from './record.ts'

/** So many places are told of one review. */
const mostExcerpts = 3
/** Letters in front of the first word that was found, and all of them. */
const [before, most] = [40, 140]

/**
 * Where a review has the words; null where one of them stands nowhere in it.
 *
 * Only what its report tells is looked into: nothing in the bin, nobody's name as an author. [ACROSS1] [ACROSS3]
 */
export function findWords(snapshot: BoardSnapshot, words: string): readonly Excerpt[] | null {
  const wanted = folded(words).split(/\s+/u).filter(Boolean)
  const places = placesOf(snapshot).map((place) => ({ ...place, plain: folded(place.words) }))
  if (!wanted.every((word) => places.some(({ plain }) => plain.includes(word)))) return null
  return places
    .map((place) => ({ ...place, hits: wanted.filter((word) => place.plain.includes(word)) }))
    .filter(({ hits }) => hits.length > 0)
    .sort((a, b) => b.hits.length - a.hits.length)
    .slice(0, mostExcerpts)
    .map(({ where, words, light, hits }) => ({ where, words: excerpt(light, words, hits[0] ?? '') }))
}

/** Of the record's texts without the signs of their Markdown, unless it is in these that the word was found. */
function excerpt(light: string | undefined, words: string, word: string): string {
  const shown = light === undefined ? words : plainLine(light)
  const at = folded(shown).indexOf(word)
  return at === -1 ? around(words, folded(words).indexOf(word)) : around(shown, at)
}

interface Place extends Excerpt {
  /** As it was typed, where that is light Markdown. */
  readonly light?: string
}

/** Every text of a review, with what it is. */
function placesOf(snapshot: BoardSnapshot): readonly Place[] {
  const { session, incident } = snapshot
  const of = <E extends { readonly removed?: unknown }>(
    where: string,
    all: readonly E[],
    words: (entry: E) => string,
  ) =>
    all
      .filter((entry) => isLive(entry as Parameters<typeof isLive>[0]))
      .map((entry) => ({ where, words: words(entry) }))
  return [
    { where: 'Title', words: session.title },
    { where: 'Incident', words: incident.incidentId ?? '' },
    { where: 'Tags', words: (incident.tags ?? []).join(', ') },
    ...of('Service', snapshot.services, ({ name, description }) => `${name} ${description}`),
    ...(Object.keys(proseTitles) as ProseField[]).map((field) => ({
      where: proseTitles[field],
      words: incident[field],
      light: incident[field],
    })),
    ...of('Cause', snapshot.causes, ({ text, how = '', evidence }) => `${text} ${how} ${evidence}`),
    ...of('Timeline', snapshot.timeline, ({ event, action }) => `${event} ${action}`),
    ...of('Note', snapshot.notes, ({ text, discussion }) => `${text} ${discussion}`),
    ...of('Theme', snapshot.themes, ({ label, discussion }) => `${label} ${discussion}`),
    ...of('Action', snapshot.actions, ({ title, verification }) => `${title} ${verification}`),
    ...of('Communication', snapshot.communications, ({ said }) => said),
    ...of('Document', snapshot.references, ({ title }) => title),
    ...of('Follow-up', snapshot.followUps, ({ what }) => what),
  ].map((place) => ({ ...place, words: oneLine(place.words) }))
}

function around(words: string, at: number): string {
  const start = at <= before ? 0 : words.indexOf(' ', at - before) + 1
  const end = words.length - start <= most ? words.length : start + most
  return `${start === 0 ? '' : '…'}${words.slice(start, end).trim()}${end === words.length ? '' : '…'}`
}

/** For comparing: without case. Letters keep their places. */
function folded(words: string): string {
  return words.toLowerCase()
}
