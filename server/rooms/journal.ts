import type { Commit, ListingFacts } from '../store/port.ts'
import { Batch, type Change, type Waiting } from './batch.ts'

export interface JournalParts {
  commit(commit: Commit): Promise<void>
  soon(run: () => void): void
  after(ms: number, run: () => void): void
  /** A commit starts: how many milliseconds the next one has to wait for. */
  pauseAfter(batch: Batch): number
  /** Just before a commit starts, while memory and the batch still agree: what is derived from memory is taken here. */
  closing(batch: Batch): ListingFacts | null
  /** Right after a commit, once everybody who waited for it was told: what it holds may now be shown. */
  committed(changes: readonly Change[]): void
  /** A commit failed: memory is ahead of the store for good, and nothing more is written. */
  failed(error: unknown): void
}

/**
 * The append-only log of one board, group-committed.
 *
 * @remarks
 * What is added while a commit runs is merged into the next: one commit, one broadcast, so a busy board gets cheaper
 * and not slower. A commit starts at the end of the event-loop turn that gathered the first change, or right after
 * the one before it. [JOURNAL1] Where many look on, telling them all is what costs: who writes faster than they can
 * be told is gathered into fewer commits. [JOURNAL10]
 */
export class Journal {
  readonly #parts: JournalParts
  #gathering = new Batch()
  #hasGathered = false
  #additions = 0
  #isPausing = false
  #running: { readonly batch: Batch; readonly done: Promise<void> } | undefined
  #failure: { readonly error: unknown } | undefined

  constructor(parts: JournalParts) {
    this.#parts = parts
  }

  /** The batch of the next commit, to add something to. */
  gather(): Batch {
    this.#additions += 1
    if (!this.#hasGathered && !this.#failure) {
      this.#hasGathered = true
      if (!this.#running && !this.#isPausing) this.#parts.soon(() => this.#flush())
    }
    return this.#gathering
  }

  /** Grows with everything gathered: tells whether some work wrote anything. */
  get additions(): number {
    return this.#additions
  }

  get isIdle(): boolean {
    return !this.#hasGathered && !this.#running
  }

  /** Once all that is in memory now is committed; at once where it is already. */
  whenCommitted(waiting: Waiting): void {
    if (this.#failure) waiting.failed(this.#failure.error)
    else if (this.#hasGathered) this.#gathering.waiting.push(waiting)
    else if (this.#running) this.#running.batch.waiting.push(waiting)
    else waiting.committed()
  }

  settled(): Promise<void> {
    return new Promise((resolve, reject) => this.whenCommitted({ committed: resolve, failed: reject }))
  }

  /** Starts no further commit; whoever waits is told why. Resolves once the commit under way has ended. */
  async stop(error: unknown): Promise<void> {
    if (!this.#failure) {
      this.#failure = { error }
      const waiting = [...(this.#running?.batch.waiting ?? []), ...this.#gathering.waiting]
      this.#gathering = new Batch()
      this.#hasGathered = false
      for (const each of waiting) each.failed(error)
    }
    await this.#running?.done
  }

  #flush(): void {
    if (this.#running || this.#isPausing || !this.#hasGathered) return
    const batch = this.#gathering
    this.#pause(this.#parts.pauseAfter(batch))
    this.#gathering = new Batch()
    this.#hasGathered = false
    const done = this.#write(batch)
      .then((changes) => this.#finish(batch, changes))
      .catch((error: unknown) => this.#fail(error))
    this.#running = { batch, done }
  }

  #pause(ms: number): void {
    if (ms === 0) return
    this.#isPausing = true
    this.#parts.after(ms, () => {
      this.#isPausing = false
      this.#flush()
    })
  }

  async #write(batch: Batch): Promise<readonly Change[]> {
    const listing = this.#parts.closing(batch)
    const changes = batch.changes()
    await this.#parts.commit(batch.commit(changes, listing))
    return changes
  }

  #finish(batch: Batch, changes: readonly Change[]): void {
    this.#running = undefined
    if (this.#failure) return
    for (const each of batch.waiting) each.committed()
    this.#parts.committed(changes)
    this.#flush()
  }

  #fail(error: unknown): void {
    const isFirst = !this.#failure
    if (isFirst) void this.stop(error)
    this.#running = undefined
    if (isFirst) this.#parts.failed(error)
  }
}
