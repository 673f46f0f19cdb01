import { type CloseCode, closeCodes } from '../../shared/protocol/close-codes.ts'
import { BoardDamaged, StoreFault } from '../store/port.ts'
import { type Admission, admit, turnAway } from './admit.ts'
import type { BoardParts } from './board-parts.ts'
import { openEar } from './elsewhere/ear.ts'
import { type Looking, looking } from './elsewhere/looking.ts'
import type { LiveBoard } from './live-board.ts'
import { OpenBoard } from './open-board.ts'
import type { Peer } from './peer.ts'
import { Rests } from './rests.ts'
import type { Wanted } from './rooms.ts'
import { Turns } from './turns.ts'

export type RegistryParts = Omit<BoardParts, 'ended'>

interface RegistryStats {
  readonly boards: number
  readonly connections: number
}

/** The boards that are in memory. */
export interface Registry {
  /** Loads the board where it is not in memory, once however many ask. Undefined: no such board. */
  open(board: string): Promise<LiveBoard | undefined>
  /** Lets a peer into one of a board's rooms, once that is loaded. */
  connect(board: string, wanted: Wanted, peer: Peer): Promise<Admission>
  /** Sends everyone away from a board and forgets it: after it was deleted. */
  drop(board: string, code?: CloseCode): Promise<void>
  stats(): RegistryStats
  /** Whether the board is in memory here. */
  has(board: string): boolean
  /** Commits all there is, sends everyone away (4500), and lets go of everything. */
  close(): Promise<void>
}

type Slot =
  | { readonly state: 'loading'; readonly board: Promise<OpenBoard | undefined> }
  | { readonly state: 'open'; readonly board: OpenBoard; usedAt: number }
  | { readonly state: 'ending'; readonly quiet: Promise<void> }
  /** Could not be loaded a moment ago. */
  | { readonly state: 'unreadable'; readonly error: unknown }

export class TooManyBoards extends Error {
  override readonly name = 'TooManyBoards'
}

export function openRegistry(parts: RegistryParts): Registry {
  const registry = new BoardRegistry(parts)
  return registry
}

class BoardRegistry implements Registry {
  readonly #parts: BoardParts
  readonly #slots = new Map<string, Slot>()
  readonly #rests: Rests
  readonly #tending: Turns<string>
  readonly #looking: Looking | undefined
  #isClosed = false

  constructor(parts: RegistryParts) {
    this.#rests = new Rests(parts.timers)
    this.#parts = {
      ...parts,
      ended: (board, quiet, why) =>
        this.#ending(board.id, why === 'failed' ? quiet.then(() => this.#rests.rest(parts.limits.restMs)) : quiet),
    }
    this.#looking =
      parts.store.shared && looking({ ...parts, journals: parts.store.shared, boards: () => this.#openBoards() })
    if (parts.store.shared) parts.bus?.onGap(() => this.#askOthers())
    this.#tending = new Turns(parts.timers, parts.limits.keepAliveMs, (board) => this.#tend(board))
  }

  async open(board: string): Promise<LiveBoard | undefined> {
    return (await this.#open(board))?.live
  }

  async connect(board: string, wanted: Wanted, peer: Peer): Promise<Admission> {
    try {
      const open = await this.#open(board)
      // It may have ended between being found and our turn; then whoever comes waits for what follows it. [ROOM20]
      if (open?.hasEnded) return await this.connect(board, wanted, peer)
      return await admit(open, wanted, peer, this.#parts.limits)
    } catch (error) {
      if (error instanceof TooManyBoards)
        return turnAway(closeCodes.tryAgain, this.#isClosed ? 'restarting' : 'too-busy')
      if (error instanceof BoardDamaged) return turnAway(closeCodes.tryAgain, 'board-damaged')
      if (error instanceof StoreFault) return turnAway(closeCodes.tryAgain, 'try-again')
      throw error
    }
  }

  async drop(board: string, code: CloseCode = closeCodes.noSuchBoard): Promise<void> {
    const slot = this.#slots.get(board)
    if (slot?.state === 'loading') {
      await slot.board
      return this.drop(board, code)
    }
    if (slot?.state === 'open') {
      slot.board.sayGone()
      this.#ending(slot.board.id, slot.board.end(code, 'no-such-board'))
    }
    const ending = this.#slots.get(board)
    if (ending?.state === 'ending') await ending.quiet
  }

  has(board: string): boolean {
    return this.#slots.get(board)?.state === 'open'
  }

  stats(): RegistryStats {
    const open = this.#openBoards()
    return { boards: open.length, connections: open.reduce((sum, board) => sum + board.rooms.connections(), 0) }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#tending.end()
    this.#looking?.end()
    this.#rests.endAll()
    await Promise.allSettled([...this.#slots.values()].map((slot) => slot.state === 'loading' && slot.board))
    await Promise.allSettled(this.#openBoards().map((board) => board.finished()))
    for (const board of this.#openBoards()) this.#unload(board, 'restarting')
    await Promise.allSettled([...this.#slots.values()].map((slot) => slot.state === 'ending' && slot.quiet))
  }

  #open(board: string): Promise<OpenBoard | undefined> {
    const slot = this.#slots.get(board)
    if (slot?.state === 'loading') return slot.board
    if (slot?.state === 'unreadable') return Promise.reject(slot.error)
    if (slot?.state === 'ending') return slot.quiet.then(() => this.#open(board))
    if (slot?.state === 'open') {
      slot.usedAt = this.#parts.now()
      return this.#parts.store.shared ? this.#current(slot.board) : Promise.resolve(slot.board)
    }
    if (this.#isClosed) return Promise.reject(new TooManyBoards('the server is stopping'))
    return this.#load(board)
  }

  #load(id: string): Promise<OpenBoard | undefined> {
    if (!this.#makeRoom()) {
      this.#parts.log.warn(
        { boards: this.#slots.size },
        'all boards in memory are in use, and another one was asked for',
      )
      return Promise.reject(new TooManyBoards('too many boards are in use'))
    }
    const loading = this.#read(id).then(
      (board) => {
        if (board?.hasEnded) return this.#open(id)
        if (board) {
          this.#slots.set(id, { state: 'open', board, usedAt: this.#parts.now() })
          this.#tending.join(id)
        } else this.#slots.delete(id)
        while (this.#bytes() > this.#parts.limits.boardsBytes && this.#unloadIdle(board));
        return board
      },
      (error: unknown) => {
        this.#unreadable(id, error)
        throw error
      },
    )
    this.#slots.set(id, { state: 'loading', board: loading })
    return loading
  }

  /** Where other servers write to it, too: once it is as it was when it was asked for, or newer. [NODES1] */
  async #current(board: OpenBoard): Promise<OpenBoard | undefined> {
    await board.current()
    return board.hasEnded ? this.#open(board.id) : board
  }

  async #read(id: string): Promise<OpenBoard | undefined> {
    const { store, bus, timers, metrics, now } = this.#parts
    const startedAt = now()
    const ear = store.shared && bus ? await openEar(bus, id, timers) : undefined
    let board: OpenBoard | undefined
    try {
      const stored = await store.load(id)
      if (!stored) {
        ear?.close()
        return undefined
      }
      board = new OpenBoard(stored, this.#parts, ear)
      const isPutRight = board.loaded()
      if (isPutRight) await isPutRight
      metrics.loaded(now() - startedAt)
      return board
    } catch (error) {
      ear?.close()
      if (board?.hasEnded === false) await board.end(closeCodes.tryAgain, 'try-again')
      throw error
    }
  }

  /** Everybody who asks in the next moment is told the same, and the disk and the log are left in peace. */
  #unreadable(id: string, error: unknown): void {
    this.#parts.log.error({ err: error, board: id }, 'a board could not be loaded')
    const slot: Slot = { state: 'unreadable', error }
    this.#slots.set(id, slot)
    void this.#rests.rest(this.#parts.limits.restMs).then(() => this.#forget(id, slot))
  }

  #tend(id: string): void {
    const slot = this.#slots.get(id)
    if (slot?.state !== 'open') return
    if (!slot.board.isIdle) slot.usedAt = this.#parts.now()
    slot.board.tend()
    if (slot.usedAt < this.#parts.now() - this.#parts.limits.idleMs) this.#unload(slot.board, 'unloaded')
  }

  /** Unloads what has been idle for longest until there is room for one more; false where all are in use. */
  #makeRoom(): boolean {
    const { boards, boardsBytes } = this.#parts.limits
    if (this.#slots.size >= boards && !this.#unloadIdle()) return false
    while (this.#bytes() >= boardsBytes) if (!this.#unloadIdle()) return false
    return true
  }

  /** Says whether there was one, other than `kept`. */
  #unloadIdle(kept?: OpenBoard): boolean {
    const open = [...this.#slots.values()].filter((slot) => slot.state === 'open')
    const idle = open.filter(({ board }) => board !== kept && board.isIdle)
    const [oldest] = idle.sort((a, b) => a.usedAt - b.usedAt)
    if (oldest) this.#unload(oldest.board, 'unloaded')
    return oldest !== undefined
  }

  /** Of all boards in memory, as stored, roughly. */
  #bytes(): number {
    return this.#openBoards().reduce((sum, board) => sum + board.bytes, 0)
  }

  #unload(board: OpenBoard, reason: string): void {
    this.#ending(board.id, board.unload(reason))
  }

  /** Until nothing of the board is under way, whoever opens it waits. */
  #ending(board: string, quiet: Promise<void>): void {
    this.#tending.leave(board)
    const slot: Slot = { state: 'ending', quiet: quiet.then(() => this.#forget(board, slot)) }
    this.#slots.set(board, slot)
  }

  #forget(board: string, slot: Slot): void {
    if (this.#slots.get(board) === slot) this.#slots.delete(board)
  }

  #askOthers(): void {
    for (const board of this.#openBoards()) board.askOthers()
  }

  #openBoards(): OpenBoard[] {
    return [...this.#slots.values()].flatMap((slot) => (slot.state === 'open' ? [slot.board] : []))
  }
}
