export interface SecondThoughtParts {
  /** Resolves once memory is the newest state. */
  newest(): Promise<void>
  /** What waits meanwhile, at most. */
  readonly mostBytes: number
  receive(bytes: Uint8Array): void
  guarded(work: () => void): void
  failed(reason: string): void
}

/**
 * Nobody is turned away for something that this server has not heard of yet: what it would refuse is judged once more on
 * the newest state, and what the same connection sends meanwhile waits, in its order. [NODES3]
 */
export class SecondThought {
  readonly #parts: SecondThoughtParts
  #waiting: Uint8Array[] | undefined
  #waitingBytes = 0
  #isSecond = false

  constructor(parts: SecondThoughtParts) {
    this.#parts = parts
  }

  /** Whether the message waits now. */
  add(bytes: Uint8Array): boolean {
    if (this.#waiting === undefined) return false
    this.#waiting.push(bytes)
    this.#waitingBytes += bytes.byteLength
    if (this.#waitingBytes > this.#parts.mostBytes) this.#parts.failed('too-much-waiting')
    return true
  }

  /** Whether `judge` is called again, on the newest state; not where this is that time. */
  askFor(judge: () => void): boolean {
    if (this.#isSecond || this.#waiting !== undefined) return false
    this.#waiting = []
    this.#parts.newest().then(
      () => this.#again(judge),
      () => this.#parts.failed('try-again'),
    )
    return true
  }

  #again(judge: () => void): void {
    const waiting = this.#waiting ?? []
    this.#waiting = undefined
    this.#waitingBytes = 0
    this.#isSecond = true
    this.#parts.guarded(judge)
    this.#isSecond = false
    for (const bytes of waiting) this.#parts.receive(bytes)
  }
}
