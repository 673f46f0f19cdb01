import * as Y from 'yjs'
import type { BoardStore, DocumentKey, StoredBoard } from '../store/port.ts'
import type { Log } from './telemetry.ts'

interface Fold {
  readonly document: DocumentKey
  readonly seq: number
  readonly snapshot: Uint8Array
  readonly checkpoint: boolean
}

export interface FoldingParts {
  readonly board: string
  readonly store: Pick<BoardStore, 'fold'>
  readonly heads: StoredBoard['heads']
  /** Log entries of one document after which it is folded. */
  readonly foldAfter: number
  /** The same as the board leaves memory. */
  readonly foldOnUnload: number
  /** Other servers write to the same logs. */
  readonly isShared: boolean
  /** The phase that runs: its change leaves a dated copy of the board. */
  phase(): unknown
  readonly log: Log
}

/**
 * Keeps logs short: replaces a long one by a snapshot, and keeps a dated copy at each change of phase. [JOURNAL6]
 *
 * A snapshot is taken as a commit closes, when memory holds what is in the log and nothing more.
 */
export class Folding {
  readonly #parts: FoldingParts
  readonly #heads: Map<DocumentKey, { seq: number; sinceSnapshot: number }>
  #phase: unknown
  #due: readonly Fold[] = []
  #running: Promise<void> = Promise.resolve()

  constructor(parts: FoldingParts) {
    this.#parts = parts
    this.#heads = new Map([...parts.heads].map(([document, head]) => [document, { ...head }]))
    this.#phase = parts.phase()
  }

  /** A commit takes in these documents. */
  closing(documents: ReadonlyMap<DocumentKey, Y.Doc>): void {
    const phase = this.#parts.phase()
    const movedOn = phase !== this.#phase
    this.#phase = phase
    this.#due = [...documents].flatMap(([document, doc]) => this.#grown(document, doc, movedOn && document === 'board'))
  }

  /** The commit is done: what it made due is folded, beside whatever comes next. */
  committed(): void {
    this.#begin(this.#due)
    this.#due = []
  }

  /** Other servers have written to a document, whose log is so long now. */
  taken(document: DocumentKey, seq: number): void {
    const head = this.#heads.get(document) ?? { seq: 0, sinceSnapshot: 0 }
    if (seq <= head.seq) return
    const isFoldedThere = Math.floor(seq / this.#parts.foldAfter) > Math.floor(head.seq / this.#parts.foldAfter)
    const sinceSnapshot = isFoldedThere ? seq % this.#parts.foldAfter : head.sinceSnapshot + seq - head.seq
    this.#heads.set(document, { seq, sinceSnapshot })
    this.#phase = this.#parts.phase()
  }

  /** How long the log of a document is, with what is being committed. */
  seqOf(document: DocumentKey): number {
    return this.#heads.get(document)?.seq ?? 0
  }

  /**
   * The board leaves memory, which holds what is in the logs and nothing more: it opens sooner where they are short.
   * [JOURNAL13]
   *
   * Servers that share a board unload it each in their own time, and leave its logs to who writes.
   */
  unload(docOf: (document: DocumentKey) => Y.Doc): void {
    const { isShared, foldOnUnload } = this.#parts
    if (isShared) return
    const grown = [...this.#heads].filter(([, { sinceSnapshot }]) => sinceSnapshot >= foldOnUnload)
    this.#begin(
      grown.map(([document, { seq }]) => {
        return { document, seq, snapshot: Y.encodeStateAsUpdate(docOf(document)), checkpoint: false }
      }),
    )
  }

  /** Resolves once nothing is being folded. */
  quiet(): Promise<void> {
    return this.#running
  }

  #begin(folds: readonly Fold[]): void {
    for (const fold of folds) this.#running = this.#running.then(() => this.#run(fold))
  }

  #grown(document: DocumentKey, doc: Y.Doc, checkpoint: boolean): readonly Fold[] {
    const { foldAfter } = this.#parts
    const head = this.#heads.get(document) ?? { seq: 0, sinceSnapshot: 0 }
    head.seq += 1
    head.sinceSnapshot += 1
    this.#heads.set(document, head)
    // Where several servers write, whose update comes at a round number folds: one of them.
    const isDue = head.sinceSnapshot >= foldAfter || (this.#parts.isShared && head.seq % foldAfter === 0)
    if (!checkpoint && !isDue) return []
    head.sinceSnapshot = 0
    return [{ document, seq: head.seq, snapshot: Y.encodeStateAsUpdate(doc), checkpoint }]
  }

  /** A log that could not be folded is only longer than need be. */
  async #run({ document, seq, snapshot, checkpoint }: Fold): Promise<void> {
    const { store, board, log } = this.#parts
    try {
      await store.fold(board, document, seq, snapshot, checkpoint)
    } catch (error) {
      log.error({ err: error, board, document }, 'could not fold a log')
    }
  }
}
