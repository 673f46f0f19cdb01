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
  readonly size: number
  readonly seconds: number
  /** Empty, on a real disk; whoever orders the run removes it. */
  readonly folder: string
  readonly profileDir: string | undefined
  /** Another checkout of Hindsight, for the contestant of that name. */
  readonly before: string | undefined
}

export type Answer = { readonly measures: Measures } | { readonly failed: string }

const here = fileURLToPath(new URL('../..', import.meta.url))

async function carryOut(run: Run): Promise<Measures> {
  const { scenario, contestant, size, seconds, folder, profileDir, before = here } = run
  const found = scenarios.find(({ name }) => name === scenario)
  if (!found) throw new Error(`no scenario ${scenario}`)
  return found.run({
    people: size,
    seconds,
    folder,
    profileDir,
    start: () => contestants(here, before)[contestant](folder, { profileDir }),
    startHindsight: () => startHindsight(contestant === 'before' ? before : here, folder, { profileDir }),
  })
}

// Whoever ordered it is gone.
process.once('disconnect', () => process.exit(1))
process.once('message', (run: Run) => {
  carryOut(run).then(
    (measures) => answer({ measures }),
    (error: unknown) => answer({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})

function answer(outcome: Answer): void {
  process.send?.(outcome, () => process.exit(0))
}
