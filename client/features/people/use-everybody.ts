import { sameMembers } from '../../session/equal.ts'
import { usePeople, usePresence } from '../../session/hooks.ts'
import { attendance, type Everybody } from './standing.ts'

/** Everyone on the board with how they are. */
export function useEverybody(): Everybody {
  const people = usePeople()
  return usePresence((byPerson, server) => attendance(people, byPerson, server), sameEverybody)
}

function sameEverybody(a: Everybody, b: Everybody): boolean {
  return a.here === b.here && sameList(a.taking, b.taking) && sameList(a.observing, b.observing)
}

function sameList(a: Everybody['taking'], b: Everybody['taking']): boolean {
  return a.length === b.length && a.every((each, index) => sameMembers(each, b[index]))
}
