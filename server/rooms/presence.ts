import { type AwarenessEntry, encodeAwareness, sharedAwareness } from '../../shared/protocol/awareness.ts'
import { encodeFrame } from '../../shared/protocol/frames.ts'
import {
  anonymised,
  type Presence as PersonPresence,
  readPresence,
  saysTheSame,
} from '../../shared/protocol/presence.ts'
import type { Progress } from '../../shared/review/progress.ts'
import type { Connection } from './connection.ts'
import type { RoomLimits } from './limits.ts'
import { ServerState } from './server-state.ts'
import type { Timers } from './timers.ts'

export interface PresenceParts {
  /** The client id under which the server says how far people are. */
  readonly serverClient: number
  readonly limits: Pick<RoomLimits, 'presenceTickMs' | 'presenceBytesPerSecond' | 'presenceTtlMs'>
  readonly timers: Timers
  now(): number
  connections(): ReadonlySet<Connection>
  isAnonymous(): boolean
}

interface Shown {
  /** As its client counts. */
  readonly clock: number
  readonly presence: PersonPresence
  readonly connection: Connection
  readonly heardAt: number
}

/**
 * Who is here and what they are doing: gone when they are, and never written down.
 *
 * @remarks
 * All changes of one tick go out as one message, the latest of each client, under the moment of the tick as their clock,
 * so that a client which comes back at its old clock is seen again; so nobody is ever sent a state of their own.
 * [PRESENCE4] The more a tick told everyone, the later the next one comes: presence takes a bounded share of each
 * connection, so that it costs as much more as there are people, and not as their square. [PRESENCE10]
 *
 * What shows nothing new is not passed on, and the server renews what is shown at its own beat: on an anonymous board
 * the mere moment of a message, or the number in its clock, would tell who is busy just when a note changes. [ANON5]
 */
export class Presence {
  readonly #parts: PresenceParts
  readonly #shown = new Map<number, Shown>()
  /** The last clock sent for each client that is shown. */
  readonly #clocks = new Map<number, number>()
  readonly #changed = new Set<number>()
  readonly #own = new ServerState()
  #isTicking = false
  #toldAt = 0
  /** For how long nothing more is told after that. */
  #restMs = 0

  constructor(parts: PresenceParts) {
    this.#parts = parts
  }

  /** Takes in what a client says of itself; that it may speak for this client id has been checked. */
  hear(connection: Connection, { client, clock, state }: AwarenessEntry): void {
    if (!connection.isOpen) return
    const known = this.#shown.get(client)
    if (known?.connection === connection && clock <= known.clock && state !== null) return
    if (state === null) {
      this.#forget(client, connection)
      return
    }
    if (this.#own.reactions.hear(connection, state, this.#parts.now())) this.#change(this.#parts.serverClient)
    const presence = { ...readPresence(state), person: connection.peer.person }
    this.#shown.set(client, { clock, presence, connection, heardAt: this.#parts.now() })
    if (isUp(presence) !== isUp(known?.presence)) this.#seeHand(connection.peer.person, 'lowered')
    if (known?.connection !== connection || !saysTheSame(this.#visible(known.presence), this.#visible(presence))) {
      this.#change(client)
    }
  }

  /** Somebody came or went. */
  arrived(): void {
    this.#change(this.#parts.serverClient)
  }

  left(connection: Connection): void {
    for (const client of [...this.#shown.keys()]) this.#forget(client, connection)
    this.#change(this.#parts.serverClient)
  }

  get showsProgress(): boolean {
    return this.#own.hasProgress
  }

  showProgress(progress: Progress | undefined): void {
    if (this.#own.setProgress(progress)) this.#change(this.#parts.serverClient)
  }

  /** Whether the board has no room for more words. */
  showFull(isFull: boolean): void {
    if (this.#own.setFull(isFull)) this.#change(this.#parts.serverClient)
  }

  /** Nobody is shown progress any more until it is worked out afresh. */
  forgetProgress(): void {
    this.#own.setProgress(undefined)
  }

  /** From time to time: lets go of who fell silent, and renews everybody else's state and the server's own. */
  tend(): void {
    const oldest = this.#parts.now() - this.#parts.limits.presenceTtlMs
    this.#own.hands.forgetGoneBefore(oldest)
    for (const [client, { heardAt, connection }] of [...this.#shown]) {
      if (heardAt < oldest) this.#forget(client, connection)
      else this.#change(client)
    }
    this.#change(this.#parts.serverClient)
  }

  /** Everybody else's state, as a frame. */
  everyone(person: string): Uint8Array | undefined {
    const others = [...this.#shown].filter(([, { presence }]) => presence.person !== person).map(([client]) => client)
    const entries = [...others, this.#parts.serverClient].flatMap((client) => this.#entry(client))
    return entries.length > 0 ? frameOf(encodeAwareness(entries)) : undefined
  }

  #forget(client: number, connection: Connection): void {
    const known = this.#shown.get(client)
    if (known?.connection !== connection) return
    this.#shown.delete(client)
    if (isUp(known.presence)) this.#seeHand(connection.peer.person, 'gone')
    this.#change(client)
  }

  /** A hand is up while it is in any tab of its person; `otherwise` is what became of it. */
  #seeHand(person: string, otherwise: 'lowered' | 'gone'): void {
    const isSomewhereUp = [...this.#shown.values()].some(({ presence }) => presence.person === person && isUp(presence))
    if (this.#own.hands.now(person, isSomewhereUp ? 'up' : otherwise, this.#parts.now()))
      this.#change(this.#parts.serverClient)
  }

  #change(client: number): void {
    this.#changed.add(client)
    if (this.#isTicking) return
    this.#isTicking = true
    const { timers, limits, now } = this.#parts
    const restsFor = Math.min(this.#restMs, this.#toldAt + this.#restMs - now()) // a clock that is put back hides nothing
    timers.after(Math.max(limits.presenceTickMs, restsFor), () => this.#tick())
  }

  #tick(): void {
    this.#isTicking = false
    const changed = [...this.#changed]
    this.#changed.clear()
    for (const client of changed) this.#clocks.set(client, Math.max(this.#clockOf(client) + 1, this.#parts.now()))
    this.#tell(changed.flatMap((client) => this.#entry(client)))
    for (const client of changed) if (!this.#isShown(client)) this.#clocks.delete(client)
  }

  /** Tells everyone of the others. */
  #tell(entries: readonly AwarenessEntry[]): void {
    const { connections, limits, now } = this.#parts
    const own = new Map<Connection, number[]>()
    entries.forEach(({ client }, place) => {
      const by = this.#shown.get(client)?.connection
      if (by) own.set(by, [...(own.get(by) ?? []), place])
    })
    const told = sharedAwareness(entries)
    const all = frameOf(told.without([]))
    for (const connection of connections()) {
      const places = own.get(connection)
      if (!places) connection.send(all)
      else if (places.length < entries.length) connection.send(frameOf(told.without(places)))
    }
    this.#toldAt = now()
    this.#restMs = (all.length / limits.presenceBytesPerSecond) * 1000
  }

  #isShown(client: number): boolean {
    return this.#shown.has(client) || client === this.#parts.serverClient
  }

  #clockOf(client: number): number {
    return this.#clocks.get(client) ?? 0
  }

  #entry(client: number): readonly AwarenessEntry[] {
    const clock = this.#clockOf(client)
    if (client === this.#parts.serverClient) return this.#serverEntry(clock)
    const presence = this.#shown.get(client)?.presence
    if (!presence) return [{ client, clock, state: null }]
    return [{ client, clock, state: this.#visible(presence) }]
  }

  #visible(presence: PersonPresence): PersonPresence {
    return this.#parts.isAnonymous() ? anonymised(presence) : presence
  }

  #serverEntry(clock: number): readonly AwarenessEntry[] {
    const here = [...new Set([...this.#parts.connections()].map(({ peer }) => peer.person))]
    const state = this.#own.shown(here)
    return state === undefined ? [] : [{ client: this.#parts.serverClient, clock, state }]
  }
}

function isUp(presence: PersonPresence | undefined): boolean {
  return typeof presence?.hand === 'number'
}

function frameOf(update: Uint8Array): Uint8Array {
  return encodeFrame({ type: 'awareness', update })
}
