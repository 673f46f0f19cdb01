import * as decoding from 'lib0/decoding'

/** More client ids than a board ever sees. */
const mostClients = 100_000

/** Whether bytes are a state vector as Yjs writes it, and of sensible size: Yjs itself would throw, or believe any number. */
export function isStateVector(bytes: Uint8Array): boolean {
  try {
    const decoder = decoding.createDecoder(bytes)
    let left = decoding.readVarUint(decoder)
    if (left > mostClients) return false
    for (; left > 0; left--) {
      decoding.readVarUint(decoder)
      decoding.readVarUint(decoder)
    }
    return !decoding.hasContent(decoder)
  } catch {
    return false // truncated
  }
}
