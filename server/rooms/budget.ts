export interface Rate {
  readonly perSecond: number
  readonly burst: number
}

/** Fills at a steady rate up to a burst; what was spent beyond that is owed. */
export class Budget {
  readonly #rate: Rate
  readonly #now: () => number
  #left: number
  #at: number

  /** `now` in milliseconds. */
  constructor(rate: Rate, now: () => number) {
    this.#rate = rate
    this.#now = now
    this.#left = rate.burst
    this.#at = now()
  }

  /** Spends, and says in how many milliseconds nothing is owed any more. */
  spend(cost: number): number {
    const now = this.#now()
    const seconds = Math.max(0, now - this.#at) / 1000 // a clock that is put back takes nothing away
    const refilled = this.#left + seconds * this.#rate.perSecond
    this.#at = now
    this.#left = Math.min(this.#rate.burst, refilled) - cost
    return this.#left >= 0 ? 0 : (-this.#left / this.#rate.perSecond) * 1000
  }

  /** Spends where there is enough, and says whether there was. */
  take(cost: number): boolean {
    this.spend(0)
    const isEnough = this.#left >= cost
    if (isEnough) this.#left -= cost
    return isEnough
  }

  /** Whether this much of a burst is left; 1 is all of it. */
  has(share: number): boolean {
    this.spend(0)
    return this.#left >= this.#rate.burst * share
  }
}
