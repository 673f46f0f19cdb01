import type { CommandRefusal } from '../../shared/api/refusals.ts'
import { readFlat } from '../../shared/document/read.ts'
import { setFlat } from '../../shared/document/write.ts'
import { currentItem } from '../../shared/review/agenda.ts'
import { allow, type Result, refuse } from '../../shared/review/result.ts'
import type { TimerRecord } from '../../shared/review/session.ts'
import { addSeconds, pauseTimer, resumeTimer, startTimer } from '../../shared/review/timer.ts'
import type { Answer, Order } from './order.ts'

/** Starts a timer; without a length of its own it takes the phase's minutes. */
export function start(order: Order, seconds: number | undefined): Answer {
  const planned = currentItem(readFlat(order.writer.board, 'session'))?.minutes ?? null
  if (seconds === undefined && planned === null) return refuse('no-phase-length')
  return setTimer(order, startTimer(seconds ?? (planned ?? 0) * 60, order.deps.now()))
}

export function pause(order: Order): Answer {
  return setTimer(order, pauseTimer(timerOf(order), order.deps.now()))
}

export function resume(order: Order): Answer {
  return setTimer(order, resumeTimer(timerOf(order), order.deps.now()))
}

export function add(order: Order, seconds: number): Answer {
  return setTimer(order, addSeconds(timerOf(order), seconds))
}

export function stop(order: Order): Answer {
  setFlat(order.writer.board, 'session', { timer: null })
  return allow(true)
}

function timerOf({ writer }: Order): TimerRecord | null {
  return readFlat(writer.board, 'session').timer
}

function setTimer({ writer }: Order, timer: Result<TimerRecord, CommandRefusal>): Answer {
  if (!timer.allowed) return timer
  setFlat(writer.board, 'session', { timer: timer.value })
  return allow(true)
}
