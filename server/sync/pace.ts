import { Budget } from '../rooms/budget.ts'
import type { SyncLimits } from './limits.ts'

/** What somebody has sent just now. */
export interface Spent {
  readonly messages?: number
  readonly bytes?: number
}

/**
 * How fast one person sends, over all of their sockets together.
 *
 * @remarks
 * Who sends more than the budget is read no further until nothing is owed: nothing is lost by that. A flood never gets
 * out of debt, or into too much of it at once, and is hung up on. [PRESSURE3]
 */
export class Pace {
  readonly #limits: Pick<SyncLimits, 'messages' | 'bytes' | 'patienceMs'>
  readonly #now: () => number
  readonly #messages: Budget
  readonly #bytes: Budget
  /** Since when this person has not come to rest. */
  #hurriedSince: number | undefined

  constructor(limits: Pick<SyncLimits, 'messages' | 'bytes' | 'patienceMs'>, now: () => number) {
    this.#limits = limits
    this.#now = now
    this.#messages = new Budget(limits.messages, now)
    this.#bytes = new Budget(limits.bytes, now)
  }

  /** For how many milliseconds to read no further, or that this is a flood. */
  spend({ messages = 0, bytes = 0 }: Spent): number | 'too-fast' {
    if (this.isRested) this.#hurriedSince = undefined
    const owedMs = Math.max(this.#messages.spend(messages), this.#bytes.spend(bytes))
    if (owedMs > 0) this.#hurriedSince ??= this.#now()
    const { patienceMs } = this.#limits
    const hurriedMs = this.#hurriedSince === undefined ? 0 : this.#now() - this.#hurriedSince
    if (owedMs <= patienceMs && hurriedMs <= patienceMs) return owedMs
    this.#hurriedSince = undefined // whoever comes back is given time again
    return 'too-fast'
  }

  /** Half of what a burst may be is there again. */
  get isRested(): boolean {
    return this.#messages.has(0.5) && this.#bytes.has(0.5)
  }
}
