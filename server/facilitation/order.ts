import type { CommandRefusal } from '../../shared/api/refusals.ts'
import type { Result } from '../../shared/review/result.ts'
import type { BoardWriter, LiveBoard } from '../rooms/live-board.ts'
import type { Member } from '../store/port.ts'
import type { FacilitationDeps } from './deps.ts'

/** One turn of the server as author: what it reads, what it writes with. */
export interface Turn {
  readonly live: LiveBoard
  readonly writer: BoardWriter
  readonly deps: FacilitationDeps
  /** Who ordered it; absent where it comes by itself. */
  readonly by?: Member
}

/** One command being carried out, in its one turn, and who ordered it. */
export interface Order extends Turn {
  readonly by: Member
}

/** What every command answers. It decides before it writes, so a refusal has written nothing. */
export type Answer = Result<true, CommandRefusal>
