import type { Commit, DocumentKey, ListingFacts } from '../store/port.ts'
import { Batch, type Change, type Waiting } from './batch.ts'

export interface JournalParts {
  /** Commits what `compose` closes: what is gathered until then is part of it. Null: nothing was, after all. */
  commit(compose: () => Commit | null): Promise<void>
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

/** Something that is decided only once nothing else can come between that and its commit. */
export interface Deciding {
  /** Throws where memory is not to be written any more. */
  decide(): void
  /** It will not be decided. */
  failed(error: unknown): void
}

/** A commit under way. */
interface Running {
  /** Undefined: still gathering. */
  batch: Batch | undefined
  done: Promise<void>
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
  #running: Running | undefined
  #deciding: Deciding[] = []
  #failure: { readonly error: unknown } | undefined

  constructor(parts: JournalParts) {
    this.#parts = parts
  }

  /** The batch of the next commit, to add something to. */
  gather(): Batch {
    this.#additions += 1
    if (!this.#hasGathered && !this.#failure) {
      this.#hasGathered = true
      this.#flushSoon()
    }
    return this.#gathering
  }

  /** With the next commit: just before that closes. */
  decide(deciding: Deciding): void {
    if (this.#failure) deciding.failed(this.#failure.error)
    else {
      this.#deciding.push(deciding)
      this.#flushSoon()
    }
  }

  /** What is gathered and not part of a commit yet; undefined: nothing. */
  get gathered(): Batch | undefined {
    return this.#hasGathered ? this.#gathering : undefined
  }

  /** Grows with everything gathered: tells whether some work wrote anything. */
  get additions(): number {
    return this.#additions
  }

  get isIdle(): boolean {
    return !this.#isDue && !this.#running
  }

  /** Once all that is in memory now is committed; at once where it is already. */
  whenCommitted(waiting: Waiting): void {
    this.#wait(waiting, this.#hasGathered ? this.#gathering : this.#running?.batch)
  }

  /** Once all that is in memory of a document is committed: it waits for no commit that has nothing of it. [JOURNAL14] */
  whenStored(document: DocumentKey, waiting: Waiting): void {
    const holding = [this.#gathering, this.#running?.batch].find((batch) => batch?.of(document) !== undefined)
    this.#wait(waiting, holding)
  }

  settled(): Promise<void> {
    return new Promise((resolve, reject) => this.whenCommitted({ committed: resolve, failed: reject }))
  }

  /** Starts no further commit; whoever waits is told why. Resolves once the commit under way has ended. */
  async stop(error: unknown): Promise<void> {
    if (!this.#failure) {
      this.#failure = { error }
      const waiting = [...(this.#running?.batch?.waiting ?? []), ...this.#gathering.waiting, ...this.#deciding]
      this.#gathering = new Batch()
      this.#hasGathered = false
      this.#deciding = []
      for (const each of waiting) each.failed(error)
    }
    await this.#running?.done
  }

  #wait(waiting: Waiting, batch: Batch | undefined): void {
    if (this.#failure) waiting.failed(this.#failure.error)
    else if (batch) batch.waiting.push(waiting)
    else waiting.committed()
  }

  get #isDue(): boolean {
    return this.#hasGathered || this.#deciding.length > 0
  }

  #flushSoon(): void {
    if (!this.#running && !this.#isPausing) this.#parts.soon(() => this.#flush())
  }

  #flush(): void {
    if (this.#running || this.#isPausing || !this.#isDue) return
    const running: Running = { batch: undefined, done: Promise.resolve() }
    this.#running = running
    running.done = this.#write(running)
      .then((changes) => this.#finish(running, changes))
      .catch((error: unknown) => this.#fail(error))
  }

  #pause(ms: number): void {
    if (ms === 0) return
    this.#isPausing = true
    this.#parts.after(ms, () => {
      this.#isPausing = false
      this.#flush()
    })
  }

  async #write(running: Running): Promise<readonly Change[]> {
    let changes: readonly Change[] = []
    await this.#parts.commit(() => {
      const batch = this.#close()
      if (batch === undefined) return null
      running.batch = batch
      const listing = this.#parts.closing(batch)
      changes = batch.changes()
      return batch.commit(changes, listing)
    })
    return changes
  }

  /** All that is decided now, and gathered until now; undefined: nothing. */
  #close(): Batch | undefined {
    if (this.#failure) throw this.#failure.error
    for (const deciding of this.#deciding.splice(0)) deciding.decide()
    if (!this.#hasGathered) return undefined
    const batch = this.#gathering
    this.#pause(this.#parts.pauseAfter(batch))
    this.#gathering = new Batch()
    this.#hasGathered = false
    return batch
  }

  #finish({ batch }: Running, changes: readonly Change[]): void {
    this.#running = undefined
    if (this.#failure) return
    if (batch) {
      for (const each of batch.waiting) each.committed()
      this.#parts.committed(changes)
    }
    this.#flush()
  }

  #fail(error: unknown): void {
    const isFirst = !this.#failure
    if (isFirst) void this.stop(error)
    this.#running = undefined
    if (isFirst) this.#parts.failed(error)
  }
}
