import { isDeepStrictEqual as isSame } from 'node:util'
import * as Y from 'yjs'
import type { DocumentSchema } from '../../shared/document/schema.ts'
import { contentEdit, type Edit } from '../../shared/incident/edits.ts'
import { contentOf } from '../support/guarded-room.ts'
import type { PlainClient } from '../support/plain-client.ts'

export interface LedgerParts {
  readonly schema: DocumentSchema
  /** Who honestly writes here. */
  readonly writer: PlainClient
  /** Who only looks, on another connection. */
  readonly witness: PlainClient
  /** The n-th honest change. */
  touch(doc: Y.Doc, n: number): void
}

/** What honest people wrote in one document, kept beside what the server shows: both have to be the same to the bit. */
export class Ledger {
  readonly #parts: LedgerParts
  #doc = new Y.Doc()
  #touches = 0

  constructor(parts: LedgerParts) {
    this.#parts = parts
    parts.writer.doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (local) Y.applyUpdate(this.#doc, update)
    })
    this.renew()
  }

  /** Takes what is shown now as what was honestly written: after the server itself wrote something. */
  renew(): void {
    this.#doc = new Y.Doc()
    Y.applyUpdate(this.#doc, Y.encodeStateAsUpdate(this.#parts.witness.doc))
  }

  /** Whether an update of somebody else is shown, once an honest edit after it is; what the server adds to it may be too. */
  async shows(update: Uint8Array): Promise<boolean> {
    await this.differences()
    const { witness } = this.#parts
    const before = Y.snapshot(witness.doc)
    const after = new Y.Doc()
    Y.applyUpdate(after, Y.encodeStateAsUpdate(witness.doc))
    Y.applyUpdate(after, update)
    return Y.equalSnapshots(before, Y.snapshot(after)) && !Y.equalSnapshots(before, Y.snapshot(this.#doc))
  }

  /** The document as a browser that has it all holds it, under a client id that nobody had. */
  copy(): Y.Doc {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.#doc))
    return copy
  }

  get stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc)
  }

  /** An honest edit may bring a stamp of the server's with it, once a minute. [EDIT1] */
  async #takeStamp(): Promise<void> {
    const { writer, witness, schema } = this.#parts
    const stamped = new Y.Doc()
    Y.applyUpdate(stamped, Y.encodeStateAsUpdate(this.#doc))
    Y.applyUpdate(stamped, Y.encodeStateAsUpdate(witness.doc, Y.encodeStateVector(this.#doc)))
    if (!isStamp(contentOf(this.#doc, schema), contentOf(stamped, schema))) return
    this.#doc = stamped
    await writer.sees((doc) => Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(stamped)))
  }

  /**
   * Lets an honest edit go through, and says in what the document shown then differs from what honest people wrote.
   *
   * Whatever was committed before that edit has been shown before it.
   */
  async differences(): Promise<readonly string[]> {
    const { writer, witness, touch, schema } = this.#parts
    this.#touches += 1
    touch(writer.doc, this.#touches)
    const { clientID } = writer.doc
    const written = Y.getState(writer.doc.store, clientID)
    await witness.sees((doc) => Y.getState(doc.store, clientID) >= written)
    await this.#takeStamp()
    return [writer.doc, witness.doc].flatMap((shown) => differencesBetween(this.#doc, shown, schema))
  }
}

type Content = ReturnType<typeof contentOf>

/** That the board changed, and when, is the server's to write down: nothing else, and in nobody's name. */
function isStamp(before: Content, after: Content): boolean {
  const isOther = (root: string) => root !== 'edits' && !isSame(before[root], after[root])
  const [{ [contentEdit]: then, ...others }, { [contentEdit]: now, ...othersNow }] = [editsOf(before), editsOf(after)]
  return !Object.keys(after).some(isOther) && !isSame(then, now) && isSame(others, othersNow) && now?.by === null
}

const editsOf = ({ edits }: Content) => (edits ?? {}) as Readonly<Record<string, Edit | undefined>>

function differencesBetween(expected: Y.Doc, shown: Y.Doc, schema: DocumentSchema): readonly string[] {
  const roots = [...shown.share.keys()].filter((root) => !Object.hasOwn(schema, root))
  const [before, after] = [contentOf(expected, schema), contentOf(shown, schema)]
  return [
    ...roots.map((root) => `an unknown root ${root}`),
    ...Object.keys(schema).filter((root) => !isSame(before[root], after[root])),
    ...(Y.equalSnapshots(Y.snapshot(expected), Y.snapshot(shown)) ? [] : ['what was inserted or deleted']),
    ...(shown.store.pendingStructs === null && shown.store.pendingDs === null ? [] : ['something pending']),
  ]
}
