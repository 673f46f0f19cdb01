import type { Peer } from './peer.ts'
import { Unhurried, type UnhurriedParts } from './unhurried.ts'

export interface OutboxParts extends UnhurriedParts {
  /** Everything a peer with this state vector lacks, as a frame. */
  answerTo(stateVector: Uint8Array): Uint8Array
  /** State vector of what was relayed before the broadcast under way. */
  shown(): Uint8Array
  /** Once what an answer drawn now holds is committed. */
  whenStored(run: () => void): void
}

/**
 * What goes to one peer, and what it is still owed.
 *
 * @remarks
 * An answer is drawn from memory and held until the commit that covers it; broadcasts meanwhile are part of it. A peer
 * that can't keep up gets nothing until it can, and then one difference: never a queue that grows. [ROOM8]
 */
export class Outbox {
  readonly #peer: Peer
  readonly #parts: OutboxParts
  readonly #questions: Unhurried<Uint8Array>
  #held: { readonly frame: Uint8Array; readonly taken: Uint8Array[] } | undefined
  /** State vector of what the peer certainly has, since it stopped keeping up. */
  #behind: Uint8Array | undefined

  constructor(peer: Peer, parts: OutboxParts) {
    this.#peer = peer
    this.#parts = parts
    this.#questions = new Unhurried(parts, (stateVector) => this.#answer(stateVector))
  }

  /** The peer wants a step 2 for this state vector; of several that wait, the last one tells all. */
  asked(stateVector: Uint8Array): void {
    if (this.#peer.isCongested) this.#behind = stateVector
    else this.#questions.ask(stateVector)
  }

  #answer(stateVector: Uint8Array): void {
    if (this.#peer.isCongested) {
      this.#behind = stateVector
      return
    }
    this.#behind = undefined
    const held: { readonly frame: Uint8Array; readonly taken: Uint8Array[] } = {
      frame: this.#parts.answerTo(stateVector),
      taken: [],
    }
    this.#held = held
    this.#parts.whenStored(() => {
      if (this.#held !== held) return
      this.#held = undefined
      this.#peer.send(held.frame)
      for (const frame of held.taken) this.#peer.send(frame)
    })
  }

  relay(frame: Uint8Array): void {
    if (this.#held || this.#behind) return
    if (this.#peer.isCongested) this.#behind = this.#parts.shown()
    else this.#peer.send(frame)
  }

  /** For what came from elsewhere: of that an answer that is held knows nothing. */
  relayTaken(frame: Uint8Array): void {
    if (this.#held) this.#held.taken.push(frame)
    else this.relay(frame)
  }

  /** For what is said again later anyway. Says whether it went out. */
  send(frame: Uint8Array): boolean {
    if (this.#peer.isCongested) return false
    this.#peer.send(frame)
    return true
  }

  /** The peer keeps up again: it gets all it missed as one difference. */
  drained(): void {
    if (this.#behind) this.#answer(this.#behind)
  }
}
