import type * as Y from 'yjs'
import { readBallots, readEntry, readFlat } from '../../shared/document/read.ts'
import { setCounted, setFlat } from '../../shared/document/write.ts'
import { type Ballot, ballotOf, leftAsCast } from '../../shared/review/ballot.ts'
import { lateBallots } from '../../shared/review/late-ballots.ts'
import { takesPart } from '../../shared/review/participation.ts'
import { allow, refuse } from '../../shared/review/result.ts'
import {
  countRoomBallot,
  type RoomResult,
  type RoomVoters,
  roomBudget,
  tallyRoom,
} from '../../shared/review/room-votes.ts'
import { budgetOf } from '../../shared/review/round.ts'
import { onlyChosen } from '../../shared/review/tally.ts'
import type { BoardWriter, LiveBoard } from '../rooms/live-board.ts'
import { boardFacts } from './board-facts.ts'
import type { Answer, Order } from './order.ts'

/** Says for how many people in the room somebody votes; null: for none. */
export function setRoomVoter({ live, writer }: Order, person: string, people: number | null): Answer {
  const member = live.members.get(person)
  if (member === undefined || !takesPart(member)) return refuse('no-such-person')
  const { [person]: _before, ...others } = readFlat(writer.board, 'session').roomVoters ?? {}
  const next = people === null ? others : { ...others, [person]: people }
  setFlat(writer.board, 'session', { roomVoters: Object.keys(next).length === 0 ? undefined : next })
  return allow(true)
}

/**
 * The votes of a round for people in the room; undefined where there are none.
 *
 * @remarks
 * Whoever was counted stays counted for as many: else counting again would show what the others cast. [COUNT8]
 */
export function roomTally(live: LiveBoard, board: Y.Doc, round: string): RoomResult | undefined {
  const { settings } = readFlat(board, 'session')
  const result = readEntry(board, 'results', round)
  const { targets, countsFor } = onlyChosen(boardFacts(board).votable, result?.targets)
  const by = { budget: budgetOf(result, settings), targets, countsFor }
  return tallyRoom(roomBallots(live, round), votersIn(live, board, round), by) ?? undefined
}

/** What whoever votes for people in the room has left to give for them, by person: as cast, wherever the round is secret. */
export function roomVotesLeft(live: LiveBoard, round: string): ReadonlyMap<string, number> {
  const { settings } = readFlat(live.doc, 'session')
  const result = readEntry(live.doc, 'results', round)
  const { countsFor } = onlyChosen(boardFacts(live.doc).votable, result?.targets)
  const budget = budgetOf(result, settings)
  const ballots = roomBallots(live, round)
  const left = Object.entries(votersIn(live, live.doc, round)).map(([person, people]) => {
    const ballot = ballots.get(person) ?? {}
    if (result?.ballot !== 'open') return [person, leftAsCast(ballot, roomBudget(budget, people))] as const
    return [person, countRoomBallot(ballot, people, { budget, countsFor }).left] as const
  })
  return new Map(left)
}

/** Each desk keeps what it cast for others as it was counted. */
export function keepRoomBallots(live: LiveBoard, writer: BoardWriter, round: string): void {
  for (const [person, ballot] of roomBallots(live, round)) {
    const isNew = readRoomCounted(writer.desk(person)).has(round) || Object.keys(ballot).length > 0
    if (isNew) setCounted(writer.desk(person), round, ballot, 'countedRoom')
  }
}

/** Whose votes for people in the room came or changed after a round was counted. */
export function lateRoomBallots(live: LiveBoard, board: Y.Doc, round: string): readonly string[] {
  const voters = new Set(Object.keys(votersIn(live, board, round)))
  const counted = [...live.desks].map(([person, desk]) => [person, readRoomCounted(desk).get(round) ?? {}] as const)
  const mine = ([person]: readonly [string, Ballot]) => voters.has(person)
  return lateBallots(new Map(counted.filter(mine)), new Map([...roomBallots(live, round)].filter(mine)))
}

/** Who votes for others: in a round that was counted before, also who did then. */
function votersIn(live: LiveBoard, board: Y.Doc, round: string): RoomVoters {
  const now = Object.entries(readFlat(board, 'session').roomVoters ?? {}).filter(([person]) => {
    const member = live.members.get(person)
    return member !== undefined && takesPart(member)
  })
  return { ...Object.fromEntries(now), ...readEntry(board, 'results', round)?.room?.by }
}

function roomBallots(live: LiveBoard, round: string): ReadonlyMap<string, Ballot> {
  return new Map([...live.desks].map(([person, desk]) => [person, ballotOf(readBallots(desk, 'roomBallots'), round)]))
}

function readRoomCounted(desk: Y.Doc): ReadonlyMap<string, Ballot> {
  return new Map(desk.getMap<Ballot>('countedRoom').entries())
}
