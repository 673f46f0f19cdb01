import type { Bus } from '../../bus/port.ts'
import type { Timers } from '../timers.ts'
import { Others, type OthersParts } from './others.ts'
import type { Attendee, SaidState, Words } from './words.ts'

export interface AttendanceParts extends OthersParts {
  readonly bus: Pick<Bus, 'check' | 'isUp'>
  readonly timers: Timers
  say(words: Words): void
  /** Who is connected to this server. */
  people(): readonly Attendee[]
  /** All that they show. */
  states(): readonly SaidState[]
}

/** Changes of that are said together. */
const changeMs = 50
/** So many beats after it began to listen, or may have missed something, others have had the time to answer. */
const settleBeats = 1.5
/** A server whose beat comes so much late stood still. */
const asleepBeats = 3

/** Who is on a board over all servers: says who is here, and hears who is elsewhere. */
export class Attendance {
  readonly others: Others
  readonly #parts: AttendanceParts
  readonly #stop: () => void
  #settledAt: number
  #beatAt: number
  #isSaying = false
  #isOver = false

  constructor(parts: AttendanceParts) {
    this.#parts = parts
    this.others = new Others(parts)
    this.#beatAt = parts.now()
    this.#settledAt = parts.now() + this.#settleMs
    this.#stop = parts.timers.every(parts.limits.beatMs, () => this.#beat())
  }

  /** This server has just begun to listen, or words may have been lost. */
  askAll(): void {
    this.#parts.presence.showLate(!this.#parts.bus.isUp())
    this.#settledAt = this.#parts.now() + this.#settleMs
    this.#parts.say({ is: 'hello' })
    this.#sayAll()
  }

  hear(words: Words, from: string): void {
    switch (words.is) {
      case 'attendance':
        this.others.attend(from, words.people)
        break
      case 'presence':
        this.others.show(from, words.states)
        break
      case 'hello':
        this.#sayAll()
        break
      case 'bye':
        this.others.forget(from)
        break
    }
  }

  /** Somebody came to this server or left it. */
  changed(): void {
    if (this.#isSaying) return
    this.#isSaying = true
    this.#parts.timers.after(changeMs, () => {
      this.#isSaying = false
      this.#sayPeople()
    })
  }

  /** In how many milliseconds it may be told who is gone: not while others can't be heard, nor before they had answered. */
  async uncertainMs(): Promise<number> {
    try {
      await this.#parts.bus.check()
      return Math.max(0, this.#settledAt - this.#parts.now())
    } catch {
      return this.#settleMs
    }
  }

  end(): void {
    this.#stop()
    this.#isOver = true
    this.#parts.say({ is: 'bye' })
  }

  /** A beat that comes late tells that this process stood still: what the others said meanwhile is yet to be heard. */
  #beat(): void {
    const now = this.#parts.now()
    const wasAsleep = now - this.#beatAt > asleepBeats * this.#parts.limits.beatMs
    this.#beatAt = now
    this.#parts.presence.showLate(!this.#parts.bus.isUp())
    if (wasAsleep) this.askAll()
    else {
      this.others.tend()
      this.#sayPeople()
    }
  }

  get #settleMs(): number {
    return settleBeats * this.#parts.limits.beatMs
  }

  #sayAll(): void {
    this.#sayPeople()
    const states = this.#parts.states()
    if (states.length > 0) this.#parts.say({ is: 'presence', states })
  }

  #sayPeople(): void {
    if (!this.#isOver) this.#parts.say({ is: 'attendance', people: this.#parts.people() })
  }
}
