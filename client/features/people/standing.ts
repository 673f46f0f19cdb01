import type { ServerPresence } from '../../../shared/protocol/presence.ts'
import { takesPart } from '../../../shared/review/participation.ts'
import type { Person } from '../../../shared/review/people.ts'
import type { PersonPresence } from '../../session/presence.ts'

/** How a person is at the moment, the most telling first. `absent`: not connected. */
export type Standing = 'hand' | 'writing' | 'done' | 'here' | 'away' | 'absent'

export const standingWords: Readonly<Record<Standing, string>> = {
  hand: 'hand up',
  writing: 'writing',
  done: 'done here',
  here: 'here',
  away: 'looking elsewhere',
  absent: 'not here',
}

export function standingOf(
  person: Person,
  byPerson: ReadonlyMap<string, PersonPresence>,
  server: ServerPresence | undefined,
): Standing {
  const shown = byPerson.get(person.id)
  if (shown === undefined) return server?.here.includes(person.id) ? 'here' : 'absent'
  if (shown.hand !== null) return 'hand'
  if (shown.editing !== null) return 'writing'
  if (isReady(person.id, server)) return 'done'
  return shown.away ? 'away' : 'here'
}

/** Who said "I'm done" here; on an anonymous board nobody is told of whom. */
function isReady(person: string, server: ServerPresence | undefined): boolean {
  const progress = server?.progress
  return progress?.attribution === 'named' && progress.people[person]?.ready === true
}

export interface Attendance {
  readonly person: Person
  readonly standing: Standing
  /** Whose turn it is among raised hands, 1 for the first; null: the hand is down. */
  readonly turn: number | null
}

export interface Everybody {
  /** Who takes part or leads, raised hands first, in the order in which they were raised, then in the order of joining; whoever is not here last. */
  readonly taking: readonly Attendance[]
  readonly observing: readonly Attendance[]
  /** How many of those who take part or lead are connected; observers are counted apart. */
  readonly here: number
}

export function attendance(
  people: readonly Person[],
  byPerson: ReadonlyMap<string, PersonPresence>,
  server: ServerPresence | undefined,
): Everybody {
  const present = people.filter((person) => person.left === undefined)
  const heard = server?.hands ?? []
  /** Whom the server has not told of yet comes last. */
  const place = ({ id }: Person) => (heard.includes(id) ? heard.indexOf(id) : heard.length)
  const hands = present
    .filter(({ id }) => (byPerson.get(id)?.hand ?? null) !== null)
    .sort((a, b) => place(a) - place(b))
  const all = present.map((person) => {
    const at = hands.indexOf(person)
    return { person, standing: standingOf(person, byPerson, server), turn: at < 0 ? null : at + 1 }
  })
  const order = (each: Attendance) => (each.standing === 'hand' ? 0 : each.standing === 'absent' ? 2 : 1)
  const sorted = all.toSorted((a, b) => order(a) - order(b) || (a.turn ?? 0) - (b.turn ?? 0))
  return {
    taking: sorted.filter(({ person }) => person.role !== 'observer'),
    observing: sorted.filter(({ person }) => person.role === 'observer'),
    here: all.filter(({ person, standing }) => person.role !== 'observer' && standing !== 'absent').length,
  }
}

export interface HowManyDone {
  readonly done: number
  readonly of: number
  /** Names of those who are not; null on an anonymous board. */
  readonly waitingFor: readonly string[] | null
}

/** Who said "I'm done" in the phase that runs, of those who take part; null while nothing is known. */
export function howManyDone(people: readonly Person[], server: ServerPresence | undefined): HowManyDone | null {
  const progress = server?.progress
  if (progress === undefined) return null
  if (progress.attribution === 'anonymous') return { done: progress.ready, of: progress.people, waitingFor: null }
  const taking = people.filter(takesPart)
  const waiting = taking.filter((person) => progress.people[person.id]?.ready !== true)
  return {
    done: taking.length - waiting.length,
    of: taking.length,
    waitingFor: waiting.map((person) => person.name),
  }
}

export interface VotesLeft {
  readonly votes: number
  /** Who has some left and how many; null on an anonymous board. */
  readonly by: readonly { readonly name: string; readonly votes: number }[] | null
}

/** Who still has votes; null while no round is open. */
export function votesLeft(people: readonly Person[], server: ServerPresence | undefined): VotesLeft | null {
  const progress = server?.progress
  if (progress === undefined) return null
  if (progress.attribution === 'anonymous')
    return progress.votesLeft === null ? null : { votes: progress.votesLeft, by: null }
  const by = people.filter(takesPart).flatMap((person) => {
    const { votesLeft: left = null, roomVotesLeft: forRoom } = progress.people[person.id] ?? {}
    const mine = left === null ? [] : [{ name: person.name, votes: left }]
    return forRoom === undefined ? mine : [...mine, { name: `${person.name}, for the room`, votes: forRoom }]
  })
  if (by.length === 0) return null
  return { votes: by.reduce((sum, each) => sum + each.votes, 0), by: by.filter((each) => each.votes > 0) }
}

/** How somebody is, in words, with whose turn it is among several hands. */
export function attendanceText({ standing, turn }: Attendance): string {
  return turn === null || turn === 1 ? standingWords[standing] : `${standingWords[standing]}, number ${turn}`
}
