import type { Authoring } from './authoring.ts'
import type { BoardWriter } from './live-board.ts'
import type { Timers } from './timers.ts'

export interface AttendingParts {
  readonly timers: Pick<Timers, 'soon' | 'after'>
  readonly authoring: Pick<Authoring, 'now' | 'decide'>
  /** Person ids of all who are here now. */
  here(): ReadonlySet<string>
  /** What follows from that; in how many milliseconds to ask again, null: once somebody comes or goes. */
  follow(writer: BoardWriter, here: ReadonlySet<string>): number | null
  /** Whether anything can follow: otherwise the board's turn need not be waited for. */
  isAwaited(): boolean
  /** In how many milliseconds it may be told who is gone; undefined: always, since nobody is elsewhere. */
  readonly uncertainMs: (() => Promise<number>) | undefined
  failed(error: unknown): void
}

/** What follows from who is here, now and in a while. */
export class Attending {
  readonly #parts: AttendingParts
  #cancel = () => {}
  #isDue = false
  #isOver = false

  constructor(parts: AttendingParts) {
    this.#parts = parts
  }

  /** Somebody came or went. */
  soon(): void {
    if (this.#isDue) return
    this.#isDue = true
    this.#parts.timers.soon(() => this.now())
  }

  now(): void {
    this.#cancel()
    this.#isDue = false
    if (this.#isOver) return
    const { authoring, here, follow, isAwaited, uncertainMs, failed } = this.#parts
    const work = (writer: BoardWriter) => follow(writer, here())
    if (uncertainMs) {
      if (!isAwaited()) return
      this.#withOthers(uncertainMs, work).then((ms) => this.#again(ms), failed)
      return
    }
    try {
      this.#again(authoring.now(work))
    } catch (error) {
      failed(error)
    }
  }

  end(): void {
    this.#isOver = true
    this.#cancel()
  }

  /** Not before it is certain who is here: who can't be heard is not gone. [NODES7] */
  async #withOthers(
    uncertainMs: () => Promise<number>,
    work: (writer: BoardWriter) => number | null,
  ): Promise<number | null> {
    const ms = await uncertainMs()
    return ms > 0 || this.#isOver ? ms : this.#parts.authoring.decide(work)
  }

  #again(ms: number | null): void {
    this.#cancel()
    if (ms !== null && !this.#isOver) this.#cancel = this.#parts.timers.after(ms, () => this.now())
  }
}
