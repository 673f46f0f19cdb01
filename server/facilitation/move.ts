import type { CommandRefusal } from '../../shared/api/refusals.ts'
import { readFlat } from '../../shared/document/read.ts'
import { setFlat } from '../../shared/document/write.ts'
import { itemAfter } from '../../shared/review/agenda.ts'
import { type MovePlan, planMove } from '../../shared/review/move.ts'
import { allow, type Result, refuse } from '../../shared/review/result.ts'
import type { AgendaItem, TimerRecord } from '../../shared/review/session.ts'
import { takeBack } from '../../shared/review/take-back.ts'
import { startTimer } from '../../shared/review/timer.ts'
import { roundsOf } from './board-facts.ts'
import { carryAllOver } from './carry-over.ts'
import type { Turn } from './order.ts'
import { publishDue } from './publish.ts'
import { countRound, followBallots, reopenRound, startRound } from './rounds.ts'

interface MoveRequest {
  readonly from?: string | undefined
  readonly timer?: boolean | undefined
}

export function goToNext(turn: Turn, request: MoveRequest): Result<true, CommandRefusal> {
  const session = readFlat(turn.writer.board, 'session')
  if (isStale(session.phase, request)) return refuse('phase-has-moved')
  const next = itemAfter(session)
  return next === null ? refuse('no-next-phase') : goTo(turn, next.id, request)
}

/** Goes to a phase, with all that brings: reveal, rounds, timer. Going where the session is already changes nothing. */
export function goTo(turn: Turn, phase: string, request: MoveRequest): Result<true, CommandRefusal> {
  const { writer } = turn
  const session = readFlat(writer.board, 'session')
  if (isStale(session.phase, request)) return refuse('phase-has-moved')
  const plan = planMove(session, roundsOf(writer.board), phase)
  if (plan.allowed) {
    carryOut(turn, plan.value, request)
    return allow(true)
  }
  return plan.reason === 'already-there' ? allow(true) : refuse(plan.reason)
}

function isStale(phase: string, { from }: MoveRequest): boolean {
  return from !== undefined && from !== phase
}

/** Takes the last move back, if that is still to be had: what it counted is open again, what it revealed stays. */
export function takeLastMoveBack(turn: Turn, request: MoveRequest): Result<true, CommandRefusal> {
  const { live, writer, deps } = turn
  const session = readFlat(writer.board, 'session')
  if (isStale(session.phase, request)) return refuse('phase-has-moved')
  const taken = takeBack(session, deps.now())
  if (!taken.allowed) return taken
  const { counted, ...before } = taken.value
  setFlat(writer.board, 'session', { ...before, lastMove: undefined })
  for (const round of counted) reopenRound(writer.board, round)
  followBallots(live, writer)
  return allow(true)
}

function carryOut({ live, writer, deps, by }: Turn, plan: MovePlan, request: MoveRequest): void {
  const now = deps.now()
  const { visits, phase, timer, spotlight, round } = readFlat(writer.board, 'session')
  const lastMove = { at: now, from: phase, to: plan.to.id, byItself: by === undefined, timer, spotlight, round }
  for (const closing of plan.closes) countRound(live, writer, closing, deps)
  setFlat(writer.board, 'session', {
    phase: plan.to.id,
    visits: [...visits, { phase: plan.to.id, at: now }],
    timer: request.timer === true ? timerFor(plan.to, now) : null,
    spotlight: null,
    lastMove: { ...lastMove, counted: plan.closes },
  })
  if (plan.publishesDrafts) publishDue(live, writer, 'all', deps)
  carryAllOver(live, writer, deps)
  if (plan.enters.do === 'open') startRound(writer.board, { phase: plan.to.id }, deps)
  if (plan.enters.do === 'resume') setFlat(writer.board, 'session', { round: plan.enters.id })
}

function timerFor(item: AgendaItem, now: number): TimerRecord | null {
  const timer = startTimer((item.minutes ?? 0) * 60, now)
  return timer.allowed ? timer.value : null
}
