import { indexOfPhase } from './agenda.ts'
import { allow, type Result, refuse } from './result.ts'
import type { AgendaItem, LastMove, Session } from './session.ts'

/** For how long a change of phase is offered to be taken back. */
export const takeBackMs = 10_000

/** So much longer it is taken, for lines that are slow. */
const leewayMs = 5_000

export type TakeBackRefusal = 'nothing-to-take-back' | 'too-late-to-take-back' | 'unknown-phase'

/** A session as it was before its last move, as far as that can be. */
export interface TakenBack
  extends Pick<Session, 'phase' | 'visits' | 'timer' | 'spotlight' | 'round' | 'agenda'>,
    Pick<LastMove, 'counted'> {}

/**
 * The session before its last change of phase: its phase, timer and spotlight, with the rounds open that the change
 * counted. Notes that it revealed stay revealed: people have read them.
 *
 * @remarks
 * A phase that ended by itself waits for its facilitator from then on: its time is still up, or everybody still done, and
 * it would end again at once. [TAKEBACK3]
 */
export function takeBack(
  session: Pick<Session, 'agenda' | 'phase' | 'visits' | 'lastMove'>,
  now: number,
): Result<TakenBack, TakeBackRefusal> {
  const { agenda, phase, visits, lastMove: move } = session
  if (move === undefined || move.to !== phase) return refuse('nothing-to-take-back')
  if (now - move.at > takeBackMs + leewayMs) return refuse('too-late-to-take-back')
  if (indexOfPhase(agenda, move.from) < 0) return refuse('unknown-phase')
  const { timer, spotlight, round, counted } = move
  return allow({
    phase: move.from,
    visits: visits.slice(0, -1),
    agenda: move.byItself ? agenda.map((item) => (item.id === move.from ? byHand(item) : item)) : agenda,
    timer,
    spotlight,
    round,
    counted,
  })
}

/** How long a move can still be taken back, in milliseconds by the server's clock; 0: no more. */
export function takeBackLeft(session: Pick<Session, 'phase' | 'lastMove'>, now: number): number {
  const { phase, lastMove } = session
  if (lastMove === undefined || lastMove.to !== phase) return 0
  return Math.max(0, lastMove.at + takeBackMs - now)
}

function byHand({ auto: _auto, whenAllDone: _whenAllDone, ...item }: AgendaItem): AgendaItem {
  return item
}
