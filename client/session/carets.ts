import type { Presence } from '../../shared/protocol/presence.ts'
import { sameJson } from './equal.ts'
import { type ListenerSet, listenerSet, type Watched } from './watched.ts'

/** Where somebody else's caret stands in a text. */
export interface Caret {
  readonly person: string
  /** A place in the text, see {@link TextHandle.anchor}. */
  readonly anchor: string
}

const nobodys: readonly Caret[] = []

/** Others' carets, text by text: who moves theirs in one is not heard of in another. */
export function watchCarets(me: string) {
  const listeners = new Map<string, ListenerSet>()
  let known: ReadonlyMap<string, readonly Caret[]> = new Map()
  return {
    in: (place: string): Watched<readonly Caret[]> => {
      const own = listeners.get(place) ?? listenerSet()
      listeners.set(place, own)
      return { get: () => known.get(place) ?? nobodys, subscribe: own.add }
    },
    follow: (states: Iterable<Presence>) => {
      const [before, now] = [known, caretsIn(states, me)]
      known = new Map([...now].map(([place, here]) => [place, same(before.get(place), here)]))
      for (const place of new Set([...before.keys(), ...known.keys()])) {
        if (before.get(place) !== known.get(place)) listeners.get(place)?.notify()
      }
    },
  }
}

function same(before: readonly Caret[] | undefined, now: readonly Caret[]): readonly Caret[] {
  return before !== undefined && sameJson(before, now) ? before : now
}

/** Of several tabs of a person in one text, the first. */
function caretsIn(states: Iterable<Presence>, me: string): ReadonlyMap<string, readonly Caret[]> {
  const found = new Map<string, readonly Caret[]>()
  for (const { person, editing, caret } of states) {
    if (person === undefined || person === me || !editing || !caret) continue
    const there = found.get(editing) ?? nobodys
    if (there.every((other) => other.person !== person)) found.set(editing, [...there, { person, anchor: caret }])
  }
  return found
}
