import { once } from 'node:events'
import { WebSocket } from 'ws'
import { syncPath } from '../../shared/api/paths.ts'
import { decodeFrame, type Frame } from '../../shared/protocol/frames.ts'

/** How the server took what was said to it. */
export type Reception =
  | { readonly took: 'closed'; readonly code: number; readonly reason: string }
  /** Called safe. */
  | { readonly took: 'saved' }
  /** Set aside: it asks for what is missing. */
  | { readonly took: 'asked-back' }

export interface Wire {
  readonly origin: string
  /** `<board>` or `<board>/desk`, and whatever else an attacker puts there. */
  readonly room: string
  readonly headers: Readonly<Record<string, string>>
}

/** One connection that says exactly what it is told to, and nothing of its own. */
export class Assailant {
  readonly socket: WebSocket
  readonly heard: Frame[] = []
  readonly #closed: Promise<Reception>
  readonly #watching = new Set<() => void>()
  #reception: Reception | undefined
  #saved = 0
  #questions = 0

  private constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data: Buffer) => {
      const frame = decodeFrame(data)
      if (frame) this.heard.push(frame)
      if (frame?.type === 'saved') this.#saved = frame.count
      if (frame?.type === 'step-1') this.#questions += 1
      for (const look of this.#watching) look()
    })
    this.#closed = new Promise((resolve) => {
      socket.on('close', (code, reason) => {
        this.#reception = { took: 'closed', code, reason: reason.toString() }
        resolve(this.#reception)
        for (const look of this.#watching) look()
      })
    })
  }

  /** Resolves once the socket is open, though whoever is behind it may be turned away at once. */
  static async connect({ origin, room, headers }: Wire): Promise<Assailant> {
    const assailant = new Assailant(
      new WebSocket(`${origin.replace('http', 'ws')}${syncPath}/${room}`, { headers: { ...headers } }),
    )
    await once(assailant.socket, 'open')
    return assailant
  }

  get closed(): Promise<Reception> {
    return this.#closed
  }

  /** Says all of it in one go; `changes` of the frames are a step 2 or an update. */
  async strike(frames: readonly (Uint8Array | string)[], changes: number): Promise<Reception> {
    for (const frame of frames) this.socket.send(frame)
    await this.until(() => this.#isSaved(changes) || this.#questions > 1)
    return this.#reception ?? (this.#isSaved(changes) ? { took: 'saved' } : { took: 'asked-back' })
  }

  /** Resolves once this is so, or the server has hung up. */
  until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!isSo() && this.#reception === undefined) return
        this.#watching.delete(look)
        resolve()
      }
      this.#watching.add(look)
      look()
    })
  }

  hangUp(): void {
    this.socket.terminate()
  }

  #isSaved(changes: number): boolean {
    return changes > 0 && this.#saved >= changes
  }
}
