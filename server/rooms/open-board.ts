import { readFlat } from '../../shared/document/read.ts'
import { type CloseCode, closeCodes } from '../../shared/protocol/close-codes.ts'
import type { Progress } from '../../shared/review/progress.ts'
import { BoardGone, deskKey, type Missing, type StoredBoard } from '../store/port.ts'
import { Attending } from './attending.ts'
import { Authoring } from './authoring.ts'
import { Bindings } from './bindings.ts'
import { boardJournal } from './board-journal.ts'
import type { BoardParts } from './board-parts.ts'
import { Derived } from './derived.ts'
import type { Ear } from './elsewhere/ear.ts'
import { type Line, openLine } from './elsewhere/line.ts'
import { JudgedTooEarly, takeMissing } from './elsewhere/taking.ts'
import { Folding } from './folding.ts'
import type { Journal } from './journal.ts'
import { Live } from './live.ts'
import { BoardEnded, type BoardWriter, type LiveBoard } from './live-board.ts'
import { type Memory, remember, snapshotOf } from './memory.ts'
import { Presence } from './presence.ts'
import { Rooms } from './rooms.ts'
import { boardWriter } from './writer.ts'

/** A board in memory, from being loaded until it is let go of: its documents, and everyone connected to them. */
export class OpenBoard {
  readonly live: LiveBoard
  readonly rooms: Rooms
  readonly #parts: BoardParts
  readonly #memory: Memory
  readonly #journal: Journal
  readonly #bindings: Bindings
  readonly #presence: Presence
  readonly #derived: Derived
  readonly #folding: Folding
  readonly #authoring: Authoring
  readonly #attending: Attending
  /** Undefined: this server has the board for itself. */
  readonly #line: Line | undefined
  #hasEnded = false

  constructor(stored: StoredBoard, parts: BoardParts, ear?: Ear) {
    const { timers, limits, log, store } = parts
    const memory = remember(stored, parts.newClientId)
    const { doc, serverClient } = memory
    const session = () => readFlat(doc, 'session')
    const line = openLine(stored, parts, ear, {
      take: (missing) => this.#take(missing),
      failed: (error) => this.fail(error),
    })
    const journal = boardJournal({
      ...parts,
      board: stored.id,
      head: stored.head,
      following: line?.following,
      followers: () => ({
        rooms: this.rooms,
        derived: this.#derived,
        folding: this.#folding,
        listenersElsewhere: line?.onBoard ?? 0,
      }),
      failed: (error) => this.fail(error),
    })
    this.#parts = parts
    this.#line = line
    this.#memory = memory
    this.#journal = journal
    this.#presence = new Presence({
      connections: () => this.rooms.board.connections,
      serverClient,
      limits,
      timers,
      now: parts.now,
      isAnonymous: () => session().settings.attribution === 'anonymous',
      elsewhere: line && { here: () => line.here(), say: (states) => line.say({ is: 'presence', states }) },
    })
    this.#bindings = new Bindings(stored.bindings, journal)
    this.rooms = new Rooms({
      ...parts,
      memory,
      journal,
      bindings: this.#bindings,
      presence: this.#presence,
      boardChanged: (by) => parts.hooks.boardChanged(this.live, by),
      deskChanged: (change) => this.#authoring.follow((writer) => parts.hooks.deskChanged(this.live, writer, change)),
      progress: () => this.#progress(),
      attend: () => {
        line?.attended()
        this.#attending.soon()
      },
      broken: (error) => this.fail(error),
      newest: line && (() => line.following.current()),
    })
    const snapshot = snapshotOf(stored)
    if (snapshot) this.rooms.board.holds(snapshot)
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
      foldOnUnload: limits.foldOnUnload,
      isShared: line !== undefined,
      phase: () => session().phase,
      log,
    })
    this.#authoring = new Authoring({
      doc,
      journal,
      writer: boardWriter({
        memory,
        journal,
        desk: (person) => this.rooms.of(deskKey(person)).parts.doc,
        dismiss: (person) => this.rooms.closeAll(closeCodes.removed, 'removed', person),
      }),
      isShared: line !== undefined,
      written: () => parts.hooks.boardChanged(this.live, null),
      couldNotFollow: (error) => {
        if (!this.#hasEnded) log.error({ err: error, board: this.id }, 'could not follow a desk')
      },
    })
    this.#attending = new Attending({
      timers,
      authoring: this.#authoring,
      here: () => this.#here(),
      follow: (writer, here) => parts.hooks.attended(this.live, writer, here),
      isAwaited: () => parts.hooks.isAwaited(this.live),
      uncertainMs: line && (() => line.uncertainMs()),
      failed: (error) => this.fail(error),
    })
    this.live = new Live({
      memory,
      journal,
      rooms: this.rooms,
      authoring: this.#authoring,
      hasEnded: () => this.#hasEnded,
      broken: (error) => this.fail(error),
    })
  }

  get id(): string {
    return this.#memory.id
  }

  /** Bytes of all its documents, as stored, roughly. */
  get bytes(): number {
    return this.rooms.weights.total
  }

  /** Once all that somebody waits for is decided and committed. */
  async finished(): Promise<void> {
    if (this.#line) await this.#authoring.decide(() => {})
    await this.#journal.settled()
  }

  /** What is to be put right as soon as it is in memory. */
  loaded(): Promise<void> | undefined {
    const put = (writer: BoardWriter) => this.#parts.hooks.loaded(this.live, writer)
    if (this.#line) {
      this.#parts.hooks.boardChanged(this.live, null) // from here on it is known who changed what
      this.#line.open({
        presence: this.#presence,
        folding: this.#folding,
        people: () => this.rooms.attendees(),
        attended: () => this.#attending.soon(),
      })
      return this.#authoring.decide(put)
    }
    this.#authoring.now(put)
    return undefined
  }

  /** It was deleted: whoever has it open elsewhere hears of it. */
  sayGone(): void {
    this.#line?.say({ is: 'gone' })
  }

  /** Once what is in memory is the newest state; undefined: it always is. */
  current(): Promise<void> | undefined {
    return this.#line?.following.current()
  }

  /** The store has this head: resolves once memory is as far; undefined: it has no such board any more. */
  reached(head: number | undefined): Promise<void> {
    if (head === undefined) this.fail(new BoardGone())
    return this.#line?.following.reached(head ?? 0) ?? Promise.resolve()
  }

  /** From time to time: keeps connections alive and presence fresh. */
  tend(): void {
    this.rooms.sendSaved()
    this.#presence.tend()
    this.#attending.now()
    this.rooms.look()
  }

  /** It is on its way out of memory, or is out of it: nobody may come in any more. */
  get hasEnded(): boolean {
    return this.#hasEnded
  }

  /** Connections on all servers, of one person or of all. */
  connections(person?: string): number {
    return this.rooms.connections(person) + (this.#line?.connections(person) ?? 0)
  }

  /** Words between this server and others may have been lost. */
  askOthers(): void {
    this.#line?.askAll()
  }

  get isIdle(): boolean {
    return this.rooms.connections() === 0 && this.#journal.isIdle
  }

  /** Something failed for good: everyone is sent away to come back to what is stored. */
  fail(error: unknown): void {
    if (this.#hasEnded) return
    const why = error instanceof BoardGone ? 'gone' : error instanceof JudgedTooEarly ? 'moved' : 'failed'
    const told = { err: error, board: this.id }
    if (why === 'failed') this.#parts.log.error(told, 'a board is dropped from memory')
    if (why === 'moved') this.#parts.log.info(told, 'a board is loaded again')
    const ended =
      why === 'gone' ? this.end(closeCodes.noSuchBoard, 'no-such-board') : this.end(closeCodes.tryAgain, 'try-again')
    this.#parts.ended(this, ended, why)
  }

  /** Sends everyone away, and leaves what is stored as it opens fastest. Resolves once nothing of it is under way. */
  unload(reason: string): Promise<void> {
    if (this.#journal.isIdle) this.#folding.unload((document) => this.rooms.of(document).parts.doc)
    return this.end(closeCodes.tryAgain, reason)
  }

  /** Sends everyone away and writes nothing more. Resolves once nothing of it is under way. */
  async end(code: CloseCode, reason: string): Promise<void> {
    this.#hasEnded = true
    this.#attending.end()
    this.#line?.end()
    this.rooms.closeAll(code, reason)
    await this.#journal.stop(new BoardEnded(`board ${this.id} is not in memory any more`))
    await this.#folding.quiet()
  }

  #here(): ReadonlySet<string> {
    const people = [...this.rooms.board.connections].map(({ peer }) => peer.person)
    return new Set([...people, ...(this.#line?.here() ?? [])])
  }

  #take(missing: Missing): void {
    takeMissing(
      {
        memory: this.#memory,
        journal: this.#journal,
        bindings: this.#bindings,
        rooms: this.rooms,
        derived: this.#derived,
        folding: this.#folding,
        taken: (hasOwn) => this.#parts.hooks.taken(this.live, hasOwn),
      },
      missing,
    )
  }

  /** Undefined where it can't be told: nobody loses a commit over that. */
  #progress(): Progress | undefined {
    try {
      return this.#parts.hooks.progress(this.live)
    } catch (error) {
      this.#parts.log.error({ err: error, board: this.id }, 'could not tell how far everyone is')
      return undefined
    }
  }
}
