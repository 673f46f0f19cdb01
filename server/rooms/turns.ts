import type { Timers } from './timers.ts'

/** In so many steps everybody has had their turn. */
const steps = 30

/**
 * Gives each member of a changing set its turn once in every so many milliseconds, never all of them at one moment.
 *
 * @remarks
 * Five hundred boards that renewed their presence together held everybody's letters up for a quarter of a second.
 * [ROOM22]
 */
export class Turns<Member> {
  readonly #shares: readonly Set<Member>[] = Array.from({ length: steps }, () => new Set<Member>())
  readonly #stop: () => void
  #step = 0

  constructor(timers: Pick<Timers, 'every'>, everyMs: number, take: (member: Member) => void) {
    this.#stop = timers.every(everyMs / steps, () => {
      this.#step = (this.#step + 1) % steps
      for (const member of [...(this.#shares[this.#step] ?? [])]) take(member)
    })
  }

  /** Its first turn comes within one round. */
  join(member: Member): void {
    const smallest = this.#shares.reduce((least, share) => (share.size < least.size ? share : least))
    smallest.add(member)
  }

  leave(member: Member): void {
    for (const share of this.#shares) if (share.delete(member)) return
  }

  end(): void {
    this.#stop()
  }
}
