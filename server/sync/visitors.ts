import { Budget } from '../rooms/budget.ts'
import type { SyncLimits } from './limits.ts'
import { Pace } from './pace.ts'

/** Bytes of messages that have begun and not ended. */
export interface Unfinished {
  bytes: number
}

/** One person, over all of their sockets, whatever boards these are on. */
export interface Visitor {
  readonly pace: Pace
  /** How fast what they sent is taken. */
  readonly taking: Budget
  /** What they connect as often as they may. */
  readonly knocks: Budget
  sockets: number
  readonly unfinished: Unfinished
}

/** Whoever has sockets, or had some until lately: coming back makes nobody a stranger. */
export class Visitors {
  readonly #limits: SyncLimits
  readonly #now: () => number
  readonly #visitors = new Map<string, Visitor>()

  constructor(limits: SyncLimits, now: () => number) {
    this.#limits = limits
    this.#now = now
  }

  of(person: string): Visitor {
    const visitor = this.#visitors.get(person) ?? this.stranger()
    this.#visitors.set(person, visitor)
    return visitor
  }

  /** Somebody whom nothing ties to any other socket. */
  stranger(): Visitor {
    return {
      pace: new Pace(this.#limits, this.#now),
      taking: new Budget(this.#limits.taking, this.#now),
      knocks: new Budget(this.#limits.knocks, this.#now),
      sockets: 0,
      unfinished: { bytes: 0 },
    }
  }

  /** From time to time: forgets who is gone and owes nothing. */
  tend(): void {
    for (const [person, { sockets, pace, knocks }] of this.#visitors) {
      if (sockets === 0 && pace.isRested && knocks.has(1)) this.#visitors.delete(person)
    }
  }
}
