import { type AwarenessEntry, decodeAwareness } from '../../shared/protocol/awareness.ts'
import { type Bindings, isOwnedBy } from './bindings.ts'
import type { Connection } from './connection.ts'
import { highestClient, mostClientsOfOne } from './guard/limits.ts'
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

/** Longer than anything that people show of themselves; what is longer is not looked into. */
const longestState = 16_384

/**
 * Listens to awareness messages: a person speaks for their own client ids alone, a few on each connection, and brings up
 * new ones by speaking for them. What is said for others is passed over, since `y-websocket` repeats everything it
 * hears. [PRESENCE2]
 */
export function hearing({ bindings, journal, limits, presence }: HearingParts) {
  const spokenFor = new WeakMap<Connection, Set<number>>()

  const maySpeakFor = (connection: Connection, { client, state }: AwarenessEntry): boolean => {
    const { person } = connection.peer
    const owner = bindings.ownerOf(client)
    if (owner !== undefined && !isOwnedBy(owner, person)) return false
    if (state === null) return owner !== undefined
    const soFar = spokenFor.get(connection) ?? new Set()
    if (!soFar.has(client) && soFar.size >= limits.clientsPerConnection) return false
    if (owner === undefined) {
      if (client > highestClient || bindings.countOf(person) >= mostClientsOfOne) return false
      bindings.bind(client, { person })
    }
    spokenFor.set(connection, soFar.add(client))
    return true
  }

  return (connection: Connection, update: Uint8Array): void => {
    const entries = decodeAwareness(update, longestState)
    if (!entries) connection.refuse('malformed')
    for (const entry of entries ?? []) {
      if (!maySpeakFor(connection, entry)) continue
      const pass = () => presence?.hear(connection, entry)
      if (bindings.isCommitted(entry.client)) pass()
      else journal.whenCommitted({ committed: pass, failed: () => {} })
    }
  }
}
