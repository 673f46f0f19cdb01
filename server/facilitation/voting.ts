import type * as Y from 'yjs'
import { readEntry, readFlat } from '../../shared/document/read.ts'
import { allow, refuse } from '../../shared/review/result.ts'
import { closeRound, openRound, type RoundWishes, recountRound } from '../../shared/review/round.ts'
import type { LiveBoard } from '../rooms/live-board.ts'
import { boardFacts, roundsOf } from './board-facts.ts'
import { deskFacts } from './desk-facts.ts'
import type { Answer, Order } from './order.ts'
import { countRound, startRound } from './rounds.ts'

export function open({ writer, deps }: Order, wishes: RoundWishes): Answer {
  const { phase, settings } = readFlat(writer.board, 'session')
  const { countsFor } = boardFacts(writer.board).votable
  const round = openRound(roundsOf(writer.board), phase, wishes, { settings, countsFor })
  if (!round.allowed) return round
  startRound(writer.board, round.value, deps)
  return allow(true)
}

export function close({ live, writer, deps }: Order): Answer {
  const round = closeRound(roundsOf(writer.board), readFlat(writer.board, 'session').phase)
  if (!round.allowed) return round
  countRound(live, writer, round.value, deps)
  return allow(true)
}

export function recount({ live, writer, deps }: Order): Answer {
  const round = recountRound(roundsOf(writer.board), readFlat(writer.board, 'session').round)
  if (!round.allowed) return round
  if (wasCastElsewhere(live, writer.board, round.value)) return refuse('ballots-are-elsewhere')
  countRound(live, writer, round.value, deps)
  return allow(true)
}

/** A round that came with a file has its numbers, but no ballots: counting again would find none. [FILE7] */
function wasCastElsewhere({ desks }: LiveBoard, board: Y.Doc, round: string): boolean {
  const voters = readEntry(board, 'results', round)?.voters ?? 0
  return voters > 0 && ![...desks.values()].some((desk) => deskFacts(desk).counted.has(round))
}
