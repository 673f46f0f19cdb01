import * as Y from 'yjs'
import type { DocumentKey } from '../store/port.ts'
import type { RoomLimits } from './limits.ts'

export interface WeightsParts {
  readonly limits: Pick<RoomLimits, 'boardBytes' | 'deskBytes' | 'reweighMs'>
  now(): number
}

/** Why there is no room for more words: a review is full, or one person's share of what is private. */
export type Full = 'board-full' | 'desk-full'

export type Space =
  | { readonly is: 'free' }
  /** What moves, clears or removes still fits; `hardly`: not even that. */
  | { readonly is: 'full'; readonly why: Full; readonly hardly: boolean }

interface Weight {
  readonly doc: Y.Doc
  bytes: number
}

/** What moves, clears and removes may go on for so much beyond the limit. */
const reserve = 1.25

/** So much more than when it was weighed, as a share of the limit, is worth weighing again. */
const much = 1 / 8

/**
 * How many bytes a board and its desks take.
 *
 * @remarks
 * What comes in is added up, which is always too much, since letters that were deleted weigh nothing any more. So where
 * the sum says that a board is full, it is weighed anew, now and then: a large document takes a while to weigh. Desks
 * count too: whatever waits on them must find room at the reveal. [PRESSURE6]
 */
export class Weights {
  readonly #parts: WeightsParts
  readonly #weights = new Map<DocumentKey, Weight>()
  #total = 0
  #weighed = { at: Number.NEGATIVE_INFINITY, total: 0 }

  constructor(parts: WeightsParts) {
    this.#parts = parts
  }

  /** Follows a document that takes so many bytes in the store. */
  follow(document: DocumentKey, doc: Y.Doc, bytes: number): void {
    const weight = { doc, bytes }
    this.#weights.set(document, weight)
    this.#total += bytes
    doc.on('update', (update: Uint8Array) => this.#add(weight, update.byteLength))
  }

  get total(): number {
    return this.#total
  }

  of(document: DocumentKey): number {
    return this.#weights.get(document)?.bytes ?? 0
  }

  space(document: DocumentKey): Space {
    const { boardBytes, deskBytes } = this.#parts.limits
    const isOver = () => this.#total > boardBytes || (document !== 'board' && this.of(document) > deskBytes)
    if (isOver()) this.#weighAgain()
    if (this.#total > boardBytes) return full('board-full', this.#total > boardBytes * reserve)
    if (!isOver()) return { is: 'free' }
    return full('desk-full', this.of(document) > deskBytes * reserve)
  }

  #weighAgain(): void {
    const { limits, now } = this.#parts
    const isLate = now() - this.#weighed.at >= limits.reweighMs
    if (!isLate && this.#total - this.#weighed.total < limits.boardBytes * much) return
    for (const weight of this.#weights.values()) {
      this.#add(weight, Y.encodeStateAsUpdate(weight.doc).byteLength - weight.bytes)
    }
    this.#weighed = { at: now(), total: this.#total }
  }

  #add(weight: Weight, bytes: number): void {
    weight.bytes += bytes
    this.#total += bytes
  }
}

function full(why: Full, hardly: boolean): Space {
  return { is: 'full', why, hardly }
}
