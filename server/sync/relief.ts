import { closeCodes } from '../../shared/protocol/close-codes.ts'
import type { SyncLimits } from './limits.ts'
import type { SyncSocket } from './sync-socket.ts'

/** Where too much waits for peers that don't keep up, lets go of those for whom most does. [PRESSURE4] */
export function relieve(sockets: Iterable<SyncSocket>, { outboundBytesOfAll, graceMs }: SyncLimits): void {
  const slow = [...sockets].filter(({ outbound }) => outbound.isCongested && outbound.congestedMs >= graceMs)
  let waiting = slow.reduce((sum, { outbound }) => sum + outbound.waiting, 0)
  if (waiting <= outboundBytesOfAll) return
  for (const socket of slow.sort((a, b) => b.outbound.waiting - a.outbound.waiting)) {
    if (waiting <= outboundBytesOfAll) return
    waiting -= socket.outbound.waiting
    socket.close(closeCodes.tryAgain, 'too-slow')
  }
}
