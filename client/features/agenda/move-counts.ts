import type { ServerPresence } from '../../../shared/protocol/presence.ts'
import type { MoveCounts } from '../../../shared/review/move.ts'
import type { Person } from '../../../shared/review/people.ts'
import type { Progress } from '../../../shared/review/progress.ts'
import type { PersonPresence } from '../../session/presence.ts'

/** What is known of how far people are, as a move needs it. */
export function moveCounts(
  byPerson: ReadonlyMap<string, PersonPresence>,
  server: ServerPresence | undefined,
  me: string,
): MoveCounts {
  const progress = server?.progress
  return {
    drafts: progress === undefined ? 0 : draftsOf(progress),
    writing: [...byPerson.values()].filter((each) => each.person !== me && each.editing !== null).length,
    votesLeft: progress === undefined ? null : votesLeftOf(progress),
  }
}

function draftsOf(progress: Progress): number {
  if (progress.attribution === 'anonymous') return progress.drafts
  return Object.values(progress.people).reduce((sum, person) => sum + person.drafts, 0)
}

/** Null where no round is open. */
export function votesLeftOf(progress: Progress): number | null {
  if (progress.attribution === 'anonymous') return progress.votesLeft
  const left = Object.values(progress.people).flatMap(({ votesLeft, roomVotesLeft = 0 }) =>
    votesLeft === null ? [] : [votesLeft + roomVotesLeft],
  )
  return left.length === 0 ? null : left.reduce((sum, each) => sum + each, 0)
}

/** Names of people who are not done; none where the board tells nobody's. */
export interface NotDone {
  readonly writing: readonly string[]
  readonly voting: readonly string[]
}

export function notDone(
  people: readonly Person[],
  byPerson: ReadonlyMap<string, PersonPresence>,
  server: ServerPresence | undefined,
  me: string,
): NotDone {
  const progress = server?.progress
  const left = (id: string) => {
    const { votesLeft, roomVotesLeft = 0 } = (progress?.attribution === 'named' && progress.people[id]) || {}
    return (votesLeft ?? 0) + roomVotesLeft
  }
  const namesOf = (is: (id: string) => boolean) => people.filter(({ id }) => is(id)).map(({ name }) => name)
  return {
    writing: namesOf((id) => id !== me && (byPerson.get(id)?.editing ?? null) !== null),
    voting: namesOf((id) => left(id) > 0),
  }
}
