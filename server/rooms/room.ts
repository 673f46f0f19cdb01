import * as Y from 'yjs'
import type { CloseCode } from '../../shared/protocol/close-codes.ts'
import { encodeFrame } from '../../shared/protocol/frames.ts'
import type { DocumentKey } from '../store/port.ts'
import type { Change } from './batch.ts'
import type { Bindings } from './bindings.ts'
import { Connection } from './connection.ts'
import type { Verdict } from './guard/verdict.ts'
import type { Journal } from './journal.ts'
import type { RoomLimits } from './limits.ts'
import type { Told } from './live-board.ts'
import type { Peer } from './peer.ts'
import type { StartStopwatch } from './stopwatch.ts'
import type { Log, Metrics } from './telemetry.ts'
import type { Timers } from './timers.ts'

export interface RoomParts {
  readonly document: DocumentKey
  readonly doc: Y.Doc
  readonly journal: Journal
  readonly bindings: Bindings
  readonly limits: RoomLimits
  readonly log: Log
  readonly metrics: Metrics
  soon(run: () => void): void
  readonly after: Timers['after']
  readonly startStopwatch: StartStopwatch
  /** Bytes of the document, roughly. */
  weight(): number
  judge(update: Uint8Array, person: string): Verdict
  /** Resolves once memory is the newest state; absent where it always is. */
  readonly newest?: (() => Promise<void>) | undefined
  /** Somebody's update was applied, in this very turn. */
  applied(person: string, told: Told): void
  /** An awareness message came in. */
  heard(connection: Connection, update: Uint8Array): void
  /** What a new connection, or one that asks, is shown of the others. */
  presence(person: string): Uint8Array | undefined
  joined(connection: Connection): void
  left(connection: Connection): void
  /** Memory can't be trusted any more: this board is to be dropped. */
  broken(error: unknown): void
}

/** Something went wrong half-way: what is in memory is not to be shown, nor written. */
export class MemoryBroken extends Error {
  override readonly name = 'MemoryBroken'
}

/** Origin of what other servers have committed: it is in the store, and known to nobody here. */
export const elsewhere = Symbol('elsewhere')

const emptyVector = Y.encodeStateVector(new Y.Doc())

/** One live document: the doc, and everyone connected to it. */
export class Room {
  readonly parts: RoomParts
  readonly connections = new Set<Connection>()
  #wholeState: Uint8Array | undefined
  #shown: Uint8Array
  #closing: Uint8Array
  #shownBefore: Uint8Array
  #taken: Uint8Array[] = []

  constructor(parts: RoomParts) {
    this.parts = parts
    this.#shown = this.#closing = this.#shownBefore = Y.encodeStateVector(parts.doc)
    parts.doc.on('update', (update: Uint8Array, origin: unknown) => {
      this.#wholeState = undefined
      if (origin === elsewhere) {
        this.#taken.push(update)
        return
      }
      if (!(origin instanceof Connection)) parts.bindings.bind(parts.doc.clientID, 'server')
      parts.journal.gather().addUpdate(parts.document, update, origin)
    })
  }

  /** Lets a peer in, shows it who is here, and asks for what it has. */
  join(peer: Peer): Connection {
    const connection = new Connection(this, peer)
    this.connections.add(connection)
    this.parts.joined(connection)
    connection.ask()
    const presence = this.parts.presence(peer.person)
    if (presence) connection.send(presence)
    return connection
  }

  leave(connection: Connection): void {
    if (this.connections.delete(connection)) this.parts.left(connection)
  }

  /**
   * Applies what the guard let pass.
   *
   * @throws MemoryBroken where not all of it, and of what follows from it, could be done.
   */
  apply(update: Uint8Array, newClients: readonly number[], connection: Connection, told: Told): void {
    const { doc, bindings, applied } = this.parts
    const { person } = connection.peer
    for (const client of newClients) bindings.bind(client, { person })
    try {
      Y.applyUpdate(doc, update, connection)
      if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
        throw new Error('an update was judged complete and left a gap')
      }
      applied(person, told)
    } catch (error) {
      throw new MemoryBroken('an update could not be applied whole', { cause: error })
    }
  }

  /** Everything a peer with this state vector lacks, as a step 2; made once for all who lack everything. */
  answerTo(stateVector: Uint8Array): Uint8Array {
    if (!isEmpty(stateVector)) return stepTwo(Y.encodeStateAsUpdate(this.parts.doc, stateVector))
    this.#wholeState ??= stepTwo(Y.encodeStateAsUpdate(this.parts.doc))
    return this.#wholeState
  }

  /** This is the whole document, as it was stored: it need not be drawn from memory until that changes. */
  holds(update: Uint8Array): void {
    this.#wholeState = stepTwo(update)
  }

  /** A commit takes in all of memory now: notes how far that is. */
  closing(): void {
    this.#closing = Y.encodeStateVector(this.parts.doc)
  }

  /** State vector of what had been relayed before the last relay. */
  get shownBefore(): Uint8Array {
    return this.#shownBefore
  }

  /** Shows a committed update to everyone but its only author. */
  relay({ update, authors }: Change): void {
    this.#shownBefore = this.#shown
    this.#shown = this.#closing
    const frame = encodeFrame({ type: 'update', update })
    const [author] = authors
    const onlyAuthor = authors.size === 1 ? author : undefined
    for (const connection of this.connections) {
      if (connection !== onlyAuthor) connection.relay(frame)
    }
  }

  /**
   * Shows everyone what other servers have committed, where anything of it was new.
   *
   * @remarks
   * Beside something that waits for its own commit, Yjs tells of what came from elsewhere together with what that did
   * to it: then everybody gets it `asCommitted`. [JOURNAL3]
   */
  relayTaken(asCommitted: Uint8Array | undefined): void {
    const taken = this.#taken.splice(0)
    for (const update of asCommitted && taken.length > 0 ? [asCommitted] : taken) {
      const frame = encodeFrame({ type: 'update', update })
      for (const connection of this.connections) connection.relayTaken(frame)
    }
  }

  sendSaved(): void {
    for (const connection of this.connections) connection.sendSaved()
  }

  closeAll(code: CloseCode, reason: string, person?: string): void {
    for (const connection of [...this.connections]) {
      if (person === undefined || connection.peer.person === person) connection.close(code, reason)
    }
  }
}

function stepTwo(update: Uint8Array): Uint8Array {
  return encodeFrame({ type: 'step-2', update })
}

function isEmpty(stateVector: Uint8Array): boolean {
  return stateVector.length === emptyVector.length && stateVector.every((byte, at) => byte === emptyVector[at])
}
