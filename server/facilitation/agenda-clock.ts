import { readFlat } from '../../shared/document/read.ts'
import { itemAfter } from '../../shared/review/agenda.ts'
import { movesOnAt, movesOnWhenAllDone } from '../../shared/review/agenda-clock.ts'
import { takesPart } from '../../shared/review/participation.ts'
import type { BoardWriter, LiveBoard } from '../rooms/live-board.ts'
import type { Timers } from '../rooms/timers.ts'
import type { FacilitationDeps } from './deps.ts'
import { deskFacts } from './desk-facts.ts'
import { goToNext } from './move.ts'

export interface AgendaClockParts {
  /** Boards that are due by a moment, first those due first. */
  dueBy(at: number): Promise<readonly string[]>
  open(board: string): Promise<LiveBoard | undefined>
  /** For how long a board that is due is left to other servers, milliseconds: to those that have it open. */
  leaves?(board: string): number
  readonly deps: FacilitationDeps
  readonly timers: Pick<Timers, 'every'>
  /** A board that is due could not be moved on; it is tried again later. */
  failed(error: unknown, board: string): void
}

/** How often boards that are due are looked for. */
const tickMs = 1000

/** For how long a board is left alone that was due and did not move. */
const restMs = 60_000

/**
 * Moves reviews on to their next phase when their time is up.
 *
 * What is due is asked of the store, so that a board need not be in memory, and nothing is forgotten over a restart.
 *
 * @returns what stops it.
 */
export function startAgendaClock({
  dueBy,
  open,
  leaves = () => 0,
  deps,
  timers,
  failed,
}: AgendaClockParts): () => void {
  const restsUntil = new Map<string, number>()
  const leftUntil = new Map<string, number>()
  let isLooking = false

  const moveOn = async (board: string) => {
    const live = await open(board)
    const hasMoved = live !== undefined && (await moveOnByClock(live, deps))
    if (hasMoved) restsUntil.delete(board)
    else restsUntil.set(board, deps.now() + restMs)
  }
  const look = async () => {
    const due = await dueBy(deps.now())
    for (const board of leftUntil.keys()) {
      if (due.includes(board)) continue
      leftUntil.delete(board)
      restsUntil.delete(board)
    }
    for (const board of due) {
      const until = leftUntil.get(board) ?? deps.now() + leaves(board)
      leftUntil.set(board, until)
      if (until > deps.now()) continue
      if ((restsUntil.get(board) ?? 0) > deps.now()) continue
      restsUntil.set(board, deps.now() + restMs)
      await moveOn(board).catch((error: unknown) => failed(error, board))
    }
  }
  return timers.every(tickMs, () => {
    if (isLooking) return
    isLooking = true
    void look()
      .catch(() => {}) // A store that can't be read says so wherever it is asked; the next look may find it well.
      .finally(() => {
        isLooking = false
      })
  })
}

/** Under the board's lock, and only where it is still due: however many ask, it moves once. [CLOCK4] */
function moveOnByClock(live: LiveBoard, deps: FacilitationDeps): Promise<boolean> {
  return live.write((writer) => {
    const at = movesOnAt(readFlat(writer.board, 'session'))
    return at !== null && at <= deps.now() && moveOn(live, writer, deps)
  })
}

/** In the turn in which somebody became done: where everybody is, their review moves on. [CLOCK3] */
export function moveOnWhenAllDone(live: LiveBoard, writer: BoardWriter, deps: FacilitationDeps): void {
  const session = readFlat(writer.board, 'session')
  if (!movesOnWhenAllDone(session)) return
  const awaited = [...live.members.values()].filter(takesPart)
  const isDone = (person: string) => {
    const desk = live.desks.get(person)
    return desk !== undefined && deskFacts(desk).ready.has(session.phase)
  }
  if (awaited.length > 0 && awaited.every(({ id }) => isDone(id))) moveOn(live, writer, deps)
}

function moveOn(live: LiveBoard, writer: BoardWriter, deps: FacilitationDeps): boolean {
  const next = itemAfter(readFlat(writer.board, 'session'))
  const timer = next !== null && next.minutes !== null && next.endsAt === undefined
  return goToNext({ live, writer, deps }, { timer }).allowed
}
