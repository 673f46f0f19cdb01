import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { flatTextOf } from '../../shared/document/write.ts'
import type { PlainBoard } from '../support/world.ts'
import { Attendee } from './attendee.ts'

const writers = 10
const readers = 10
/** Of the readers, those who take the time. */
const watchers = 3
const editsPerSecond = 20
const movesPerSecond = 2

/** How long each of others' letters and moves took to arrive, in milliseconds. */
export interface Delays {
  readonly letters: number[]
  readonly presence: number[]
}

/**
 * A review at its busiest: ten people write twenty letters a second each, and everybody watches.
 *
 * @remarks
 * A letter is known by its writer's client id and clock, so that its delay can be read off a merged update too.
 */
export class Meeting {
  readonly #people: readonly Attendee[]
  readonly #sent = new Map<number, { readonly clocks: number[]; readonly times: number[] }>()
  #into: Delays | undefined
  #stop: () => void = () => {}

  private constructor(people: readonly Attendee[]) {
    this.#people = people
  }

  static async open(origin: string, board: PlainBoard): Promise<Meeting> {
    const people: Attendee[] = []
    for (let n = 0; n < writers + readers; n++) {
      const { cookie } = await board.person(`guest ${n}`, 'participant')
      people.push(new Attendee(origin, board.id, cookie, n >= writers + readers - watchers))
    }
    await Promise.all(people.map((person) => person.synced()))
    const meeting = new Meeting(people)
    meeting.#begin()
    return meeting
  }

  /** Adds the delays of what arrives during these milliseconds. */
  async measure(into: Delays, ms: number): Promise<void> {
    this.#into = into
    await pause(ms)
    this.#into = undefined
  }

  /** Those who were sent away, with the code. */
  get lost(): readonly string[] {
    return this.#people.flatMap(({ closed }) => (closed ? [`${closed.code} ${closed.reason}`] : []))
  }

  async close(): Promise<void> {
    this.#stop()
    await pause(500)
    for (const person of this.#people) person.leave()
  }

  /** Stops writing, and waits until what was written has gone round. */
  async rest(): Promise<void> {
    this.#stop()
    await pause(1000)
  }

  #begin(): void {
    const typing = this.#people.slice(0, writers)
    for (const person of typing) this.#sent.set(person.doc.clientID, { clocks: [], times: [] })
    for (const person of this.#people.slice(-watchers)) this.#watch(person)
    const timers = typing.flatMap((person, index) => [
      setInterval(() => this.#type(person, index), 1000 / editsPerSecond),
      setInterval(() => person.say({ hand: now() }), 1000 / movesPerSecond),
    ])
    this.#stop = () => {
      for (const timer of timers) clearInterval(timer)
    }
  }

  #type(person: Attendee, index: number): void {
    if (person.closed) return
    const text = flatTextOf(person.doc, 'incident', index % 2 === 0 ? 'summary' : 'resolution')
    text?.insert(text.length, index % 5 === 0 ? ' ' : 'x')
    const sent = this.#sent.get(person.doc.clientID)
    sent?.clocks.push(Y.getState(person.doc.store, person.doc.clientID))
    sent?.times.push(now())
  }

  #watch(person: Attendee): void {
    const seen = new Map<number, number>()
    person.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== person) return
      const at = now()
      for (const [client, sent] of this.#sent) {
        const state = Y.getState(person.doc.store, client)
        let next = seen.get(client) ?? 0
        for (; (sent.clocks[next] ?? Number.POSITIVE_INFINITY) <= state; next++) {
          this.#into?.letters.push(at - (sent.times[next] ?? at))
        }
        seen.set(client, next)
      }
    })
    person.heard = (entries) => {
      for (const { state } of entries) {
        if (typeof state !== 'object' || state === null || !('hand' in state)) continue
        if (typeof state.hand === 'number') this.#into?.presence.push(now() - state.hand)
      }
    }
  }
}

function now(): number {
  return performance.timeOrigin + performance.now()
}
