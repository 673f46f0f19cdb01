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
  return sharedAwareness(entries).without([])
}

export interface SharedAwareness {
  /** The message without the entries at these places, in their order: one's own are never sent back. */
  without(places: readonly number[]): Uint8Array
}

/** One message for many, most of whom get it without an entry or two: encoded once, copied for each. */
export function sharedAwareness(entries: readonly AwarenessEntry[]): SharedAwareness {
  const encoded = entries.map(encodeEntry)
  const starts = [0]
  for (const entry of encoded) starts.push((starts.at(-1) ?? 0) + entry.length)
  const startOf = (place: number) => starts[place] ?? 0
  const body = new Uint8Array(startOf(encoded.length))
  for (const [place, entry] of encoded.entries()) body.set(entry, startOf(place))

  return {
    without(places) {
      const count = encoding.encode((encoder) => encoding.writeVarUint(encoder, entries.length - places.length))
      const left = places.reduce((bytes, place) => bytes - (encoded[place]?.length ?? 0), body.length)
      const message = new Uint8Array(count.length + left)
      message.set(count)
      let at = count.length
      let from = 0
      for (const place of places) {
        message.set(body.subarray(from, startOf(place)), at)
        at += startOf(place) - from
        from = startOf(place + 1)
      }
      message.set(body.subarray(from), at)
      return message
    },
  }
}

function encodeEntry({ client, clock, state }: AwarenessEntry): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, JSON.stringify(state))
  return encoding.toUint8Array(encoder)
}
