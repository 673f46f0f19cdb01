import { fileURLToPath } from 'node:url'
import type { ContestantName } from './contestant.ts'
import { contestants } from './contestants/all.ts'
import { startHindsight } from './contestants/hindsight.ts'
import type { Measures } from './scenario.ts'
import { scenarios } from './scenarios/all.ts'

/** One scenario on one contestant: told to a process of its own, which answers with what it measured. */
export interface Run {
  readonly scenario: string
  readonly contestant: ContestantName
  /** One, or all that a scenario that grows goes through. */
  readonly sizes: readonly number[]
  readonly seconds: number
  /** Empty, on a real disk; whoever orders the run removes it. */
  readonly folder: string
  readonly profileDir: string | undefined
  /** Another checkout of Hindsight, for the contestant of that name. */
  readonly before: string | undefined
}

/** What was found at a size; the last answer is about the last one, or about what went wrong. */
export type Answer = { readonly size: number; readonly measures: Measures } | { readonly failed: string }

const here = fileURLToPath(new URL('../..', import.meta.url))

async function carryOut(run: Run): Promise<Answer> {
  const { scenario, contestant, sizes, seconds, folder, profileDir, before = here } = run
  const found = scenarios.find(({ name }) => name === scenario)
  if (!found) throw new Error(`no scenario ${scenario}`)
  const size = Math.max(...sizes)
  const checkout = contestant === 'before' ? before : here
  const measures = await found.run({
    people: size,
    sizes,
    seconds,
    folder,
    profileDir,
    checkout,
    reached: (size, measures) => process.send?.({ size, measures } satisfies Answer),
    start: () => contestants(here, before)[contestant](folder, { profileDir }),
    startHindsight: () => startHindsight(checkout, folder, { profileDir }),
  })
  return { size, measures }
}

// Whoever ordered it is gone.
process.once('disconnect', () => process.exit(1))
process.once('message', (run: Run) => {
  carryOut(run).then(answer, (error: unknown) =>
    answer({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})

function answer(outcome: Answer): void {
  process.send?.(outcome, () => process.exit(0))
}
