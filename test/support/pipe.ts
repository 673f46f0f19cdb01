import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { readSyncMessage } from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Connection } from '../../server/rooms/connection.ts'
import type { Peer } from '../../server/rooms/peer.ts'
import { type AwarenessEntry, decodeAwareness, encodeAwareness } from '../../shared/protocol/awareness.ts'
import { decodeFrame, encodeFrame, type Frame } from '../../shared/protocol/frames.ts'

/**
 * Both ends of one connection, with the wire between them turned by hand.
 *
 * The far end is a `Y.Doc` that says and does what `y-websocket` would, frame by frame.
 */
export class Pipe implements Peer {
  readonly person: string
  readonly doc: Y.Doc
  /** Every frame that reached the far end. */
  readonly heard: Frame[] = []
  /** The moment of each, in milliseconds. */
  readonly heardAt: number[] = []
  readonly #onTheWayOut: Uint8Array[] = []
  readonly #onTheWayIn: Uint8Array[] = []
  connection: Connection | undefined
  isCongested = false
  /** What its questions have cost. */
  spent = 0
  closed: { readonly code: number; readonly reason: string } | undefined

  readonly #now: () => number

  constructor(person: string, doc = new Y.Doc(), now = () => 0) {
    this.person = person
    this.doc = doc
    this.#now = now
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.connection) this.say({ type: 'update', update })
    })
  }

  /** The server's end: what a room sends is on its way. */
  send(frame: Uint8Array): void {
    this.#onTheWayIn.push(frame)
  }

  spend(bytes: number): void {
    this.spent += bytes
  }

  close(code: number, reason: string): void {
    this.closed = { code, reason }
  }

  /** As `y-websocket` greets. */
  greet(): void {
    this.say({ type: 'step-1', stateVector: Y.encodeStateVector(this.doc) })
  }

  say(frame: Frame): void {
    this.#onTheWayOut.push(encodeFrame(frame))
  }

  sayBytes(...bytes: number[]): void {
    this.#onTheWayOut.push(new Uint8Array(bytes))
  }

  sayPresence(state: unknown, { client = this.doc.clientID, clock = 1 }: Partial<AwarenessEntry> = {}): void {
    this.say({ type: 'awareness', update: encodeAwareness([{ client, clock, state }]) })
  }

  /** Lets the server receive what was said. */
  deliver(): boolean {
    const frames = this.#onTheWayOut.splice(0)
    for (const frame of frames) this.connection?.receive(frame)
    return frames.length > 0
  }

  /** Lets the far end hear what the server sent, and answer. */
  hear(): boolean {
    const frames = this.#onTheWayIn.splice(0)
    for (const frame of frames) this.#hearOne(frame)
    return frames.length > 0
  }

  /** The far end hangs up. */
  hangUp(): void {
    this.connection?.leave()
    this.connection = undefined
  }

  get saved(): number | undefined {
    return this.heard.flatMap((frame) => (frame.type === 'saved' ? [frame.count] : [])).at(-1)
  }

  /** What awareness said of each client, the newest last. */
  presence(): ReadonlyMap<number, unknown> {
    const states = new Map<number, unknown>()
    for (const { client, state } of this.presenceEntries()) states.set(client, state)
    return states
  }

  presenceEntries(): readonly AwarenessEntry[] {
    return this.heard.flatMap((frame) => (frame.type === 'awareness' ? (decodeAwareness(frame.update) ?? []) : []))
  }

  count(type: Frame['type']): number {
    return this.heard.filter((frame) => frame.type === type).length
  }

  #hearOne(bytes: Uint8Array): void {
    const frame = decodeFrame(bytes)
    if (!frame) throw new Error('the server sent what is no frame')
    this.heard.push(frame)
    this.heardAt.push(this.#now())
    if (bytes[0] !== 0) return
    const decoder = decoding.createDecoder(bytes)
    const answer = encoding.createEncoder()
    encoding.writeVarUint(answer, decoding.readVarUint(decoder))
    readSyncMessage(decoder, answer, this.doc, this)
    if (encoding.length(answer) > 1) this.#onTheWayOut.push(encoding.toUint8Array(answer))
  }
}
