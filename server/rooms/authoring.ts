import type * as Y from 'yjs'
import type { Journal } from './journal.ts'
import type { BoardWriter } from './live-board.ts'
import { MemoryBroken } from './room.ts'

export interface AuthoringParts {
  readonly doc: Y.Doc
  readonly journal: Journal
  readonly writer: BoardWriter
  /** Other servers write to the board, too. */
  readonly isShared: boolean
  /** Right after something was written. */
  written(): void
  /** What does not follow now follows when the board is loaded next. */
  couldNotFollow(error: unknown): void
}

/** The server as author of a board: at once where it has it for itself, else when it is its turn. [NODES2] */
export class Authoring {
  readonly #parts: AuthoringParts

  constructor(parts: AuthoringParts) {
    this.#parts = parts
  }

  /**
   * Runs the server's own writing now, one update to the board document however much it writes.
   *
   * @throws MemoryBroken where it threw with something written already, which must not be stored half.
   */
  now<T>(work: (writer: BoardWriter) => T): T {
    const { doc, journal, writer, written } = this.#parts
    const before = journal.additions
    try {
      const done = doc.transact(() => work(writer), 'server')
      written()
      return done
    } catch (error) {
      if (journal.additions === before) throw error
      throw new MemoryBroken('the server wrote only half of something', { cause: error })
    }
  }

  /** The server's writing, once nothing can come between what it decides on and its commit. */
  decide<T>(work: (writer: BoardWriter) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (!this.#parts.isShared) {
        resolve(this.now(work))
        return
      }
      const decide = () => {
        try {
          resolve(this.now(work))
        } catch (error) {
          reject(error)
          if (error instanceof MemoryBroken) throw error
        }
      }
      this.#parts.journal.decide({ decide, failed: reject })
    })
  }

  /** What follows from a change that was just taken in. */
  follow(work: (writer: BoardWriter) => void): void {
    if (this.#parts.isShared) this.decide(work).catch(this.#parts.couldNotFollow)
    else this.now(work)
  }
}
