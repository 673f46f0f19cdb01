import type { StartStopwatch } from './stopwatch.ts'
import type { Timers } from './timers.ts'

export interface UnhurriedParts {
  readonly startStopwatch: StartStopwatch
  readonly after: Timers['after']
  readonly restMs: number
}

/** For each millisecond that an answer takes, so many of rest: whoever only asks gets a fortieth of the server. */
const restForEach = 40

/**
 * Answers at once, and again only after a rest; of what is asked meanwhile, the last alone.
 *
 * @remarks
 * A question takes a few bytes, and its answer may take in the whole board: thousands of questions in one packet would
 * keep the server busy for as many answers. [ROOM18]
 */
export class Unhurried<Question> {
  readonly #parts: UnhurriedParts
  readonly #answer: (question: Question) => void
  #next: { readonly question: Question } | undefined
  #isResting = false

  constructor(parts: UnhurriedParts, answer: (question: Question) => void) {
    this.#parts = parts
    this.#answer = answer
  }

  ask(question: Question): void {
    if (this.#isResting) this.#next = { question }
    else this.#answerNow(question)
  }

  #answerNow(question: Question): void {
    const { after, restMs, startStopwatch } = this.#parts
    this.#isResting = true
    const tookMs = startStopwatch()
    this.#answer(question)
    after(restMs + restForEach * tookMs(), () => this.#rested())
  }

  #rested(): void {
    this.#isResting = false
    const next = this.#next
    this.#next = undefined
    if (next) this.#answerNow(next.question)
  }
}
