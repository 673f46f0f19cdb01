import { type AwarenessEntry, decodeAwareness } from '../../shared/protocol/awareness.ts'
import { type Bindings, isOwnedBy } from './bindings.ts'
import type { Connection } from './connection.ts'
import type { Journal } from './journal.ts'
import type { RoomLimits } from './limits.ts'
import type { Presence } from './presence.ts'

export interface HearingParts {
  readonly bindings: Bindings
  readonly journal: Journal
  readonly limits: Pick<RoomLimits, 'clientsPerConnection'>
  /** Absent for a desk: nobody else is there to see it. */
  readonly presence?: Presence
}

const highestClient = 0xffff_ffff

/**
 * Listens to awareness messages: a person speaks for their own client ids alone, and brings up new ones by speaking
 * for them, a few. What is said for others is passed over, since `y-websocket` repeats everything it hears. [PRESENCE2]
 */
export function hearing({ bindings, journal, limits, presence }: HearingParts) {
  const broughtUp = new WeakMap<Connection, number>()

  const maySpeakFor = (connection: Connection, { client, state }: AwarenessEntry): boolean => {
    const owner = bindings.ownerOf(client)
    if (owner !== undefined) return isOwnedBy(owner, connection.peer.person)
    const soFar = broughtUp.get(connection) ?? 0
    if (state === null || client > highestClient || soFar >= limits.clientsPerConnection) return false
    broughtUp.set(connection, soFar + 1)
    bindings.bind(client, { person: connection.peer.person })
    return true
  }

  return (connection: Connection, update: Uint8Array): void => {
    const entries = decodeAwareness(update)
    if (!entries) connection.refuse('malformed')
    for (const entry of entries ?? []) {
      if (!maySpeakFor(connection, entry)) continue
      const pass = () => presence?.hear(connection, entry)
      if (bindings.isCommitted(entry.client)) pass()
      else journal.whenCommitted({ committed: pass, failed: () => {} })
    }
  }
}
