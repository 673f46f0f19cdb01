import type { RoomLimits } from '../limits.ts'
import type { Presence, Source } from '../presence.ts'
import type { Attendee, SaidState } from './words.ts'

export interface OthersParts {
  readonly presence: Pick<Presence, 'hear' | 'left' | 'arrived' | 'showLate'>
  /** Milliseconds. */
  now(): number
  readonly limits: Pick<RoomLimits, 'beatMs'>
  /** Other people are here than before. */
  changed(): void
}

/** For how many beats a server may be silent before its people count as gone. */
const silentBeats = 3.5

interface Server {
  heardAt: number
  people: readonly Attendee[]
  readonly sources: Map<number, Source>
}

/** Who is connected to a board on other servers, and what they show there. [NODES6] */
export class Others {
  readonly #parts: OthersParts
  readonly #servers = new Map<string, Server>()

  constructor(parts: OthersParts) {
    this.#parts = parts
  }

  /** A server says who is connected there. */
  attend(from: string, people: readonly Attendee[]): void {
    const server = this.#server(from)
    const before = JSON.stringify(server.people)
    server.heardAt = this.#parts.now()
    server.people = people
    if (JSON.stringify(people) !== before) this.#changed()
  }

  /** A server says what some of its people show. */
  show(from: string, states: readonly SaidState[]): void {
    const { sources } = this.#server(from)
    for (const { client, person, clock, state } of states) {
      const known = sources.get(client)
      if (state === null) {
        if (known) this.#parts.presence.hear(known, { client, clock, state })
        sources.delete(client)
      } else {
        const source: Source = known ?? { isOpen: true, peer: { person }, isElsewhere: true }
        sources.set(client, source)
        this.#parts.presence.hear(source, { client, clock, state })
      }
    }
  }

  /** A server is gone, or has closed the board. */
  forget(from: string): void {
    const server = this.#servers.get(from)
    if (!server) return
    this.#servers.delete(from)
    for (const source of server.sources.values()) this.#parts.presence.left(source)
    this.#changed()
  }

  /** From time to time: lets go of servers that fell silent. */
  tend(): void {
    const oldest = this.#parts.now() - silentBeats * this.#parts.limits.beatMs
    for (const [from, { heardAt }] of [...this.#servers]) if (heardAt < oldest) this.forget(from)
  }

  /** People who are connected to the board itself. */
  *here(): Iterable<string> {
    for (const { people } of this.#servers.values()) {
      for (const { person, onBoard } of people) if (onBoard > 0) yield person
    }
  }

  /** Connections of one person, or of all. */
  connections(person?: string): number {
    return this.#sum(({ connections, person: one }) => (person === undefined || one === person ? connections : 0))
  }

  /** Connections to the board itself. */
  get onBoard(): number {
    return this.#sum(({ onBoard }) => onBoard)
  }

  #sum(count: (attendee: Attendee) => number): number {
    let sum = 0
    for (const { people } of this.#servers.values()) for (const each of people) sum += count(each)
    return sum
  }

  #changed(): void {
    this.#parts.presence.arrived()
    this.#parts.changed()
  }

  #server(from: string): Server {
    const known = this.#servers.get(from)
    if (known) return known
    const server: Server = { heardAt: this.#parts.now(), people: [], sources: new Map() }
    this.#servers.set(from, server)
    return server
  }
}
