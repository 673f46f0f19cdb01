import type { CloseCode } from '../../shared/protocol/close-codes.ts'
import type { Progress } from '../../shared/review/progress.ts'
import { type DocumentKey, deskKey } from '../store/port.ts'
import type { Bindings } from './bindings.ts'
import type { BoardParts } from './board-parts.ts'
import type { Connection } from './connection.ts'
import type { Attendee } from './elsewhere/words.ts'
import type { Verdict } from './guard/verdict.ts'
import { guardContext } from './guard-context.ts'
import { hearing } from './hearing.ts'
import type { Journal } from './journal.ts'
import type { Told } from './live-board.ts'
import { emptyDocument, type Memory } from './memory.ts'
import type { Peer } from './peer.ts'
import type { Presence } from './presence.ts'
import { MemoryBroken, Room, type RoomParts } from './room.ts'
import { type Space, Weights } from './weights.ts'

interface RoomsParts
  extends Pick<BoardParts, 'judge' | 'timers' | 'limits' | 'log' | 'metrics' | 'now' | 'startStopwatch'> {
  readonly memory: Memory
  readonly journal: Journal
  readonly bindings: Bindings
  readonly presence: Presence
  /** Right after a person's update of the board was applied. */
  boardChanged(by: string): void
  /** Right after a desk's update was applied. */
  deskChanged(change: { readonly person: string; readonly told: Told }): void
  progress(): Progress | undefined
  broken(error: unknown): void
  /** Resolves once memory is the newest state; undefined where it always is. */
  readonly newest: (() => Promise<void>) | undefined
  /** Somebody came to the board or left it. */
  attend(): void
}

/** Which of a board's documents a person connects to: the board itself, or their own desk. */
export type Wanted = 'board' | 'desk'

/** The rooms of one board: its document, and the desks of its people. */
export class Rooms {
  readonly board: Room
  /** How much there is of it all. */
  readonly weights: Weights
  readonly #parts: RoomsParts
  readonly #rooms = new Map<DocumentKey, Room>()

  constructor(parts: RoomsParts) {
    this.#parts = parts
    this.weights = new Weights(parts)
    this.board = this.of('board')
    for (const person of parts.memory.desks.keys()) this.of(deskKey(person))
  }

  /** The room of a document; made, and an empty desk with it, where there is none. */
  of(document: DocumentKey): Room {
    const known = this.#rooms.get(document)
    if (known) return known
    const parts = document === 'board' ? this.#boardParts() : this.#deskParts(document)
    this.weights.follow(document, parts.doc, this.#parts.memory.storedBytes.get(document) ?? 0)
    const room = new Room(parts)
    this.#rooms.set(document, room)
    return room
  }

  join(wanted: Wanted, peer: Peer): Connection {
    return this.of(wanted === 'board' ? 'board' : deskKey(peer.person)).join(peer)
  }

  /** How many connections there are, of one person or of all. */
  connections(person?: string): number {
    let count = 0
    for (const room of this.#rooms.values()) {
      for (const { peer } of room.connections) if (person === undefined || peer.person === person) count += 1
    }
    return count
  }

  /** Who is connected, and to how many documents. */
  attendees(): readonly Attendee[] {
    const people = new Map<string, Attendee>()
    for (const room of this.#rooms.values()) {
      const onBoard = room === this.board ? 1 : 0
      for (const { peer } of room.connections) {
        const known = people.get(peer.person) ?? { person: peer.person, connections: 0, onBoard: 0 }
        people.set(peer.person, { ...known, connections: known.connections + 1, onBoard: known.onBoard + onBoard })
      }
    }
    return [...people.values()]
  }

  sendSaved(): void {
    for (const room of this.#rooms.values()) room.sendSaved()
  }

  closeAll(code: CloseCode, reason: string, person?: string): void {
    for (const room of this.#rooms.values()) room.closeAll(code, reason, person)
  }

  #boardParts(): RoomParts {
    const { memory, presence } = this.#parts
    return {
      ...this.#commonParts('board'),
      doc: memory.doc,
      applied: (person) => {
        this.#boardChanged(person)
        this.look()
      },
      heard: hearing(this.#parts),
      presence: (person) => presence.everyone(person),
      joined: () => {
        presence.arrived()
        this.#parts.attend()
        if (!presence.showsProgress) this.#showProgress()
      },
      left: (connection) => {
        presence.left(connection)
        this.#parts.attend()
      },
    }
  }

  #deskParts(document: DocumentKey): RoomParts {
    const { memory, bindings, journal, limits } = this.#parts
    const person = document.slice('desk/'.length)
    const doc = memory.desks.get(person) ?? emptyDocument(memory.serverClient)
    memory.desks.set(person, doc)
    return {
      ...this.#commonParts(document),
      doc,
      applied: (_, told) => {
        this.#deskChanged(person, told)
        this.look()
      },
      heard: hearing({ bindings, journal, limits }),
      presence: () => undefined,
      joined: () => {},
      left: () => {},
    }
  }

  #commonParts(document: DocumentKey) {
    const { journal, bindings, limits, log, metrics, timers, startStopwatch, broken, newest } = this.#parts
    return {
      document,
      journal,
      bindings,
      limits,
      log,
      metrics,
      soon: timers.soon,
      after: timers.after,
      startStopwatch,
      broken,
      newest,
      weight: () => this.weights.of(document),
      judge: (update: Uint8Array, person: string) => this.#judge(document, update, person),
    }
  }

  #judge(document: DocumentKey, update: Uint8Array, person: string): Verdict {
    const { memory, bindings, judge, now } = this.#parts
    const member = memory.members.get(person)
    if (!member) return { verdict: 'refuse', reason: 'not-a-member' }
    return judge(update, guardContext(memory, bindings, document, member, this.#space(document), now()))
  }

  /** Whether the board has no room for more words; everybody on it is told when that changes. */
  get isFull(): boolean {
    return this.#space('board').is === 'full'
  }

  /** Tells everybody where the board is full now, or has room again. */
  look(): void {
    this.#space('board')
  }

  #space(document: DocumentKey): Space {
    const space = this.weights.space(document)
    this.#parts.presence.showFull(space.is === 'full' && space.why === 'board-full')
    return space
  }

  /** What does not follow now follows with the next change, unless it was half written. */
  #boardChanged(person: string): void {
    try {
      this.#parts.boardChanged(person)
    } catch (error) {
      if (error instanceof MemoryBroken) throw error
      this.#parts.log.error({ err: error, person, board: this.#parts.memory.id }, 'could not follow a board')
    }
  }

  /** What does not follow now follows when the board is loaded next, unless it was half written. */
  #deskChanged(person: string, told: Told): void {
    try {
      this.#parts.deskChanged({ person, told })
    } catch (error) {
      if (error instanceof MemoryBroken) throw error
      this.#parts.log.error({ err: error, person, board: this.#parts.memory.id }, 'could not follow a desk')
    }
  }

  /** Once our own client id is on disk: nothing is shown under an id before that. */
  #showProgress(): void {
    const { bindings, memory, journal, presence, progress } = this.#parts
    bindings.bind(memory.serverClient, 'server')
    const now = progress()
    journal.whenCommitted({ committed: () => presence.showProgress(now), failed: () => {} })
  }
}
