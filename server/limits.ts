import type { HttpLimits } from './http/limits.ts'
import type { RateLimits } from './http/rate-limits.ts'
import type { RoomLimits } from './rooms/limits.ts'
import type { SyncLimits } from './sync/limits.ts'

/**
 * What bounds a server, in numbers. The README has a table of them; what one update may hold stands in
 * `rooms/guard/limits.ts`. [PRESSURE14]
 */

const KiB = 1024
const MiB = 1024 * KiB

export const roomLimits: RoomLimits = {
  asideMessages: 1000,
  asideBytes: 1 * MiB,
  connectionsPerPerson: 20,
  connectionsPerBoard: 2000,
  clientsPerConnection: 5,
  answerRestMs: 100,
  bytesForEachMs: 4 * KiB,
  boards: 500,
  boardsBytes: 128 * MiB,
  boardBytes: 8 * MiB,
  deskBytes: 1 * MiB,
  reweighMs: 30_000,
  idleMs: 60_000,
  lookMs: 5000,
  beatMs: 2000,
  restMs: 1000,
  foldAfter: 500,
  foldOnUnload: 20,
  relaying: { perSecond: 7000, burst: 4000 },
  presenceTickMs: 50,
  presenceBytesPerSecond: 64 * 1024,
  presenceTtlMs: 30_000,
  keepAliveMs: 15_000,
}

export const syncLimits: SyncLimits = {
  messageBytes: 16 * MiB,
  messages: { perSecond: 200, burst: 2000 },
  bytes: { perSecond: MiB, burst: 4 * MiB },
  taking: { perSecond: 500, burst: 100 },
  patienceMs: 30_000,
  knocks: { perSecond: 10, burst: 300 },
  socketsPerPerson: 100,
  sockets: 10_000,
  messageMs: 60_000,
  unfinishedBytes: 32 * MiB,
  unfinishedBytesOfAll: 256 * MiB,
  outboundBytes: 1 * MiB,
  outboundBytesOfAll: 256 * MiB,
  graceMs: 5000,
  congestedMs: 30_000,
  heartbeatMs: 15_000,
  closingMs: 2000,
}

export const httpLimits: HttpLimits = {
  connections: 20_000,
  connectionsPerAddress: 5000,
  headMs: 15_000,
  requestMs: 30_000,
  lookMs: 5000,
  stillMs: 60_000,
  keptMs: 75_000,
  bodiesPerAddress: 100,
  reportsAtOnce: 10,
  peoplePerBoard: 1000,
  boardsPerPerson: 1000,
  acrossAtOnce: 2,
  reviewsAcross: 50,
  importBytes: 4 * MiB,
}

export const rateLimits: RateLimits = {
  creating: { points: 240, seconds: 60 },
  importing: { points: 30, seconds: 60 },
  joining: { points: 600, seconds: 60 },
  sending: { points: 1200, seconds: 60 },
  events: { points: 300, seconds: 60 },
  looking: { points: 600, seconds: 10 },
  commands: { points: 300, seconds: 10 },
  changes: { points: 120, seconds: 60 },
  reports: { points: 60, seconds: 60 },
  across: { points: 60, seconds: 60 },
}
