import type { Moment } from './moments.ts'
import type { Promises } from './promises.ts'

export interface TortureOptions {
  readonly kills: number
  readonly boards: number
  /** On each board. */
  readonly people: number
  readonly seed: number
  /** The folder of PostgreSQL's programs, where that keeps the boards. */
  readonly postgres?: string | undefined
  /** No further kill after so many seconds. */
  readonly seconds: number
  readonly say: (line: string) => void
}

export interface Outcome {
  readonly kills: ReadonlyMap<Moment, number>
  /** Servers that were stopped in order instead. */
  readonly stops: number
  /** Changes that were called saved, that were received, and requests that were answered. */
  readonly counts: Promises['counts']
  /** How often everyone was seen to agree. */
  readonly agreements: number
  /** What was promised and not kept, in words. */
  readonly lost: readonly string[]
  /** Whatever else went wrong, in words. */
  readonly faults: readonly string[]
}
