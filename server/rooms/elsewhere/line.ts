import type { Bus } from '../../bus/port.ts'
import { BoardGone, type Commit, type Missing, type SharedJournals } from '../../store/port.ts'
import type { Folding } from '../folding.ts'
import type { Timers } from '../timers.ts'
import type { Ear } from './ear.ts'
import { Following } from './following.ts'
import { committedWords, decodeWords, encodeWords, type Words } from './words.ts'

export interface LineParts {
  readonly board: string
  readonly head: number
  readonly journals: SharedJournals
  readonly bus: Bus
  readonly ear: Ear
  readonly timers: Timers
  now(): number
  take(missing: Missing): void
  folding(): Pick<Folding, 'seqOf'>
  failed(error: unknown): void
}

/** One board's line to the other servers that have it open. */
export class Line {
  readonly following: Following
  readonly #parts: LineParts

  constructor(parts: LineParts) {
    this.#parts = parts
    this.following = new Following({ ...parts, committed: (commit, head) => this.#tell(commit, head) })
  }

  /** Hears what other servers say of the board, and have said since before it was loaded. */
  open(): void {
    this.#parts.ear.hearWith((message, from) => this.#hear(message, from))
  }

  #hear(message: Uint8Array, _from: string): void {
    const words = decodeWords(message)
    switch (words?.is) {
      case 'committed':
        this.following.heard(words.head, words.missing)
        break
      case 'gone':
        this.#parts.failed(new BoardGone())
        break
    }
  }

  say(words: Words): void {
    this.#parts.bus.say(this.#parts.board, encodeWords(words))
  }

  end(): void {
    this.#parts.ear.close()
    this.following.end()
  }

  #tell({ listing: _listing, updates, ...rows }: Commit, head: number): void {
    const folding = this.#parts.folding()
    const numbered = updates.map((each) => ({ ...each, seq: folding.seqOf(each.document) }))
    this.say(committedWords({ ...rows, head, updates: numbered }))
  }
}
