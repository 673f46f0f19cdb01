import type * as Y from 'yjs'
import { readEntry, readFlat } from '../../shared/document/read.ts'
import { createEntry, setCounted, setFields, setFlat } from '../../shared/document/write.ts'
import type { Ballot } from '../../shared/review/ballot.ts'
import { lateBallots } from '../../shared/review/late-ballots.ts'
import { takesPart } from '../../shared/review/participation.ts'
import { tally } from '../../shared/review/tally.ts'
import type { BoardWriter, LiveBoard } from '../rooms/live-board.ts'
import { boardFacts } from './board-facts.ts'
import type { FacilitationDeps } from './deps.ts'
import { deskFacts } from './desk-facts.ts'

/** Opens a fresh round of the phase that runs, under the ballot mode of this moment. */
export function startRound(board: Y.Doc, phase: string, deps: FacilitationDeps): void {
  const id = deps.newId()
  const { ballot } = readFlat(board, 'session').settings
  createEntry(board, 'results', id, {
    phase,
    ballot,
    openedAt: deps.now(),
    closedAt: null,
    voters: 0,
    cast: 0,
    votes: {},
    labels: {},
    late: 0,
  })
  setFlat(board, 'session', { round: id })
}

/**
 * Counts a round and closes it; counting a closed round again replaces its result.
 *
 * Each desk keeps the ballot as it was counted, so that what comes later can be told apart. [COUNT4]
 *
 * @remarks
 * Whoever was counted stays counted, also where they were removed since or only watch now: were their ballot left out of
 * a second count, the difference would show it. [COUNT8]
 */
export function countRound(live: LiveBoard, writer: BoardWriter, round: string, deps: FacilitationDeps): void {
  const ballots = new Map([...countedOfOthers(live, round), ...ballotsIn(live, round)])
  const closedAt = readEntry(writer.board, 'results', round)?.closedAt ?? deps.now()
  setFields(writer.board, 'results', round, { ...publicTally(writer.board, ballots), closedAt, late: 0 })
  for (const [person, ballot] of ballots) {
    const counted = deskFacts(writer.desk(person)).counted.get(round)
    if (counted !== undefined || Object.keys(ballot).length > 0) setCounted(writer.desk(person), round, ballot)
  }
}

/** Brings the numbers of rounds that everyone sees up to date with the desks: running counts, and who came late. */
export function followBallots(live: LiveBoard, writer: BoardWriter): void {
  const { round } = readFlat(writer.board, 'session')
  const result = round === null ? undefined : readEntry(writer.board, 'results', round)
  if (round === null || result === undefined) return
  if (result.closedAt !== null) {
    const late = lateBallots(countedIn(live, round), ballotsIn(live, round)).length
    setFields(writer.board, 'results', round, { late })
  } else if (result.ballot === 'open') {
    const running = publicTally(writer.board, ballotsIn(live, round))
    if (JSON.stringify(running.votes) !== JSON.stringify(result.votes)) {
      setFields(writer.board, 'results', round, running)
    }
  }
}

function publicTally(board: Y.Doc, ballots: ReadonlyMap<string, Ballot>) {
  const { settings } = readFlat(board, 'session')
  const { voters, cast, votes, labels } = tally(ballots, boardFacts(board).pinboard, settings)
  return { voters, cast, votes, labels }
}

/** The ballots of everyone who takes part, by person. */
function ballotsIn(live: LiveBoard, round: string): ReadonlyMap<string, Ballot> {
  return new Map(voters(live).map(([person, desk]) => [person, deskFacts(desk).ballotIn(round)]))
}

function countedIn(live: LiveBoard, round: string): ReadonlyMap<string, Ballot> {
  return new Map(voters(live).map(([person, desk]) => [person, deskFacts(desk).counted.get(round) ?? {}]))
}

/** The ballots, as they were counted, of people who were counted in this round and do not take part any more. */
function countedOfOthers(live: LiveBoard, round: string): ReadonlyMap<string, Ballot> {
  const now = new Set(voters(live).map(([person]) => person))
  return new Map(
    [...live.desks].flatMap(([person, desk]) => {
      const counted = deskFacts(desk).counted.get(round)
      return counted === undefined || now.has(person) ? [] : [[person, counted] as const]
    }),
  )
}

function voters(live: LiveBoard): readonly (readonly [string, Y.Doc])[] {
  return [...live.desks].filter(([person]) => {
    const member = live.members.get(person)
    return member !== undefined && takesPart(member)
  })
}
