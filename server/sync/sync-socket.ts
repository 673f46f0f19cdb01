import type { Duplex } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import { type CloseCode, closeCodes } from '../../shared/protocol/close-codes.ts'
import type { Connection } from '../rooms/connection.ts'
import type { Peer } from '../rooms/peer.ts'
import type { Metrics } from '../rooms/telemetry.ts'
import type { Timers } from '../rooms/timers.ts'
import type { FrameBytes } from './frame-bytes.ts'
import { Inbox } from './inbox.ts'
import type { SyncLimits } from './limits.ts'
import { Outbound } from './outbound.ts'
import type { Unfinished, Visitor } from './visitors.ts'

export interface SyncSocketParts {
  readonly limits: SyncLimits
  readonly timers: Timers
  readonly frames: FrameBytes
  readonly unfinished: Unfinished
  readonly metrics: Pick<Metrics, 'closed'>
  now(): number
  /** Somebody can't keep up. */
  congested(): void
  gone(socket: SyncSocket): void
}

type State =
  /** The board is being loaded. */
  { readonly is: 'loading' } | { readonly is: 'open'; readonly connection: Connection } | { readonly is: 'closed' }

/** One WebSocket of one person: what it may send and how fast, and whether it keeps up with what it gets. */
export class SyncSocket {
  readonly #socket: WebSocket
  readonly #parts: SyncSocketParts
  readonly #inbox: Inbox
  readonly outbound: Outbound
  #state: State = { is: 'loading' }
  #wasHeard = true

  /** `stream` is what the socket is read from and writes to. */
  constructor(socket: WebSocket, stream: Duplex, visitor: Visitor, parts: SyncSocketParts) {
    this.#socket = socket
    this.#parts = parts
    this.#inbox = new Inbox({
      ...parts,
      visitor,
      pause: () => socket.pause(),
      resume: () => socket.resume(),
      tooFast: (reason) => this.#hangUp(reason),
    })
    this.outbound = new Outbound({
      ...parts,
      stream,
      congested: parts.congested,
      drained: () => this.#state.is === 'open' && this.#state.connection.drained(),
    })
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary))
    socket.on('ping', (payload) => {
      this.#inbox.controlled(payload.byteLength)
      this.#inbox.spend({ messages: 1 })
    })
    socket.on('pong', (payload) => this.#inbox.controlled(payload.byteLength))
    socket.on('close', () => this.#gone())
    socket.on('error', () => {}) // always followed by 'close'
    // Before the socket reads it: a message that ends in this chunk has begun by then.
    stream.prependListener('data', (chunk: Uint8Array) => {
      this.#wasHeard = true
      this.#inbox.arrived(chunk.byteLength)
    })
  }

  /** This socket as the peer of a room. */
  peer(person: string): Peer {
    const { outbound } = this
    return {
      person,
      send: (frame) => {
        if (this.#socket.readyState === this.#socket.OPEN) outbound.send(frame)
      },
      spend: (bytes) => this.#inbox.spend({ bytes }),
      close: (code, reason) => this.close(code, reason),
      get isCongested() {
        return outbound.isCongested
      },
    }
  }

  /** The room is there: hands it what came in meanwhile. */
  admit(connection: Connection): void {
    if (this.#state.is !== 'loading') {
      connection.leave()
      return
    }
    this.#state = { is: 'open', connection }
    this.#inbox.open((frame) => connection.receive(frame))
  }

  close(code: CloseCode, reason: string): void {
    if (this.#state.is === 'closed') return
    this.#leave()
    this.#parts.metrics.closed(code)
    this.#socket.resume() // or the other side's goodbye would never be read
    this.#socket.close(code, reason)
    this.#parts.timers.after(this.#parts.limits.closingMs, () => this.#socket.terminate())
  }

  /** From time to time: lets go of whoever is gone without a word, does not keep up, or never comes to an end. */
  beat(): void {
    const { congestedMs, messageMs } = this.#parts.limits
    if (this.outbound.congestedMs > congestedMs) this.close(closeCodes.tryAgain, 'too-slow')
    else if (this.#inbox.unfinishedMs > messageMs) this.#hangUp('unfinished')
    else if (!this.#wasHeard && !this.#inbox.isPaused) this.#socket.terminate()
    else this.#ping()
  }

  /** A flood is not read to its end. */
  #hangUp(reason: string): void {
    this.close(closeCodes.tooFast, reason)
    this.#socket.pause()
  }

  #ping(): void {
    this.#wasHeard = false
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.ping()
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (this.#state.is === 'closed') return
    if (isBinary && data instanceof Uint8Array) this.#inbox.add(data)
    else this.close(closeCodes.refused, 'malformed')
  }

  #gone(): void {
    this.#leave()
    this.#parts.gone(this)
  }

  #leave(): void {
    const state = this.#state
    this.#state = { is: 'closed' }
    this.#inbox.close()
    if (state.is === 'open') state.connection.leave()
  }
}
