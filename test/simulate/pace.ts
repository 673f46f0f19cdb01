import { setTimeout as pause } from 'node:timers/promises'

/** Time as simulated people take it: `speed` times as fast as real people, and over at once when `life` is. */
export class Pace {
  readonly speed: number
  readonly #life: AbortSignal

  constructor(speed: number, life: AbortSignal) {
    this.speed = speed
    this.#life = life
  }

  /** Rejects once life is over. */
  async take(seconds: number): Promise<void> {
    await pause((seconds * 1000) / this.speed, undefined, { signal: this.#life })
  }

  /** Works until life is over; what goes wrong before that is thrown. */
  async untilOver(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!this.#life.aborted) throw error
    }
  }
}
