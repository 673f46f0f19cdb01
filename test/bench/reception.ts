import * as Y from 'yjs'
import { Histogram } from './histogram.ts'

interface Writing {
  readonly index: number
  /** When each letter was sent, by its clock. */
  readonly sentAt: number[]
}

/** Letters of one writer, from one clock up to another. */
interface Range {
  readonly writing: Writing
  readonly from: number
  readonly to: number
}

/** Who has received what of all that was typed, and how long it took. */
export class Reception {
  readonly latency: Histogram
  readonly #writings = new Map<number, Writing>()
  readonly #writers: number
  /** The next clock that each reader expects of each writer. */
  readonly #expected: Int32Array
  #ranges = new Map<string, readonly Range[]>()
  #counting = false
  #letters = 0
  /** Every letter that was seen by somebody else than its writer, those of the warm-up too. */
  seen = 0

  constructor(readers: number, writers: number, latency = new Histogram()) {
    this.latency = latency
    this.#writers = writers
    this.#expected = new Int32Array(readers * writers)
  }

  /** From here on letters are timed. */
  startCounting(): void {
    this.#counting = true
  }

  stopCounting(): void {
    this.#counting = false
  }

  /** A writer, who is also the reader of that index, typed a letter: their clocks go up one by one from 0. */
  typed(index: number, client: number, now: number): void {
    let writing = this.#writings.get(client)
    if (!writing) {
      writing = { index, sentAt: [] }
      this.#writings.set(client, writing)
    }
    writing.sentAt.push(this.#counting ? now : Number.NaN)
    this.#letters += 1
  }

  heard(reader: number, update: Uint8Array, now: number): void {
    for (const { writing, from, to } of this.#rangesOf(update)) {
      if (writing.index === reader) continue
      const at = reader * this.#writers + writing.index
      const expected = this.#expected[at]!
      if (to <= expected) continue
      for (let clock = Math.max(from, expected); clock < to; clock++) {
        const sentAt = writing.sentAt[clock]!
        if (!Number.isNaN(sentAt)) this.latency.add(now - sentAt)
        this.seen += 1
      }
      this.#expected[at] = to
    }
  }

  /** What is still on its way to somebody, or lost: every letter goes to everyone but its writer. */
  missing(readers: number): number {
    return this.#letters * (readers - 1) - this.seen
  }

  /** The same bytes go to everyone: they are decoded once. */
  #rangesOf(update: Uint8Array): readonly Range[] {
    const key = Buffer.from(update.buffer, update.byteOffset, update.byteLength).toString('latin1')
    const known = this.#ranges.get(key)
    if (known) return known
    if (this.#ranges.size > 5000) this.#ranges = new Map()
    const ranges = Y.decodeUpdate(update).structs.flatMap(({ id, length }) => {
      const writing = this.#writings.get(id.client)
      return writing ? [{ writing, from: id.clock, to: id.clock + length }] : []
    })
    this.#ranges.set(key, ranges)
    return ranges
  }
}
