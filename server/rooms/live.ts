import type * as Y from 'yjs'
import type { Authoring } from './authoring.ts'
import type { Journal } from './journal.ts'
import { BoardEnded, type BoardWriter, type LiveBoard } from './live-board.ts'
import type { Memory } from './memory.ts'
import { MemoryBroken } from './room.ts'
import type { Rooms } from './rooms.ts'

export interface LiveParts {
  readonly memory: Memory
  readonly journal: Journal
  readonly authoring: Authoring
  readonly rooms: Rooms
  /** It is on its way out of memory. */
  hasEnded(): boolean
  /** Memory is not to be used any more. */
  broken(error: unknown): void
}

/** What facilitation and requests have of an open board: its contents, and the server as their author. */
export class Live implements LiveBoard {
  readonly #parts: LiveParts

  constructor(parts: LiveParts) {
    this.#parts = parts
  }

  get id(): string {
    return this.#parts.memory.id
  }

  get createdAt(): number {
    return this.#parts.memory.createdAt
  }

  get members() {
    return this.#parts.memory.members
  }

  get invites() {
    return this.#parts.memory.invites
  }

  get doc(): Y.Doc {
    return this.#parts.memory.doc
  }

  get desks() {
    return this.#parts.memory.desks
  }

  authorOfDraft(note: string): string | undefined {
    return this.#parts.memory.draftAuthors.get(note)
  }

  hasRun(command: string): boolean {
    return this.#parts.memory.commands.has(command)
  }

  get isFull(): boolean {
    return this.#parts.rooms.isFull
  }

  async write<T>(work: (writer: BoardWriter) => T): Promise<T> {
    const { authoring, hasEnded, broken } = this.#parts
    if (hasEnded()) throw new BoardEnded(`board ${this.id} is not in memory any more`)
    try {
      const result = await authoring.decide(work)
      await this.settled()
      return result
    } catch (error) {
      if (error instanceof MemoryBroken) broken(error)
      throw error
    }
  }

  settled(): Promise<void> {
    return this.#parts.journal.settled()
  }
}
