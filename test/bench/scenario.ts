import type { Arena, ContestantName } from './contestant.ts'
import type { HindsightArena } from './contestants/hindsight.ts'

/** What a run found, by name; the name says the unit. Lower is better throughout. */
export type Measures = Readonly<Record<string, number>>

export interface Setting {
  readonly people: number
  /** For how long is measured. */
  readonly seconds: number
  /** A folder on a real disk, empty, for what the server keeps. */
  readonly folder: string
  /** Where CPU profiles are left, if they are wanted. */
  readonly profileDir: string | undefined
  /** Starts the contestant on that folder; the scenario may end it and start it again. */
  start(): Promise<Arena>
  /** For what only Hindsight does. */
  startHindsight(): Promise<HindsightArena>
}

export interface Scenario {
  readonly name: string
  /** Sizes at which it is run, and what they count. */
  readonly sizes: readonly number[]
  readonly of: string
  readonly contestants: readonly ContestantName[]
  /** Where it says nearly the same each time. */
  readonly mostRounds?: number
  /** It measures several servers, and runs with `--cluster` alone. */
  readonly isOfNodes?: true
  run(setting: Setting): Promise<Measures>
}
