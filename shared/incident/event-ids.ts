import { compareText } from '../review/rank.ts'

interface Timed {
  /** ISO 8601 in UTC. */
  readonly at: string
}

/** What ids are made of, in the order in which they are compared. */
const letters = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'

/** So many letters of an id tell its place; the rest keeps it apart from all others. */
const placeLetters = 4

/**
 * Ids under which events of one moment stand in the order in which they come, behind those that are there. [TIME13]
 *
 * @remarks
 * The timeline is in the order of time, then of ids, and times are mostly known to the minute: under ids as they fall
 * the story of one minute would be shuffled.
 */
export function idsInOrder(
  events: readonly Timed[],
  there: Iterable<readonly [id: string, event: Timed]>,
  newId: () => string,
): readonly string[] {
  const last = new Map<string, string | null>(events.map(({ at }) => [at, null]))
  for (const [id, { at }] of there) {
    if (last.has(at) && compareText(id, last.get(at) ?? '') > 0) last.set(at, id)
  }
  return events.map(({ at }) => {
    const behind = last.get(at) ?? null
    const id = behind === null ? newId() : idBehind(behind, newId())
    last.set(at, id)
    return id
  })
}

/** A fresh id, changed in its first letters so that it sorts right behind another; unchanged where nothing does. */
function idBehind(other: string, fresh: string): string {
  const places = Array.from(other, (_, place) => place)
  const usual = places.slice(0, placeLetters).reverse()
  for (const place of [...usual, ...places.slice(placeLetters)]) {
    const next = Array.from(letters).find((letter) => compareText(letter, other.charAt(place)) > 0)
    if (next !== undefined) return other.slice(0, place) + next + fresh.slice(place + 1)
  }
  return fresh
}
