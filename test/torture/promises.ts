import type { Closed, Witness } from '../support/plain-client.ts'

/** Something that the server told somebody, and that has to be in its store from then on. */
export type Promised =
  | {
      readonly what: 'update'
      readonly document: string
      readonly update: Uint8Array
      readonly how: 'saved' | 'received'
    }
  | { readonly what: 'member'; readonly board: string; readonly person: string }
  | { readonly what: 'command'; readonly board: string; readonly id: string }
  | { readonly what: 'board'; readonly board: string }

/** `<board>/board` or `<board>/desk/<person>`. */
export const documentName = (board: string, document: string) => `${board}/${document}`

/** Takes down what is promised, from all connections and answers. */
export class Promises {
  /** Changes that were called saved, that were received, and requests that were answered. */
  readonly counts = { saved: 0, received: 0, answered: 0 }
  /** Clients that were told to stay away: none of them did anything wrong. */
  readonly refusals: string[] = []
  #open: Promised[] = []

  /** Hears one client's connections to a document. */
  witness(document: string): Witness {
    let sent: Uint8Array[] = []
    let saved = 0
    return {
      connecting: () => {
        sent = []
        saved = 0
      },
      sent: (update) => sent.push(update),
      saved: (count) => {
        for (const update of sent.slice(saved, count)) this.#keep({ what: 'update', document, update, how: 'saved' })
        saved = Math.max(saved, count)
      },
      received: (update) => this.#keep({ what: 'update', document, update, how: 'received' }),
      refused: ({ code, reason }: Closed) =>
        this.refusals.push(`a client of ${document} was refused: ${code} ${reason}`),
    }
  }

  answered(promised: Promised): void {
    this.counts.answered += 1
    this.#open.push(promised)
  }

  /** Everything promised since this was asked last. */
  take(): readonly Promised[] {
    const taken = this.#open
    this.#open = []
    return taken
  }

  #keep(promised: Promised & { readonly what: 'update' }): void {
    if (isEmpty(promised.update)) return
    this.counts[promised.how] += 1
    this.#open.push(promised)
  }
}

/** No structs and no deletions. */
function isEmpty(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0
}
