import * as Y from 'yjs'
import { listingOf } from '../../shared/document/listing.ts'
import type { Progress } from '../../shared/review/progress.ts'
import type { ListingFacts } from '../store/port.ts'
import type { Batch } from './batch.ts'
import type { Presence } from './presence.ts'

export interface DerivedParts {
  readonly board: Y.Doc
  readonly presence: Presence
  hasAudience(): boolean
  progress(): Progress | undefined
}

/** What follows from a board's documents, worked out as a commit closes: shown or stored with it, never before. */
export class Derived {
  readonly #parts: DerivedParts
  #listing: string
  #isProgressStale = false

  constructor(parts: DerivedParts) {
    this.#parts = parts
    this.#listing = JSON.stringify(listingOf(parts.board))
    parts.board.on('afterTransaction', (transaction: Y.Transaction) => {
      // Typing tells nothing of how far anyone is; everything else on the board may.
      if ([...transaction.changed.keys()].some((type) => !(type instanceof Y.Text))) this.#isProgressStale = true
    })
  }

  closing(batch: Batch): ListingFacts | null {
    const documents = [...batch.documents]
    if (batch.changesMembers || documents.some((document) => document !== 'board')) this.#isProgressStale = true
    if (this.#isProgressStale) this.#followProgress(batch)
    return documents.includes('board') ? this.#changedListing() : null
  }

  #followProgress(batch: Batch): void {
    this.#isProgressStale = false
    const { presence } = this.#parts
    if (this.#parts.hasAudience()) {
      const progress = this.#parts.progress()
      batch.waiting.push({ committed: () => presence.showProgress(progress), failed: () => {} })
    } else presence.forgetProgress()
  }

  #changedListing(): ListingFacts | null {
    const listing = listingOf(this.#parts.board)
    const text = JSON.stringify(listing)
    if (text === this.#listing) return null
    this.#listing = text
    return listing
  }
}
