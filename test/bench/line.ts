import { once } from 'node:events'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Wire } from './wire.ts'

/** Where one person connects to one document, and as whom. */
export interface Seat {
  readonly url: string
  readonly wire: Wire
  readonly headers: Readonly<Record<string, string>>
  /** The loopback address this person comes from: everyone has their own, as on a real network. */
  readonly localAddress: string
}

export interface Hearing {
  /** Part of the document came in. */
  document?(update: Uint8Array): void
  presence?(frame: Uint8Array): void
  /** So many messages of this line are acknowledged. */
  saved?(count: number): void
}

const nothing = new Uint8Array([0, 0])
const emptyVector = new Uint8Array([0])

/**
 * One connection of one person, as light as can be: five hundred of them share one process.
 *
 * Without a document it only hears; with one it says what is written there.
 */
export class Line {
  readonly doc: Y.Doc | undefined
  readonly synced: Promise<void>
  readonly #socket: WebSocket
  readonly #wire: Wire
  #hearing: Hearing
  #acknowledged = 0
  /** Messages said that change the document. */
  said = 0
  #isSynced: () => void = () => {}

  constructor(seat: Seat, hearing: Hearing = {}, doc?: Y.Doc) {
    this.doc = doc
    this.#wire = seat.wire
    this.#hearing = hearing
    this.#socket = new WebSocket(seat.url, {
      headers: seat.headers,
      localAddress: seat.localAddress,
      perMessageDeflate: false,
      skipUTF8Validation: true,
    })
    this.synced = new Promise((resolve, reject) => {
      this.#isSynced = resolve
      this.#socket.once('error', reject)
      this.#socket.once('close', (code, reason) => reject(new Error(`closed before it was synced: ${code} ${reason}`)))
    })
    this.synced.catch(() => {}) // whoever waits for it is told
    this.#socket.once('open', () => this.#greet())
    this.#socket.on('message', (frame: Buffer) => this.#hear(frame))
    doc?.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.say(update)
    })
  }

  hear(hearing: Hearing): void {
    this.#hearing = hearing
  }

  say(update: Uint8Array): void {
    this.said += 1
    this.#socket.send(this.#wire.update(update))
  }

  sayPresence(payload: Uint8Array): void {
    this.#socket.send(this.#wire.presence(payload))
  }

  get acknowledged(): number {
    return this.#acknowledged
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN
  }

  async close(): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return
    this.#socket.close()
    await once(this.#socket, 'close')
  }

  #greet(): void {
    const greeting = this.#wire.greeting(this.doc ? Y.encodeStateVector(this.doc) : emptyVector)
    for (const frame of greeting) this.#socket.send(frame)
    if (greeting.length === 0) this.#isSynced()
  }

  #hear(frame: Buffer): void {
    if (this.#wire.isPresence(frame)) {
      this.#hearing.presence?.(frame)
      return
    }
    const heard = this.#wire.read(frame)
    switch (heard.is) {
      case 'step-1':
        this.said += 1
        this.#socket.send(this.#wire.stepTwo(this.doc ? Y.encodeStateAsUpdate(this.doc, heard.stateVector) : nothing))
        break
      case 'step-2':
      case 'update':
        if (this.doc) Y.applyUpdate(this.doc, heard.update, this)
        this.#hearing.document?.(heard.update)
        if (heard.is === 'step-2') this.#isSynced()
        break
      case 'saved':
        this.#acknowledged = heard.count ?? this.#acknowledged + 1
        this.#hearing.saved?.(this.#acknowledged)
        break
    }
  }
}
