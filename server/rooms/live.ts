import type * as Y from 'yjs'
import { readFlat } from '../../shared/document/read.ts'
import { type CloseCode, closeCodes } from '../../shared/protocol/close-codes.ts'
import type { Progress } from '../../shared/review/progress.ts'
import { BoardGone, deskKey, type StoredBoard } from '../store/port.ts'
import { Bindings } from './bindings.ts'
import { boardJournal } from './board-journal.ts'
import type { BoardParts } from './board-parts.ts'
import { Derived } from './derived.ts'
import { Folding } from './folding.ts'
import type { Journal } from './journal.ts'
import { BoardEnded, type BoardWriter, type LiveBoard } from './live-board.ts'
import { type Memory, remember } from './memory.ts'
import { Presence } from './presence.ts'
import { MemoryBroken } from './room.ts'
import { Rooms } from './rooms.ts'
import { boardWriter } from './writer.ts'

/** A board in memory: its documents with everyone connected to them, and the server as their author. */
export class OpenBoard implements LiveBoard {
  readonly rooms: Rooms
  readonly #parts: BoardParts
  readonly #memory: Memory
  readonly #journal: Journal
  readonly #presence: Presence
  readonly #derived: Derived
  readonly #folding: Folding
  readonly #writer: BoardWriter
  #hasEnded = false
  #attendAgain = () => {}
  #isAttending = false

  constructor(stored: StoredBoard, parts: BoardParts) {
    const { timers, limits, log, store } = parts
    const memory = remember(stored, parts.newClientId)
    const { doc, serverClient } = memory
    const session = () => readFlat(doc, 'session')
    const journal = boardJournal({
      ...parts,
      board: stored.id,
      head: stored.head,
      followers: () => ({ rooms: this.rooms, derived: this.#derived, folding: this.#folding }),
      failed: (error) => this.fail(error),
    })
    this.#parts = parts
    this.#memory = memory
    this.#journal = journal
    this.#presence = new Presence({
      connections: () => this.rooms.board.connections,
      serverClient,
      limits,
      timers,
      now: parts.now,
      isAnonymous: () => session().settings.attribution === 'anonymous',
    })
    this.rooms = new Rooms({
      ...parts,
      memory,
      journal,
      bindings: new Bindings(stored.bindings, journal),
      presence: this.#presence,
      boardChanged: (by) => parts.hooks.boardChanged(this, by),
      deskChanged: (change) => this.#author((writer) => parts.hooks.deskChanged(this, writer, change)),
      progress: () => this.#progress(),
      attend: () => {
        if (this.#isAttending) return
        this.#isAttending = true
        timers.soon(() => this.#attend())
      },
      broken: (error) => this.fail(error),
    })
    this.#derived = new Derived({
      board: doc,
      presence: this.#presence,
      hasAudience: () => this.rooms.board.connections.size > 0,
      progress: () => this.#progress(),
    })
    this.#folding = new Folding({
      board: stored.id,
      store,
      heads: stored.heads,
      foldAfter: limits.foldAfter,
      phase: () => session().phase,
      log,
    })
    this.#writer = boardWriter({
      memory,
      journal,
      desk: (person) => this.rooms.of(deskKey(person)).parts.doc,
      dismiss: (person) => this.rooms.closeAll(closeCodes.removed, 'removed', person),
    })
  }

  get id(): string {
    return this.#memory.id
  }

  get createdAt(): number {
    return this.#memory.createdAt
  }

  get members() {
    return this.#memory.members
  }

  get invites() {
    return this.#memory.invites
  }

  get doc(): Y.Doc {
    return this.#memory.doc
  }

  get desks() {
    return this.#memory.desks
  }

  authorOfDraft(note: string): string | undefined {
    return this.#memory.draftAuthors.get(note)
  }

  hasRun(command: string): boolean {
    return this.#memory.commands.has(command)
  }

  get isFull(): boolean {
    return this.rooms.isFull
  }

  /** Bytes of all its documents, as stored, roughly. */
  get bytes(): number {
    return this.rooms.weights.total
  }

  async write<T>(work: (writer: BoardWriter) => T): Promise<T> {
    if (this.#hasEnded) throw new BoardEnded(`board ${this.id} is not in memory any more`)
    try {
      const result = this.#author(work)
      await this.settled()
      return result
    } catch (error) {
      if (error instanceof MemoryBroken) this.fail(error)
      throw error
    }
  }

  settled(): Promise<void> {
    return this.#journal.settled()
  }

  /** What is to be put right as soon as it is in memory. */
  loaded(): void {
    this.#author((writer) => this.#parts.hooks.loaded(this, writer))
  }

  /** From time to time: keeps connections alive and presence fresh. */
  tend(): void {
    this.rooms.sendSaved()
    this.#presence.tend()
    this.#attend()
    this.rooms.look()
  }

  /** It is on its way out of memory, or is out of it: nobody may come in any more. */
  get hasEnded(): boolean {
    return this.#hasEnded
  }

  get isIdle(): boolean {
    return this.rooms.connections() === 0 && this.#journal.isIdle
  }

  /** Something failed for good: everyone is sent away to come back to what is stored. */
  fail(error: unknown): void {
    if (this.#hasEnded) return
    const isGone = error instanceof BoardGone
    if (!isGone) this.#parts.log.error({ err: error, board: this.id }, 'a board is dropped from memory')
    const ended = isGone
      ? this.end(closeCodes.noSuchBoard, 'no-such-board')
      : this.end(closeCodes.tryAgain, 'try-again')
    this.#parts.ended(this, ended, isGone ? 'gone' : 'failed')
  }

  /** Sends everyone away and writes nothing more. Resolves once nothing of it is under way. */
  async end(code: CloseCode, reason: string): Promise<void> {
    this.#hasEnded = true
    this.#attendAgain()
    this.rooms.closeAll(code, reason)
    await this.#journal.stop(new BoardEnded(`board ${this.id} is not in memory any more`))
    await this.#folding.quiet()
  }

  /**
   * Runs the server's own writing, one update to the board document however much it writes.
   *
   * @throws MemoryBroken where it threw with something written already, which must not be stored half.
   */
  #author<T>(work: (writer: BoardWriter) => T): T {
    const before = this.#journal.additions
    try {
      const done = this.doc.transact(() => work(this.#writer), 'server')
      this.#parts.hooks.boardChanged(this, null)
      return done
    } catch (error) {
      if (this.#journal.additions === before) throw error
      throw new MemoryBroken('the server wrote only half of something', { cause: error })
    }
  }

  /** What follows from who is here, now and in a while. */
  #attend(): void {
    this.#attendAgain()
    this.#isAttending = false
    if (this.#hasEnded) return
    const here = new Set([...this.rooms.board.connections].map(({ peer }) => peer.person))
    try {
      const againMs = this.#author((writer) => this.#parts.hooks.attended(this, writer, here))
      if (againMs !== null) this.#attendAgain = this.#parts.timers.after(againMs, () => this.#attend())
    } catch (error) {
      this.fail(error)
    }
  }

  /** Undefined where it can't be told: nobody loses a commit over that. */
  #progress(): Progress | undefined {
    try {
      return this.#parts.hooks.progress(this)
    } catch (error) {
      this.#parts.log.error({ err: error, board: this.id }, 'could not tell how far everyone is')
      return undefined
    }
  }
}
