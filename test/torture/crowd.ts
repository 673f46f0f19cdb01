import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import type { Chance } from '../support/chance.ts'
import { openPlainBoard } from '../support/world.ts'
import { faultsOfCount } from './counting.ts'
import { holds } from './kept.ts'
import type { KilledStore } from './killed-store.ts'
import { documentName, type Promises } from './promises.ts'
import { converged, type Reading, readAfresh } from './readers.ts'
import { Team } from './team.ts'
import { faultsIn } from './verdict.ts'

/** No two boards work alike. */
const settings = [
  { editing: 'anyone' },
  { reveal: 'immediate', ballot: 'open' },
  { attribution: 'anonymous' },
  { ballot: 'open' },
] as const

/** Within this everyone has to be back, and agree. */
const patienceMs = 30_000

/** Everyone on all boards. What they are at ends with the server, which `life` tells. */
export class Crowd {
  readonly #origin: string
  readonly #teams: readonly Team[]
  readonly #chance: Chance
  readonly #promises: Promises
  readonly #mostSeats: number
  #tasks: Promise<void>[] = []

  private constructor(origin: string, teams: readonly Team[], mostSeats: number, chance: Chance, promises: Promises) {
    this.#origin = origin
    this.#teams = teams
    this.#mostSeats = mostSeats
    this.#chance = chance
    this.#promises = promises
  }

  static async open(
    origin: string,
    { boards, people }: { readonly boards: number; readonly people: number },
    chance: Chance,
    promises: Promises,
  ): Promise<Crowd> {
    const teams: Team[] = []
    for (let n = 0; n < boards; n += 1) {
      teams.push(await Team.open(origin, settings[n % settings.length], people, chance, promises))
    }
    await Promise.all(teams.flatMap(({ clients }) => clients.map((client) => client.synced())))
    return new Crowd(origin, teams, people * 2, chance, promises)
  }

  comeBack(): void {
    for (const client of this.#clients) client.provider.connect()
  }

  /** Everyone works, until `life` is over. */
  work(life: AbortSignal): void {
    this.#tasks.push(this.#write(life), this.#grow(life), ...this.#teams.map((team) => this.#lead(team, life)))
  }

  /** Everyone has lost the server, and goes on for a while without it. Tells what went wrong at work. */
  async lose(): Promise<readonly string[]> {
    for (const client of this.#clients) client.provider.disconnect()
    const faults = await this.rest()
    for (const team of this.#teams) for (let n = this.#chance.int(0, 6); n > 0; n -= 1) team.work()
    return faults
  }

  /** Nobody does anything more, and everyone stays connected. Tells what went wrong at work. */
  async rest(): Promise<readonly string[]> {
    const ends = await Promise.allSettled(this.#tasks)
    this.#tasks = []
    return [
      ...ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : [])),
      ...this.#teams.flatMap(({ leading }) => leading.surprises),
    ]
  }

  /** Once everyone who is cut off now is connected again, and in step. */
  async isBack(): Promise<void> {
    await pause(200) // whose connection broke knows it by then, and tries again no sooner
    await within(patienceMs, 'to come back', Promise.all(this.#clients.map((client) => client.synced())))
  }

  /** Before anyone is back who could mend it: what a server does not show, although it is in its store. */
  async unread(store: KilledStore, life: AbortSignal): Promise<readonly string[]> {
    const missing = this.#teams.map(async (team) => {
      const { board, desks } = await readAfresh(team, this.#promises, life)
      return [['board', board] as const, ...[...desks].map(([person, desk]) => [`desk/${person}`, desk] as const)]
        .map(([document, read]) => ({ name: documentName(team.board.id, document), read }))
        .filter(({ name, read }) => !holds(read, Y.encodeStateAsUpdate(store.documents.get(name) ?? new Y.Doc())))
        .map(({ name }) => `lost: some of ${name}, which is stored and is not read`)
    })
    return (await within(patienceMs, 'to read', Promise.all(missing))).flat()
  }

  /** Once everyone is back and all is saved, what differs from a board as it has to be; rejects where that takes too long. */
  async disagreements(life: AbortSignal): Promise<readonly string[]> {
    const faults = await within(patienceMs, 'to agree', Promise.all(this.#teams.map((team) => this.#agree(team, life))))
    return faults.flat()
  }

  /** Everyone votes once more, and is counted: tells what is wrong with the counts. */
  async count(life: AbortSignal): Promise<readonly string[]> {
    const faults = this.#teams.map((team) => faultsOfCount(team, () => this.#read(team, life), life))
    return (await within(patienceMs, 'to count', Promise.all(faults))).flat()
  }

  close(): void {
    for (const { board } of this.#teams) board.hangUp()
  }

  get #clients() {
    return this.#teams.flatMap(({ clients }) => clients)
  }

  async #agree(team: Team, life: AbortSignal): Promise<readonly string[]> {
    await team.leading.finish(life)
    const { board, desks } = await this.#read(team, life)
    return life.aborted ? [] : faultsIn({ board, desks, written: team.written, leading: team.leading })
  }

  /** What everybody holds, once that is one and the same. */
  async #read(team: Team, life: AbortSignal): Promise<Reading> {
    await Promise.all(team.clients.map((client) => client.saved()))
    const reading = await readAfresh(team, this.#promises, life)
    await converged(team, reading, life)
    return reading
  }

  async #write(life: AbortSignal): Promise<void> {
    while (!life.aborted) {
      this.#chance.of(this.#teams)?.work()
      await pause(this.#chance.int(0, 3))
    }
  }

  async #lead({ leading }: Team, life: AbortSignal): Promise<void> {
    while (!life.aborted) {
      await leading.lead()
      await pause(this.#chance.int(5, 80))
    }
  }

  /** Newcomers, and new boards where there is no room for more. Who gets no answer does not come. */
  async #grow(life: AbortSignal): Promise<void> {
    while (!life.aborted) {
      const team = this.#chance.of(this.#teams.filter(({ seats }) => seats.length < this.#mostSeats))
      await (team?.welcome(`Person ${team.seats.length}`) ?? this.#found()).catch(() => {})
      await pause(this.#chance.int(20, 400))
    }
  }

  async #found(): Promise<void> {
    const { id } = await openPlainBoard(this.#origin)
    this.#promises.answered({ what: 'board', board: id })
  }
}

async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  const tooLong = pause(ms, undefined, { ref: false }).then(() => {
    throw new Error(`everyone needed more than ${ms / 1000} s ${what}`)
  })
  return Promise.race([work, tooLong])
}
