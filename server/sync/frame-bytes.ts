const finalBinary = 0x82

/** Up to this size the message is copied behind its header, which is cheaper than writing the two one after the other. */
const copiedUpTo = 16 * 1024

/**
 * Messages as the bytes of one unmasked binary WebSocket frame (RFC 6455, 5.2): built once for all the sockets that one
 * message goes to in a row.
 */
export class FrameBytes {
  #message: Uint8Array | undefined
  #parts: readonly Buffer[] = []

  /** To be written in this order, with nothing in between. */
  of(message: Uint8Array): readonly Buffer[] {
    if (message !== this.#message) {
      this.#message = message
      this.#parts = partsOf(message)
    }
    return this.#parts
  }
}

function partsOf(message: Uint8Array): readonly Buffer[] {
  const header = headerFor(message.byteLength)
  const payload = Buffer.from(message.buffer, message.byteOffset, message.byteLength)
  return message.byteLength > copiedUpTo ? [header, payload] : [Buffer.concat([header, payload])]
}

function headerFor(length: number): Buffer {
  if (length < 126) return Buffer.from([finalBinary, length])
  if (length < 65_536) return Buffer.from([finalBinary, 126, length >> 8, length & 0xff])
  const header = Buffer.alloc(10)
  header[0] = finalBinary
  header[1] = 127
  header.writeBigUInt64BE(BigInt(length), 2)
  return header
}
