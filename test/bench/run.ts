import { join } from 'node:path'
import { buildIfStale } from '../../server/bin/freshness.mjs'
import { workplace } from './carry-out.ts'
import { curveTable, stepsOf } from './curves.ts'
import { openKeeping } from './keeping.ts'
import { type Options, readOptions, usage } from './options.ts'
import { scenarios } from './scenarios/all.ts'
import { tableOf } from './table.ts'
import { targetsOf, targetTable } from './targets.ts'
import { type Turns, turnsOf } from './turns.ts'

// npm run bench: every scenario on every contestant, in turns, each run in processes of its own.
const options = optionsOrUsage()
buildIfStale((sentence) => console.error(sentence))
const file = options.json ?? join(workplace, `${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.json`)
const turns = scenarios
  .filter(({ name }) => options.scenarios.includes(name))
  .flatMap((scenario) => turnsOf(scenario, options))
const keeping = openKeeping(file, turns)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    print()
    process.exit(130)
  })
}
await takeTurns(options, turns, () => keeping.keep(false))
keeping.keep(true)
print()
process.exitCode = keeping.results().failures.length > 0 ? 1 : 0

/** The first round in any case; then as many as there is time for, each of everything before the next one begins. */
async function takeTurns({ rounds, minutes }: Options, all: readonly Turns[], told: () => void): Promise<void> {
  const began = performance.now()
  const lastTook = new Map(all.map((turns) => [turns, 0]))
  for (let round = 1; round <= rounds; round++) {
    for (const turns of all.filter(({ mostRounds }) => round <= mostRounds)) {
      const isTimeFor = (performance.now() - began) / 1000 + (lastTook.get(turns) ?? 0) <= minutes * 60
      if (round === 1 || isTimeFor) lastTook.set(turns, await turns.next(told))
    }
  }
}

/** Everything that is there by now. */
function print(): void {
  const { machine, minutes, loadBefore, isWhole, rows, failures } = keeping.results()
  const steps = stepsOf(rows)
  console.log(
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}; load before: ${loadBefore}; ${minutes.toFixed(1)} minutes${isWhole ? '' : ', stopped before its end'}\n`,
  )
  console.log(tableOf(rows))
  if (steps.length > 0) console.log(`\nWhat doubling costs Hindsight:\n\n${curveTable(steps)}`)
  const targets = targetsOf(rows).filter(({ isMet }) => isMet !== undefined)
  if (targets.length > 0) console.log(`\nTargets:\n\n${targetTable(targets)}`)
  for (const failure of failures) console.error(failure)
  console.error(`\nAll of it stands in ${file}, too.`)
}

function optionsOrUsage(): Options {
  try {
    return readOptions(process.argv.slice(2))
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    process.exit(2)
  }
}
