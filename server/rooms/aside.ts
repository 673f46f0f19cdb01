import type { RoomLimits } from './limits.ts'

export interface SetAside {
  readonly message: number
  readonly update: Uint8Array
}

/**
 * Updates of one connection that depend on what the server lacks.
 *
 * `y-websocket` sends a keystroke as soon as the socket opens, and what was typed offline before it only in its
 * step 2: such an update waits, unapplied, for that. [ROOM5]
 */
export class Aside {
  readonly #limits: Pick<RoomLimits, 'asideMessages' | 'asideBytes'>
  #waiting: SetAside[] = []
  #bytes = 0

  constructor(limits: Pick<RoomLimits, 'asideMessages' | 'asideBytes'>) {
    this.#limits = limits
  }

  /** False where there is no room for it. */
  add(item: SetAside): boolean {
    const bytes = this.#bytes + item.update.byteLength
    if (this.#waiting.length >= this.#limits.asideMessages || bytes > this.#limits.asideBytes) return false
    this.#waiting.push(item)
    this.#bytes = bytes
    return true
  }

  /** Hands out everything that waits, and holds it no longer. */
  takeAll(): readonly SetAside[] {
    const taken = this.#waiting
    this.#waiting = []
    this.#bytes = 0
    return taken
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0
  }
}
