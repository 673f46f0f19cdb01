import type { Rate } from './budget.ts'

/** What bounds a server's rooms. */
export interface RoomLimits {
  /** Updates of one connection that wait for the step 2 that covers them. */
  readonly asideMessages: number
  readonly asideBytes: number
  readonly connectionsPerPerson: number
  readonly connectionsPerBoard: number
  /** Client ids that one connection may speak for in awareness. */
  readonly clientsPerConnection: number
  /** Rest between two answers to one connection; longer where an answer takes long. */
  readonly answerRestMs: number
  /** What a millisecond of work on what a person sent counts as, in bytes that they sent. [PRESSURE18] */
  readonly bytesForEachMs: number
  /** Boards in memory. */
  readonly boards: number
  /** Bytes of all boards in memory, as stored; in memory they take some ten times as many. */
  readonly boardsBytes: number
  /** Bytes of one board with its desks: beyond, no words are added. */
  readonly boardBytes: number
  /** Bytes of one desk. */
  readonly deskBytes: number
  /** How often a board that seems full is weighed anew. */
  readonly reweighMs: number
  /** How long a board that nobody uses stays in memory. */
  readonly idleMs: number
  /** How often a board that several servers write to is looked at in the store, lest a word was lost. */
  readonly lookMs: number
  /** How often servers tell each other who is connected; who is silent for a few of these is gone. */
  readonly beatMs: number
  /** How long a board that failed is left alone before it is loaded again. */
  readonly restMs: number
  /** Log entries of one document after which it is folded into a snapshot. */
  readonly foldAfter: number
  /** The same as its board leaves memory: a short log is as soon read as a snapshot is written. */
  readonly foldOnUnload: number
  /** Relayed messages of one board, counted for each who gets them: what is written faster is gathered. */
  readonly relaying: Rate
  readonly presenceTickMs: number
  /** What one connection is told of others, at most on average. */
  readonly presenceBytesPerSecond: number
  readonly presenceTtlMs: number
  /** `y-websocket` hangs up after 30 s without a message. */
  readonly keepAliveMs: number
}
