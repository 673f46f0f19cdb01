import type { Timers } from '../../server/rooms/timers.ts'

interface Alarm {
  at: number
  readonly every: number | undefined
  readonly run: () => void
}

/** Time that moves when told. */
export class Clock implements Timers {
  #now = Date.UTC(2018, 9, 22, 9)
  #worked = 0
  #soon: (() => void)[] = []
  #alarms = new Set<Alarm>()

  now = (): number => this.#now

  /** For how much of the time so far the processor was busy. */
  worked = (): number => this.#worked

  soon = (run: () => void): void => {
    this.#soon.push(run)
  }

  after = (ms: number, run: () => void) => this.#set({ at: this.#now + ms, every: undefined, run })

  every = (ms: number, run: () => void) => this.#set({ at: this.#now + ms, every: ms, run })

  /** Ends the turn of the event loop; says whether anything waited for that. */
  turn(): boolean {
    const due = this.#soon
    this.#soon = []
    for (const run of due) run()
    return due.length > 0
  }

  /** Time passes in which the processor is busy. */
  work(ms: number): void {
    this.#worked += ms
    this.pass(ms)
  }

  pass(ms: number): void {
    const until = this.#now + ms
    for (let next = this.#next(until); next; next = this.#next(until)) {
      this.#now = next.at
      if (next.every === undefined) this.#alarms.delete(next)
      else next.at += next.every
      next.run()
    }
    this.#now = until
  }

  #set(alarm: Alarm): () => void {
    this.#alarms.add(alarm)
    return () => this.#alarms.delete(alarm)
  }

  #next(until: number): Alarm | undefined {
    return [...this.#alarms].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
  }
}
