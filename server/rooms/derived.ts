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
  #isListingStale = false
  #isProgressStale = false

  constructor(parts: DerivedParts) {
    this.#parts = parts
    this.#listing = JSON.stringify(listingOf(parts.board))
    parts.board.on('afterTransaction', (transaction: Y.Transaction) => {
      // Typing tells nothing of how far anyone is; everything else on the board may.
      const changed = [...transaction.changed.keys()]
      if (changed.some((type) => !(type instanceof Y.Text))) this.#isProgressStale = true
      if (changed.some((type) => isListed(parts.board, type))) this.#isListingStale = true
    })
  }

  closing(batch: Batch): ListingFacts | null {
    const documents = [...batch.documents]
    if (batch.changesMembers || documents.some((document) => document !== 'board')) this.#isProgressStale = true
    if (this.#isProgressStale) this.#followProgress(batch)
    return this.#isListingStale ? this.#changedListing() : null
  }

  /**
   * Other servers have written: how far everyone is now is shown once `committed`. What is listed of the board they have
   * stored; with the next change of it here it is stored again, whatever was known before.
   */
  taken(isOfPeople: boolean, whenCommitted: (run: () => void) => void): void {
    if (this.#isListingStale) this.#listing = ''
    if (!this.#isProgressStale && !isOfPeople) return
    this.#isProgressStale = false
    const { presence } = this.#parts
    if (this.#parts.hasAudience()) {
      const progress = this.#parts.progress()
      whenCommitted(() => presence.showProgress(progress))
    } else presence.forgetProgress()
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
    this.#isListingStale = false
    const listing = listingOf(this.#parts.board)
    const text = JSON.stringify(listing)
    if (text === this.#listing) return null
    this.#listing = text
    return listing
  }
}

/** What of a Yjs type is asked here: where it lies. */
interface Lying {
  readonly parent: Lying | null
}

/** Whether what is listed of a board may follow from this. Typing elsewhere, which is most of what happens, does not. */
function isListed(board: Y.Doc, type: Lying): boolean {
  if (type === board.getMap('session') || type === board.getMap('incident')) return true
  for (let at: Lying | null = type; at !== null; at = at.parent) {
    if (at === board.getMap('actions')) return true
  }
  return false
}
