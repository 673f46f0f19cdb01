import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
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
  readonly profileDir: string | undefined
  /** Another checkout of Hindsight, for the contestant of that name. */
  readonly before: string | undefined
}

export type Outcome = { readonly measures: Measures } | { readonly failed: string }

const here = fileURLToPath(new URL('../..', import.meta.url))
/** Not in a folder for passing things, which may be kept in memory. */
const workplace = join(here, 'dist/bench')

async function carryOut({ scenario, contestant, size, seconds, profileDir, before = here }: Run): Promise<Measures> {
  const found = scenarios.find(({ name }) => name === scenario)
  if (!found) throw new Error(`no scenario ${scenario}`)
  await mkdir(workplace, { recursive: true })
  const folder = await mkdtemp(join(workplace, `${contestant}-`))
  try {
    return await found.run({
      people: size,
      seconds,
      folder,
      profileDir,
      start: () => contestants(here, before)[contestant](folder, { profileDir }),
      startHindsight: () => startHindsight(contestant === 'before' ? before : here, folder, { profileDir }),
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

process.once('message', (run: Run) => {
  carryOut(run).then(
    (measures) => answer({ measures }),
    (error: unknown) => answer({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})

function answer(outcome: Outcome): void {
  process.send?.(outcome, () => process.exit(0))
}
