import { create, type PRNG } from 'lib0/prng'
import * as Y from 'yjs'
import type { PlainClient } from '../../support/plain-client.ts'
import type { PlainPerson } from '../../support/world.ts'
import { doSomething } from './deeds.ts'

/** Told how long the server took to call an edit safe, milliseconds. */
export type Heard = (ms: number) => void

/** Somebody on a board who comes, edits for a while and goes, with a browser that keeps copies. */
export class Colleague {
  readonly #person: PlainPerson
  readonly #random: PRNG
  #kept: Readonly<Record<'board' | 'desk', Uint8Array | undefined>> = { board: undefined, desk: undefined }
  #ids = 0

  constructor(person: PlainPerson, seed: number) {
    this.#person = person
    this.#random = create(seed)
  }

  /** Opens the board, makes so many edits, each once the one before is safe, and closes it. */
  async visit(edits: number, heard: Heard): Promise<void> {
    const board = this.#person.board({ doc: copyOf(this.#kept.board) })
    const desk = this.#person.desk({ doc: copyOf(this.#kept.desk) })
    await Promise.all([board.saved(), desk.saved()])
    for (let edit = 0; edit < edits; edit++) {
      const since = performance.now()
      await this.#edit(board, desk).saved()
      heard(performance.now() - since)
    }
    this.#kept = { board: Y.encodeStateAsUpdate(board.doc), desk: Y.encodeStateAsUpdate(desk.doc) }
    board.close()
    desk.close()
  }

  #edit(board: PlainClient, desk: PlainClient): PlainClient {
    const written = doSomething({
      person: this.#person.id,
      board: board.doc,
      desk: desk.doc,
      random: this.#random,
      newId: () => `${this.#person.id}-${this.#ids++}`,
    })
    return { board, desk }[written]
  }
}

/** As a page that is loaded again: the same content, under a client id of its own. */
function copyOf(state: Uint8Array | undefined): Y.Doc {
  const doc = new Y.Doc()
  if (state !== undefined) Y.applyUpdate(doc, state)
  return doc
}
