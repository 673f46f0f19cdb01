const stepMs = 0.05
const longestMs = 20_000

/** Times in milliseconds, counted in steps of 0.05: as many as come, in constant memory. */
export class Histogram {
  readonly #counts = new Uint32Array(longestMs / stepMs + 1)
  count = 0

  add(ms: number): void {
    this.#counts[Math.min(this.#counts.length - 1, Math.max(0, Math.ceil(ms / stepMs)))]! += 1
    this.count += 1
  }

  /** The time that `share` of all stayed within; NaN where there are none. */
  quantile(share: number): number {
    if (this.count === 0) return Number.NaN
    let left = Math.ceil(this.count * share)
    for (let step = 0; step < this.#counts.length; step++) {
      left -= this.#counts[step]!
      if (left <= 0) return step * stepMs
    }
    return longestMs
  }
}
