import * as prng from 'lib0/prng'

/** Chance that can be had again: the same seed makes the same choices. */
export class Chance {
  readonly #source: prng.PRNG

  constructor(seed: number) {
    this.#source = prng.create(seed)
  }

  /** Both ends included. */
  int(least: number, most: number): number {
    return prng.int32(this.#source, least, most)
  }

  /** `probability` from 0 to 1. */
  happens(probability: number): boolean {
    return prng.real53(this.#source) < probability
  }

  /** Undefined where there is nothing to choose from. */
  of<T>(list: readonly T[]): T | undefined {
    return list[this.int(0, list.length - 1)]
  }
}
