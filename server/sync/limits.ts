import type { Rate } from '../rooms/budget.ts'

/** What bounds one WebSocket. */
export interface SyncLimits {
  /** Bytes of one message; at least what a whole board may hold. */
  readonly messageBytes: number
  readonly messages: Rate
  readonly bytes: Rate
  /** A socket is read no further while it is over its budget; one that owes more than this is closed. */
  readonly patienceMs: number
  /** Bytes waiting to go out from which on a peer counts as one that can't keep up. */
  readonly outboundBytes: number
  /** For how long a peer may fail to keep up. */
  readonly congestedMs: number
  readonly heartbeatMs: number
  /** How long we wait for a peer to close in its turn. */
  readonly closingMs: number
}

const MiB = 1024 * 1024

export const syncLimits: SyncLimits = {
  messageBytes: 16 * MiB,
  messages: { perSecond: 200, burst: 5000 },
  bytes: { perSecond: 2 * MiB, burst: 64 * MiB },
  patienceMs: 30_000,
  outboundBytes: 4 * MiB,
  congestedMs: 30_000,
  heartbeatMs: 15_000,
  closingMs: 2000,
}
