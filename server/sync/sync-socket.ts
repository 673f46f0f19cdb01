import type { Duplex } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import { type CloseCode, closeCodes } from '../../shared/protocol/close-codes.ts'
import { Budget } from '../rooms/budget.ts'
import type { Connection } from '../rooms/connection.ts'
import type { Peer } from '../rooms/peer.ts'
import type { Metrics } from '../rooms/telemetry.ts'
import type { Timers } from '../rooms/timers.ts'
import type { FrameBytes } from './frame-bytes.ts'
import type { SyncLimits } from './limits.ts'

export interface SyncSocketParts {
  readonly limits: SyncLimits
  readonly timers: Timers
  readonly frames: FrameBytes
  readonly metrics: Pick<Metrics, 'closed'>
  now(): number
  gone(socket: SyncSocket): void
}

type State =
  /** The board is being loaded; what the client says meanwhile waits in order. */
  | { readonly is: 'loading'; readonly waiting: Uint8Array[]; bytes: number }
  | { readonly is: 'open'; readonly connection: Connection }
  | { readonly is: 'closed' }

/** One WebSocket: what it may send and how fast, and whether it keeps up with what it gets. */
export class SyncSocket {
  readonly #socket: WebSocket
  readonly #stream: Duplex
  readonly #parts: SyncSocketParts
  readonly #messages: Budget
  readonly #bytes: Budget
  readonly #pausedFor = new Set<'loading' | 'budget'>()
  #state: State = { is: 'loading', waiting: [], bytes: 0 }
  #congestedSince: number | undefined
  #wasHeard = true

  /** `stream` is what the socket writes to. */
  constructor(socket: WebSocket, stream: Duplex, parts: SyncSocketParts) {
    this.#socket = socket
    this.#stream = stream
    this.#parts = parts
    this.#messages = new Budget(parts.limits.messages, parts.now)
    this.#bytes = new Budget(parts.limits.bytes, parts.now)
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary))
    socket.on('pong', () => {
      this.#wasHeard = true
    })
    socket.on('close', () => this.#gone())
    socket.on('error', () => {}) // always followed by 'close'
    stream.on('drain', () => this.#drained())
  }

  /** This socket as the peer of a room. */
  peer(person: string): Peer {
    const isCongested = () => this.#congestedSince !== undefined
    return {
      person,
      send: (frame) => this.#send(frame),
      close: (code, reason) => this.close(code, reason),
      get isCongested() {
        return isCongested()
      },
    }
  }

  /** The room is there: hands it what came in meanwhile. */
  admit(connection: Connection): void {
    if (this.#state.is !== 'loading') {
      connection.leave()
      return
    }
    const { waiting } = this.#state
    this.#state = { is: 'open', connection }
    for (const frame of waiting) connection.receive(frame)
    this.#resume('loading')
  }

  close(code: CloseCode, reason: string): void {
    if (this.#state.is === 'closed') return
    this.#leave()
    this.#parts.metrics.closed(code)
    this.#socket.resume() // or the other side's goodbye would never be read
    this.#socket.close(code, reason)
    this.#parts.timers.after(this.#parts.limits.closingMs, () => this.#socket.terminate())
  }

  /** From time to time: lets go of whoever is gone without a word, or does not keep up. */
  beat(): void {
    const { congestedMs } = this.#parts.limits
    if (this.#congestedSince !== undefined && this.#parts.now() - this.#congestedSince > congestedMs) {
      this.close(closeCodes.tryAgain, 'too-slow')
    } else if (!this.#wasHeard && this.#pausedFor.size === 0) this.#socket.terminate()
    else this.#ping()
  }

  #ping(): void {
    this.#wasHeard = false
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.ping()
  }

  #receive(data: RawData, isBinary: boolean): void {
    this.#wasHeard = true
    if (this.#state.is === 'closed') return
    if (!isBinary || !(data instanceof Uint8Array)) {
      this.close(closeCodes.refused, 'malformed')
      return
    }
    this.#spend(data.byteLength)
    if (this.#state.is === 'open') this.#state.connection.receive(data)
    else if (this.#state.is === 'loading') this.#wait(this.#state, data)
  }

  #wait(state: Extract<State, { is: 'loading' }>, frame: Uint8Array): void {
    state.waiting.push(frame)
    state.bytes += frame.byteLength
    if (state.bytes > this.#parts.limits.messageBytes) this.#pause('loading')
  }

  /** Reads no further while the budget is overdrawn; hangs up on whoever overdraws it without measure. */
  #spend(bytes: number): void {
    const owedMs = Math.max(this.#messages.spend(1), this.#bytes.spend(bytes))
    if (owedMs > this.#parts.limits.patienceMs) this.close(closeCodes.tooFast, 'too-fast')
    else if (owedMs > 0 && !this.#pausedFor.has('budget')) {
      this.#pause('budget')
      this.#parts.timers.after(owedMs, () => this.#resume('budget'))
    }
  }

  #pause(why: 'loading' | 'budget'): void {
    this.#pausedFor.add(why)
    this.#socket.pause()
  }

  #resume(why: 'loading' | 'budget'): void {
    if (this.#pausedFor.delete(why) && this.#pausedFor.size === 0) this.#socket.resume()
  }

  /**
   * Writes whole frames past `ws`, which would build each anew for every socket.
   *
   * @remarks
   * Nothing is compressed here, so `ws` writes its own frames (pings, closes) whole and at once, too: they never mix.
   */
  #send(message: Uint8Array): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    const parts = this.#parts.frames.of(message)
    if (parts.length > 1) this.#stream.cork()
    for (const part of parts) this.#stream.write(part)
    if (parts.length > 1) this.#stream.uncork()
    if (this.#stream.writableLength > this.#parts.limits.outboundBytes) this.#congestedSince ??= this.#parts.now()
  }

  /** Everything that waited has gone out. */
  #drained(): void {
    if (this.#congestedSince === undefined || this.#state.is !== 'open') return
    this.#congestedSince = undefined
    this.#state.connection.drained()
  }

  #gone(): void {
    this.#leave()
    this.#parts.gone(this)
  }

  #leave(): void {
    const state = this.#state
    this.#state = { is: 'closed' }
    if (state.is === 'open') state.connection.leave()
  }
}
