import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** One client's state in an awareness message; null: it is gone. */
export interface AwarenessEntry {
  readonly client: number
  /** Grows with everything that client says; what is not newer is dropped. */
  readonly clock: number
  readonly state: unknown
}

/** More than a board has connections. */
const mostEntries = 10_000

/**
 * Decodes the payload of an awareness message, as y-protocols writes it; undefined for anything else.
 *
 * A state of more characters than `longestState` is not looked into: `undefined`.
 */
export function decodeAwareness(
  bytes: Uint8Array,
  longestState = Number.POSITIVE_INFINITY,
): readonly AwarenessEntry[] | undefined {
  try {
    const decoder = decoding.createDecoder(bytes)
    const entries: AwarenessEntry[] = []
    let left = decoding.readVarUint(decoder)
    if (left > mostEntries) return undefined
    for (; left > 0; left--) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const text = decoding.readVarString(decoder)
      entries.push({ client, clock, state: text.length > longestState ? undefined : JSON.parse(text) })
    }
    return decoding.hasContent(decoder) ? undefined : entries
  } catch {
    return undefined // truncated, or no JSON: not an awareness message
  }
}

export function encodeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  return joinAwareness(entries.map(encodeEntry))
}

/** One entry as it stands in an awareness message: for {@link joinAwareness}, where many are told of the same clients. */
export function encodeEntry({ client, clock, state }: AwarenessEntry): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, JSON.stringify(state))
  return encoding.toUint8Array(encoder)
}

export function joinAwareness(entries: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const entry of entries) encoding.writeUint8Array(encoder, entry)
  return encoding.toUint8Array(encoder)
}
