import type { Timers } from '../rooms/timers.ts'
import type { SyncLimits } from './limits.ts'
import type { Spent } from './pace.ts'
import type { Unfinished, Visitor } from './visitors.ts'

export interface InboxParts {
  readonly limits: Pick<SyncLimits, 'unfinishedBytes' | 'unfinishedBytesOfAll'>
  readonly timers: Timers
  readonly visitor: Visitor
  readonly unfinished: Unfinished
  now(): number
  /** The socket is to be read no further; and on again. */
  pause(): void
  resume(): void
  /** Whoever says so much is to be hung up on. */
  tooFast(reason: string): void
}

/** Bytes that may wait while a board is loaded before the socket is read no further. */
const mostWhileLoading = 64 * 1024

/** What a masked ping or pong has before its payload (RFC 6455, 5.2). */
const controlHeadBytes = 6

/** From here on an unfinished message counts when there is too much unfinished of everybody. */
const large = 1024 * 1024

/**
 * What one client says: taken in order, one message in a turn of the event loop, and no faster than its person may.
 *
 * @remarks
 * One message a turn, and after the first hundred only so many a second, so that thousands in a row let everybody
 * else's through between them, and leave the server time for these. [PRESSURE1]
 */
export class Inbox {
  readonly #parts: InboxParts
  readonly #waiting: Uint8Array[] = []
  readonly #pausedFor = new Set<'loading' | 'pace'>()
  #take: ((frame: Uint8Array) => void) | undefined
  #isDue = false
  #isClosed = false
  #waitingBytes = 0
  #unfinished = 0
  #unfinishedSince: number | undefined

  constructor(parts: InboxParts) {
    this.#parts = parts
  }

  /** Bytes came in, of a message that may not have ended yet. */
  arrived(bytes: number): void {
    if (this.#isClosed) return
    this.#unfinishedSince ??= this.#parts.now()
    this.#count(bytes)
    this.spend({ bytes })
    const { limits, visitor, unfinished } = this.#parts
    const isTooMuch = unfinished.bytes > limits.unfinishedBytesOfAll && this.#unfinished > large
    if (visitor.unfinished.bytes > limits.unfinishedBytes || isTooMuch) this.#parts.tooFast('unfinished')
  }

  /**
   * A ping or a pong is complete, with so many bytes inside: no part of a message, and it may come in the midst of one.
   *
   * @remarks
   * Who only answers pings would otherwise have begun something that never ends. [PRESSURE5]
   */
  controlled(payloadBytes: number): void {
    this.#count(-Math.min(controlHeadBytes + payloadBytes, this.#unfinished))
    if (this.#unfinished === 0) this.#unfinishedSince = undefined
  }

  /** A message is complete. */
  add(frame: Uint8Array): void {
    if (this.#isClosed) return
    this.#forgetUnfinished()
    this.#waiting.push(frame)
    this.#waitingBytes += frame.byteLength
    this.spend({ messages: 1 })
    if (this.#waiting.length === 1) this.#work()
    if (this.#take === undefined && this.#waitingBytes > mostWhileLoading) this.#pause('loading')
  }

  /** The board is there: hands on what came in meanwhile, and what comes. */
  open(take: (frame: Uint8Array) => void): void {
    this.#take = take
    this.#resume('loading')
    this.#work()
  }

  close(): void {
    this.#isClosed = true
    this.#waiting.length = 0
    this.#forgetUnfinished()
  }

  /** Rests for as long as the person owes. */
  spend(spent: Spent): void {
    if (this.#isClosed) return
    const owedMs = this.#parts.visitor.pace.spend(spent)
    if (owedMs === 'too-fast') this.#parts.tooFast('too-fast')
    else if (owedMs > 0 && !this.#pausedFor.has('pace')) {
      this.#pause('pace')
      this.#parts.timers.after(owedMs, () => this.#rested())
    }
  }

  get isPaused(): boolean {
    return this.#pausedFor.size > 0
  }

  /** For how long a message has not ended; 0: none has begun. */
  get unfinishedMs(): number {
    return this.#unfinishedSince === undefined ? 0 : this.#parts.now() - this.#unfinishedSince
  }

  #rested(): void {
    this.#resume('pace')
    this.spend({})
    this.#work()
  }

  #work(): void {
    if (this.#isDue || this.#isClosed || this.#take === undefined || this.#pausedFor.has('pace')) return
    const next = this.#waiting.shift()
    if (next === undefined) return
    this.#waitingBytes -= next.byteLength
    const restMs = this.#parts.visitor.taking.spend(1)
    if (restMs > 0 || this.#waiting.length > 0) this.#workIn(restMs)
    this.#take(next)
  }

  #workIn(ms: number): void {
    const { timers } = this.#parts
    const work = () => {
      this.#isDue = false
      this.#work()
    }
    this.#isDue = true
    if (ms > 0) timers.after(ms, work)
    else timers.soon(work)
  }

  #pause(why: 'loading' | 'pace'): void {
    this.#pausedFor.add(why)
    this.#parts.pause()
  }

  #resume(why: 'loading' | 'pace'): void {
    if (this.#pausedFor.delete(why) && this.#pausedFor.size === 0) this.#parts.resume()
  }

  #count(bytes: number): void {
    this.#unfinished += bytes
    this.#parts.visitor.unfinished.bytes += bytes
    this.#parts.unfinished.bytes += bytes
  }

  #forgetUnfinished(): void {
    this.#count(-this.#unfinished)
    this.#unfinishedSince = undefined
  }
}
