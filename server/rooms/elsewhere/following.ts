import { BoardGone, BoardMoved, type Commit, type Missing, type SharedJournals } from '../../store/port.ts'
import type { Timers } from '../timers.ts'

export interface FollowingParts {
  readonly board: string
  /** With how many commits it was loaded. */
  readonly head: number
  readonly journals: SharedJournals
  readonly timers: Pick<Timers, 'after'>
  /** Takes into memory what others have committed; throws where memory can't be trusted any more. */
  take(missing: Missing): void
  /** Something of ours was committed. */
  committed(commit: Commit, head: number): void
  failed(error: unknown): void
}

/** What was heard of and can't be taken yet is kept for a moment: words of two servers may overtake each other. */
const overtakingMs = 30
const mostHeard = 64

/**
 * How far a board is that several servers write to, and what of that is in memory here. [NODES1]
 *
 * @remarks
 * What is heard is taken where it is the very next commit. Anything else (a gap, a word that was lost, the own commit
 * just under way) is read from the store.
 */
export class Following {
  readonly #parts: FollowingParts
  readonly #heard = new Map<number, Missing>()
  #head: number
  /** A commit of ours is decided on this, and not answered yet. */
  #composed: { readonly answered: Promise<unknown> } | undefined
  #reading: Promise<void> | undefined
  #isLooking = false
  #isOver = false

  constructor(parts: FollowingParts) {
    this.#parts = parts
    this.#head = parts.head
  }

  get head(): number {
    return this.#head
  }

  /** Commits what is composed on the newest state; null: nothing was. */
  async decide(compose: () => Commit | null): Promise<Commit | null> {
    const { board, journals } = this.#parts
    const answer: { done: (_: unknown) => void } = { done: () => {} }
    let composed: Commit | null = null
    let head = 0
    try {
      await journals.decide(board, {
        head: () => this.#head,
        compose: (missing) => {
          // Composed again after a fault: what it was decided on may be the newest no more.
          if (this.#composed) throw new BoardMoved(`what was written to board ${board} may be stored, or not`)
          if (missing) this.#take(missing)
          this.#composed = { answered: new Promise((resolve) => Object.assign(answer, { done: resolve })) }
          head = this.#head + 1
          composed = compose()
          return composed
        },
      })
      if (composed !== null) {
        this.#head = head
        this.#parts.committed(composed, head)
      }
    } catch (error) {
      this.end() // memory is ahead of the store for good
      throw error
    } finally {
      this.#composed = undefined
      answer.done(undefined)
    }
    this.#advance()
    return composed
  }

  /** Another server has committed; `missing` undefined: what, is to be read. */
  heard(head: number, missing: Missing | undefined): void {
    if (head <= this.#head || this.#isOver) return
    if (missing && this.#heard.size < mostHeard) this.#heard.set(head, missing)
    this.#advance()
    if (head > this.#head) this.#lookSoon(head)
  }

  /** What is in memory is the newest state from here on. Rejects where that can't be told. */
  async current(): Promise<void> {
    const { board, journals } = this.#parts
    const head = (await journals.heads([board])).get(board)
    if (head === undefined) this.#fail(new BoardGone())
    else await this.reached(head)
  }

  /** The store has this head: resolves once memory is as far. */
  async reached(head: number): Promise<void> {
    while (this.#head < head && !this.#isOver) {
      if (this.#composed) await this.#composed.answered
      else {
        this.#reading ??= this.#read()
        await this.#reading
      }
    }
  }

  end(): void {
    this.#isOver = true
    this.#heard.clear()
  }

  async #read(): Promise<void> {
    const { board, journals } = this.#parts
    try {
      const missing = await journals.since(board, this.#head)
      if (missing === undefined) this.#fail(new BoardGone())
      else if (!this.#composed && !this.#isOver) this.#guarded(() => this.#take(missing))
    } finally {
      this.#reading = undefined
    }
  }

  /** Takes what was heard, as far as it goes on from here. */
  #advance(): void {
    if (this.#composed || this.#isOver) return
    for (;;) {
      const next = this.#heard.get(this.#head + 1)
      if (!next) break
      this.#guarded(() => this.#take(next))
      if (this.#isOver) return
    }
    for (const head of this.#heard.keys()) if (head <= this.#head) this.#heard.delete(head)
  }

  #take(missing: Missing): void {
    if (missing.head <= this.#head) return
    this.#parts.take(missing)
    this.#head = missing.head
  }

  #lookSoon(head: number): void {
    if (this.#isLooking) return
    this.#isLooking = true
    this.#parts.timers.after(overtakingMs, () => {
      this.#isLooking = false
      this.reached(Math.max(head, ...this.#heard.keys())).catch(() => {}) // asked again before long
    })
  }

  #guarded(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#fail(error)
    }
  }

  #fail(error: unknown): void {
    if (this.#isOver) return
    this.end()
    this.#parts.failed(error)
  }
}
