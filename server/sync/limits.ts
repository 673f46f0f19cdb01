import type { Rate } from '../rooms/budget.ts'

/** What bounds WebSockets. */
export interface SyncLimits {
  /** Bytes of one message; at least what a whole board may hold. */
  readonly messageBytes: number
  /** Of one person, over all of their sockets; pings count too, and so does what an answer costs. */
  readonly messages: Rate
  readonly bytes: Rate
  /** Messages of one person that are taken, of those that came at once: a burst is spread, and leaves time for others. */
  readonly taking: Rate
  /** A person is read no further while over the budget; who owes more than this, or is over it for so long, is a flood. */
  readonly patienceMs: number
  /** How often one person may connect. */
  readonly knocks: Rate
  /** Sockets of one person, on all boards together. */
  readonly socketsPerPerson: number
  /** Sockets of everybody. */
  readonly sockets: number
  /** How long one message may take to come in. */
  readonly messageMs: number
  /** Bytes of one person's messages that have begun and not ended. */
  readonly unfinishedBytes: number
  /** The same of everybody. */
  readonly unfinishedBytesOfAll: number
  /** Bytes waiting to go out from which on a peer counts as one that can't keep up. */
  readonly outboundBytes: number
  /** Bytes waiting to go out to all who can't keep up, from which on some of them are let go. */
  readonly outboundBytesOfAll: number
  /** Who has not kept up for so long counts for that: until then a whole board may simply be on its way. */
  readonly graceMs: number
  /** For how long a peer may fail to keep up. */
  readonly congestedMs: number
  readonly heartbeatMs: number
  /** How long we wait for a peer to close in its turn. */
  readonly closingMs: number
}
