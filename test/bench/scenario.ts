import type { Arena, ContestantName } from './contestant.ts'
import type { HindsightArena } from './contestants/hindsight.ts'

/** What a run found, by name; the name says the unit. Lower is better throughout. */
export type Measures = Readonly<Record<string, number>>

export interface Setting {
  readonly people: number
  /** Of a scenario that grows, all sizes up to the last one, which is `people`. */
  readonly sizes: readonly number[]
  /** For how long is measured. */
  readonly seconds: number
  /** A folder on a real disk, empty, for what the server keeps. */
  readonly folder: string
  /** Where CPU profiles are left, if they are wanted. */
  readonly profileDir: string | undefined
  /** The Hindsight that takes part, built. */
  readonly checkout: string
  /** What a scenario that grows found at a size on the way to the last one. */
  reached(size: number, measures: Measures): void
  /** Starts the contestant on that folder; the scenario may end it and start it again. */
  start(): Promise<Arena>
  /** For what only Hindsight does. */
  startHindsight(): Promise<HindsightArena>
}

export interface Scenario {
  readonly name: string
  /** Sizes at which it is run, and what they count. */
  readonly sizes: readonly number[]
  /** Sizes for Hindsight alone, once: with the others, each twice as much as one before, so that the curve can be seen. */
  readonly curve?: readonly number[]
  readonly of: string
  readonly contestants: readonly ContestantName[]
  /** One run goes from each size on to the next. */
  readonly grows?: true
  /** Where it says the same each time. */
  readonly mostRounds?: number
  /** It measures several servers, and runs with `--cluster` alone. */
  readonly isOfNodes?: true
  /** What was found at the last size. */
  run(setting: Setting): Promise<Measures>
}
