/** How often what came back. */
export class Tally {
  readonly #counts = new Map<string, number>()
  #all = 0

  count(what: string): void {
    this.#all += 1
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1)
  }

  get all(): number {
    return this.#all
  }

  /** The most frequent first. */
  get rows(): readonly (readonly [string, number])[] {
    return [...this.#counts].sort((a, b) => b[1] - a[1])
  }

  of(what: string): number {
    return this.#counts.get(what) ?? 0
  }
}
