import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { syncPath } from '../../shared/api/paths.ts'
import { type AwarenessEntry, decodeAwareness, encodeAwareness } from '../../shared/protocol/awareness.ts'
import { decodeFrame, encodeFrame } from '../../shared/protocol/frames.ts'

/** One person's board over one socket: little more than the protocol, so that many of them cost little. */
export class Attendee {
  readonly doc = new Y.Doc()
  readonly #socket: WebSocket
  readonly #follows: boolean
  readonly #synced: Promise<void>
  #isSynced: () => void = () => {}
  closed: { readonly code: number; readonly reason: string } | undefined
  /** What others say of themselves arrives here. */
  heard: (entries: readonly AwarenessEntry[]) => void = () => {}
  #clock = 0

  /** `follows`: takes in what others write; else it is received and let go, which costs nothing to measure beside. */
  constructor(origin: string, board: string, cookie: string, follows = true) {
    this.#follows = follows
    this.#synced = new Promise((resolve) => {
      this.#isSynced = resolve
    })
    this.#socket = new WebSocket(`${origin.replace('http', 'ws')}${syncPath}/${board}`, { headers: { Cookie: cookie } })
    this.#socket.on('open', () =>
      this.#socket.send(encodeFrame({ type: 'step-1', stateVector: Y.encodeStateVector(this.doc) })),
    )
    this.#socket.on('message', (data) => this.#receive(new Uint8Array(data as Buffer)))
    this.#socket.on('close', (code, reason) => {
      this.closed = { code, reason: String(reason) }
    })
    this.doc.on('update', (update: Uint8Array, remote: unknown) => {
      if (remote !== this) this.#socket.send(encodeFrame({ type: 'update', update }))
    })
  }

  /** Resolves once the board is here. */
  synced(): Promise<void> {
    return this.#synced
  }

  say(state: object): void {
    this.#clock += 1
    const entry = { client: this.doc.clientID, clock: this.#clock, state }
    this.#socket.send(encodeFrame({ type: 'awareness', update: encodeAwareness([entry]) }))
  }

  leave(): void {
    this.#socket.terminate()
  }

  #receive(bytes: Uint8Array): void {
    const frame = decodeFrame(bytes)
    if (frame?.type === 'step-1') {
      const update = Y.encodeStateAsUpdate(this.doc, frame.stateVector)
      this.#socket.send(encodeFrame({ type: 'step-2', update }))
    }
    const isWanted = frame?.type === 'step-2' || (frame?.type === 'update' && this.#follows)
    if (isWanted) Y.applyUpdate(this.doc, frame.update, this)
    if (frame?.type === 'step-2') this.#isSynced()
    if (frame?.type === 'awareness' && this.#follows) this.heard(decodeAwareness(frame.update) ?? [])
  }
}
