import type { ServerPresence } from '../../shared/protocol/presence.ts'
import type { Progress } from '../../shared/review/progress.ts'
import { RaisedHands } from './raised-hands.ts'
import { ReactionCounter } from './reactions.ts'

/** What the server itself shows of a board: how far people are, whose hands are up, how often they have reacted. */
export class ServerState {
  readonly hands = new RaisedHands()
  readonly reactions = new ReactionCounter()
  #progress: Progress | undefined
  #isFull = false
  #isLate = false

  get hasProgress(): boolean {
    return this.#progress !== undefined
  }

  /** Undefined: nobody is shown progress until it is worked out afresh. Says whether it is another one. */
  setProgress(progress: Progress | undefined): boolean {
    if (JSON.stringify(progress) === JSON.stringify(this.#progress)) return false
    this.#progress = progress
    return true
  }

  /** Whether the board has no room for more words; says whether that has changed. */
  setFull(isFull: boolean): boolean {
    if (isFull === this.#isFull) return false
    this.#isFull = isFull
    return true
  }

  /** Whether other servers are not heard now; says whether that has changed. */
  setLate(isLate: boolean): boolean {
    if (isLate === this.#isLate) return false
    this.#isLate = isLate
    return true
  }

  /** Nothing before there is any progress. */
  shown(here: readonly string[]): ServerPresence | undefined {
    if (!this.#progress) return undefined
    return {
      server: true,
      progress: this.#progress,
      here,
      ...(this.#isFull && { full: true }),
      ...(this.#isLate && { late: true }),
      ...this.hands.shown(),
      ...this.reactions.shown(),
    }
  }
}
