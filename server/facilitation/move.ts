import type { CommandRefusal } from '../../shared/api/refusals.ts'
import { readFlat } from '../../shared/document/read.ts'
import { setFlat } from '../../shared/document/write.ts'
import { itemAfter } from '../../shared/review/agenda.ts'
import { type MovePlan, planMove } from '../../shared/review/move.ts'
import { allow, type Result, refuse } from '../../shared/review/result.ts'
import type { AgendaItem, TimerRecord } from '../../shared/review/session.ts'
import { startTimer } from '../../shared/review/timer.ts'
import { roundsOf } from './board-facts.ts'
import { carryAllOver } from './carry-over.ts'
import type { Turn } from './order.ts'
import { publishDue } from './publish.ts'
import { countRound, startRound } from './rounds.ts'

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

function carryOut({ live, writer, deps }: Turn, plan: MovePlan, request: MoveRequest): void {
  const now = deps.now()
  const { visits } = readFlat(writer.board, 'session')
  for (const round of plan.closes) countRound(live, writer, round, deps)
  setFlat(writer.board, 'session', {
    phase: plan.to.id,
    visits: [...visits, { phase: plan.to.id, at: now }],
    timer: request.timer === true ? timerFor(plan.to, now) : null,
    spotlight: null,
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
