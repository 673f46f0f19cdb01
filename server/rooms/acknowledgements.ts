/** Which document-changing messages of one connection are safe, as a prefix in order. [SAVED1] */
export class Acknowledgements {
  readonly #soon: (run: () => void) => void
  readonly #tell: (saved: number) => void
  #received = 0
  #saved = 0
  /** In order of arrival, so the first is the oldest. */
  readonly #open = new Set<number>()
  #isTellingDue = false

  /** `tell` is called once for all that one commit covered. */
  constructor(soon: (run: () => void) => void, tell: (saved: number) => void) {
    this.#soon = soon
    this.#tell = tell
  }

  /** How many messages, counted from the first one, are committed or changed nothing. */
  get saved(): number {
    return this.#saved
  }

  /** Takes in the next message and names it. */
  receive(): number {
    this.#received += 1
    this.#open.add(this.#received)
    return this.#received
  }

  /** The message is committed, or changed nothing. */
  settle(message: number): void {
    this.#open.delete(message)
    const [oldest] = this.#open
    const saved = oldest === undefined ? this.#received : oldest - 1
    if (saved === this.#saved) return
    this.#saved = saved
    this.#tellSoon()
  }

  #tellSoon(): void {
    if (this.#isTellingDue) return
    this.#isTellingDue = true
    this.#soon(() => {
      this.#isTellingDue = false
      this.#tell(this.#saved)
    })
  }
}
