import type { Histogram } from './histogram.ts'

/** How long it takes until what one line says is acknowledged. */
export class Settling {
  readonly times: Histogram
  readonly #saidAt = new Map<number, number>()
  #settled = 0

  constructor(times: Histogram) {
    this.times = times
  }

  /** `message` counts what this line has said before. */
  said(message: number, now: number): void {
    this.#saidAt.set(message, now)
  }

  saved(count: number, now: number): void {
    for (; this.#settled < count; this.#settled++) {
      const saidAt = this.#saidAt.get(this.#settled)
      if (saidAt !== undefined) this.times.add(now - saidAt)
      this.#saidAt.delete(this.#settled)
    }
  }
}
