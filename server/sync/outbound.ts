import type { Duplex } from 'node:stream'
import type { FrameBytes } from './frame-bytes.ts'
import type { SyncLimits } from './limits.ts'

export interface OutboundParts {
  readonly limits: Pick<SyncLimits, 'outboundBytes'>
  /** What the socket writes to. */
  readonly stream: Duplex
  readonly frames: FrameBytes
  now(): number
  /** It can't keep up; and it can again. */
  congested(): void
  drained(): void
}

/** What goes out to one client, and whether it keeps up. [SYNC8] */
export class Outbound {
  readonly #parts: OutboundParts
  #congestedSince: number | undefined

  constructor(parts: OutboundParts) {
    this.#parts = parts
    parts.stream.on('drain', () => this.#drained())
  }

  /**
   * Writes whole frames past `ws`, which would build each anew for every socket.
   *
   * @remarks
   * Nothing is compressed here, so `ws` writes its own frames (pings, closes) whole and at once, too: they never mix.
   */
  send(message: Uint8Array): void {
    const { stream, frames, limits, now } = this.#parts
    const parts = frames.of(message)
    if (parts.length > 1) stream.cork()
    for (const part of parts) stream.write(part)
    if (parts.length > 1) stream.uncork()
    if (this.isCongested || stream.writableLength <= limits.outboundBytes) return
    this.#congestedSince = now()
    this.#parts.congested()
  }

  get isCongested(): boolean {
    return this.#congestedSince !== undefined
  }

  /** For how long this client has not kept up. */
  get congestedMs(): number {
    return this.#congestedSince === undefined ? 0 : this.#parts.now() - this.#congestedSince
  }

  /** Bytes that wait for this client. */
  get waiting(): number {
    return this.#parts.stream.writableLength
  }

  /** Everything that waited has gone out. */
  #drained(): void {
    if (this.#congestedSince === undefined) return
    this.#congestedSince = undefined
    this.#parts.drained()
  }
}
