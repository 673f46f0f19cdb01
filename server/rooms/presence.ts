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
import type { SaidState } from './elsewhere/words.ts'
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
  /** Other servers; absent: there are none. */
  readonly elsewhere?: Elsewhere | undefined
}

/** The same board on other servers. */
interface Elsewhere {
  /** People who are there. */
  here(): Iterable<string>
  /** Tells them what changed of what people show here. */
  say(states: readonly SaidState[]): void
}

/** Where a state comes from: a connection to this server, or one to another. */
export interface Source extends Pick<Connection, 'isOpen'> {
  readonly peer: { readonly person: string }
  readonly isElsewhere?: true
}

interface Shown {
  /** As its client counts. */
  readonly clock: number
  readonly presence: PersonPresence
  /** As its client says it. */
  readonly state: unknown
  readonly source: Source
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
  /** What other servers have not been told yet. */
  readonly #toSay = new Set<number>()
  readonly #own = new ServerState()
  #isTicking = false
  #toldAt = 0
  /** For how long nothing more is told after that. */
  #restMs = 0

  constructor(parts: PresenceParts) {
    this.#parts = parts
  }

  /** Takes in what a client says of itself; that it may speak for this client id has been checked. */
  hear(source: Source, { client, clock, state }: AwarenessEntry): void {
    if (!source.isOpen) return
    const known = this.#shown.get(client)
    // Whoever has just come over from another server is not taken for gone by what that says once more.
    const isOld = known !== undefined && clock <= known.clock && state !== null
    if (isOld && (known.source === source || (isHere(known.source) && !isHere(source)))) return
    if (state === null) {
      this.#forget(client, source)
      return
    }
    const isReacting = this.#own.reactions.hear(source, state, this.#parts.now())
    if (isReacting) this.#change(this.#parts.serverClient)
    const presence = { ...readPresence(state), person: source.peer.person }
    this.#shown.set(client, { clock, presence, state, source, heardAt: this.#parts.now() })
    if (isUp(presence) !== isUp(known?.presence)) this.#seeHand(source.peer.person, 'lowered')
    const isNew = known?.source !== source || !saysTheSame(this.#visible(known.presence), this.#visible(presence))
    if (isNew) this.#change(client)
    if ((isNew || isReacting) && isHere(source)) this.#sayLater(client)
  }

  /** Somebody came or went, here or elsewhere. */
  arrived(): void {
    this.#change(this.#parts.serverClient)
  }

  left(source: Source): void {
    for (const client of [...this.#shown.keys()]) this.#forget(client, source)
    this.#change(this.#parts.serverClient)
  }

  /** All that people show who are connected to this server. */
  ownStates(): readonly SaidState[] {
    return [...this.#shown].flatMap(([client, { source }]) => (isHere(source) ? this.#said(client) : []))
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

  showLate(isLate: boolean): void {
    if (this.#own.setLate(isLate)) this.#change(this.#parts.serverClient)
  }

  /** Nobody is shown progress any more until it is worked out afresh. */
  forgetProgress(): void {
    this.#own.setProgress(undefined)
  }

  /** From time to time: lets go of who fell silent, and renews everybody else's state and the server's own. */
  tend(): void {
    const oldest = this.#parts.now() - this.#parts.limits.presenceTtlMs
    this.#own.hands.forgetGoneBefore(oldest)
    for (const [client, { heardAt, source }] of [...this.#shown]) {
      if (heardAt < oldest) this.#forget(client, source)
      else this.#change(client)
      if (isHere(source)) this.#sayLater(client)
    }
    this.#change(this.#parts.serverClient)
  }

  /** Everybody else's state, as a frame. */
  everyone(person: string): Uint8Array | undefined {
    const others = [...this.#shown].filter(([, { presence }]) => presence.person !== person).map(([client]) => client)
    const entries = [...others, this.#parts.serverClient].flatMap((client) => this.#entry(client))
    return entries.length > 0 ? frameOf(encodeAwareness(entries)) : undefined
  }

  #forget(client: number, source: Source): void {
    const known = this.#shown.get(client)
    if (known?.source !== source) return
    this.#shown.delete(client)
    if (isUp(known.presence)) this.#seeHand(source.peer.person, 'gone')
    this.#change(client)
    if (isHere(source)) this.#sayLater(client)
  }

  #sayLater(client: number): void {
    if (this.#parts.elsewhere) this.#toSay.add(client)
  }

  /** Null: it is shown here no more. */
  #said(client: number): readonly SaidState[] {
    const shown = this.#shown.get(client)
    if (shown === undefined) return [{ client, person: '', clock: 0, state: null }]
    if (!isHere(shown.source)) return []
    return [{ client, person: shown.source.peer.person, clock: shown.clock, state: shown.state }]
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
    const states = [...this.#toSay].flatMap((client) => this.#said(client))
    this.#toSay.clear()
    if (states.length > 0) this.#parts.elsewhere?.say(states)
  }

  /** Tells everyone of the others. */
  #tell(entries: readonly AwarenessEntry[]): void {
    const { connections, limits, now } = this.#parts
    const own = new Map<Source, number[]>()
    entries.forEach(({ client }, place) => {
      const by = this.#shown.get(client)?.source
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
    const people = [...this.#parts.connections()].map(({ peer }) => peer.person)
    const here = [...new Set([...people, ...(this.#parts.elsewhere?.here() ?? [])])]
    const state = this.#own.shown(here)
    return state === undefined ? [] : [{ client: this.#parts.serverClient, clock, state }]
  }
}

function isHere(source: Source): boolean {
  return source.isElsewhere === undefined
}

function isUp(presence: PersonPresence | undefined): boolean {
  return typeof presence?.hand === 'number'
}

function frameOf(update: Uint8Array): Uint8Array {
  return encodeFrame({ type: 'awareness', update })
}
