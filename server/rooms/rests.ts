import type { Timers } from './timers.ts'

/** Pauses before something that failed is tried again, however many ask for it. [JOURNAL8] */
export class Rests {
  readonly #timers: Pick<Timers, 'after'>
  readonly #ends = new Set<() => void>()
  #isOver = false

  constructor(timers: Pick<Timers, 'after'>) {
    this.#timers = timers
  }

  rest(ms: number): Promise<void> {
    if (this.#isOver) return Promise.resolve()
    return new Promise((resolve) => {
      const end = () => {
        cancel()
        this.#ends.delete(end)
        resolve()
      }
      const cancel = this.#timers.after(ms, end)
      this.#ends.add(end)
    })
  }

  /** Nobody rests any more, nor will. */
  endAll(): void {
    this.#isOver = true
    for (const end of [...this.#ends]) end()
  }
}
