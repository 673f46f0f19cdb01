import type * as Y from 'yjs'
import { readEntries, readEntry, readFlat } from '../../shared/document/read.ts'
import { createEntry, setCounted, setFields, setFlat } from '../../shared/document/write.ts'
import type { Ballot } from '../../shared/review/ballot.ts'
import type { Budget } from '../../shared/review/entries.ts'
import { lateBallots } from '../../shared/review/late-ballots.ts'
import { takesPart } from '../../shared/review/participation.ts'
import { budgetOf, changeBudget, type NewRound, nextOpening } from '../../shared/review/round.ts'
import { abstentions, tally } from '../../shared/review/tally.ts'
import type { BoardWriter, LiveBoard } from '../rooms/live-board.ts'
import { boardFacts, roundsOf } from './board-facts.ts'
import type { FacilitationDeps } from './deps.ts'
import { deskFacts } from './desk-facts.ts'
import { keepRoomBallots, lateRoomBallots, roomTally } from './room-votes.ts'

/** Opens a fresh round, under the ballot mode and, where it has none of its own, the budget of this moment. */
export function startRound(board: Y.Doc, round: NewRound, deps: FacilitationDeps): void {
  const id = deps.newId()
  const { settings } = readFlat(board, 'session')
  createEntry(board, 'results', id, {
    ...round,
    budget: round.budget ?? budgetOf(undefined, settings),
    ballot: settings.ballot,
    openedAt: nextOpening(roundsOf(board), deps.now()),
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
  setFields(writer.board, 'results', round, { ...publicTally(live, writer.board, round, ballots), closedAt, late: 0 })
  for (const [person, ballot] of ballots) {
    const { counted, abstained } = deskFacts(writer.desk(person))
    const wasHeard = counted.has(round) || abstained.has(round) || Object.keys(ballot).length > 0
    if (wasHeard) setCounted(writer.desk(person), round, ballot)
  }
  keepRoomBallots(live, writer, round)
}

/**
 * Opens a counted round again as it was, its ballots as they are.
 *
 * @remarks
 * Each desk keeps its ballot as it was counted, so that whoever was counted stays counted. [COUNT8]
 */
export function reopenRound(board: Y.Doc, round: string): void {
  const nothing = {
    voters: 0,
    cast: 0,
    votes: {},
    labels: {},
    late: 0,
    abstained: undefined,
    eligible: undefined,
    room: undefined,
  }
  setFields(board, 'results', round, { ...nothing, closedAt: null })
}

/** What each voter has in rounds that are not counted yet follows the settings; what was counted keeps its own. */
export function changeBudgets(board: Y.Doc, change: Partial<Budget>): void {
  const { settings } = readFlat(board, 'session')
  for (const { id, closedAt, budget } of readEntries(board, 'results')) {
    if (closedAt === null) {
      setFields(board, 'results', id, { budget: changeBudget(budgetOf({ budget }, settings), change) })
    }
  }
}

/** Brings the numbers of rounds that everyone sees up to date with the desks: running counts, and who came late. */
export function followBallots(live: LiveBoard, writer: BoardWriter): void {
  const { round } = readFlat(writer.board, 'session')
  const result = round === null ? undefined : readEntry(writer.board, 'results', round)
  if (round === null || result === undefined) return
  if (result.closedAt !== null) {
    const late = new Set([
      ...lateBallots(countedIn(live, round), ballotsIn(live, round)),
      ...lateRoomBallots(live, writer.board, round),
    ])
    setFields(writer.board, 'results', round, { late: late.size })
  } else if (result.ballot === 'open') {
    const running = publicTally(live, writer.board, round, ballotsIn(live, round))
    const isNew = Object.entries(running).some(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(result, field)),
    )
    if (isNew) setFields(writer.board, 'results', round, running)
  }
}

function publicTally(live: LiveBoard, board: Y.Doc, round: string, ballots: ReadonlyMap<string, Ballot>) {
  const { settings } = readFlat(board, 'session')
  const known = readEntry(board, 'results', round)
  const by = { ...budgetOf(known, settings), targets: known?.targets }
  const { voters, cast, votes, labels, perPerson } = tally(ballots, boardFacts(board).pinboard, by)
  const abstaining = new Set([...live.desks].flatMap(([person, desk]) => (abstains(desk, round) ? [person] : [])))
  return {
    voters,
    cast,
    votes,
    labels,
    abstained: abstentions(perPerson, abstaining),
    eligible: eligibleIn(live, ballots),
    ...roomOf(live, board, round),
  }
}

function roomOf(live: LiveBoard, board: Y.Doc, round: string) {
  const room = roomTally(live, board, round)
  return room === undefined ? {} : { room }
}

/** Who can vote now, and who was counted and can't any more. */
function eligibleIn(live: LiveBoard, ballots: ReadonlyMap<string, Ballot>): number {
  const taking = [...live.members.values()].filter(takesPart).map(({ id }) => id)
  return new Set([...taking, ...ballots.keys()]).size
}

function abstains(desk: Y.Doc, round: string): boolean {
  return deskFacts(desk).abstained.has(round)
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
