import type { Bus } from '../bus/port.ts'
import type { BoardStore } from '../store/port.ts'
import type { Judge } from './guard-context.ts'
import type { RoomLimits } from './limits.ts'
import type { BoardHooks } from './live-board.ts'
import type { OpenBoard } from './open-board.ts'
import type { StartStopwatch } from './stopwatch.ts'
import type { Log, Metrics } from './telemetry.ts'
import type { Timers } from './timers.ts'

/** `moved`: others have written what it can't go on with, and it is well as it is stored. */
export type Ended = 'gone' | 'failed' | 'moved'

/** What every board in memory works with. */
export interface BoardParts {
  readonly store: BoardStore
  /** Where the store is shared: what tells other servers of a board. */
  readonly bus?: Bus | undefined
  readonly judge: Judge
  readonly hooks: BoardHooks
  readonly timers: Timers
  readonly limits: RoomLimits
  readonly log: Log
  readonly metrics: Metrics
  /** Epoch milliseconds. */
  now(): number
  readonly startStopwatch: StartStopwatch
  /** A random Yjs client id, 32 bits. */
  newClientId(): number
  /** A board ended by itself; `quiet` resolves once nothing of it is under way. */
  ended(board: OpenBoard, quiet: Promise<void>, why: Ended): void
}
