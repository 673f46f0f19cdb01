import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { buildIfStale } from '../../server/bin/freshness.mjs'
import { type Options, readOptions, usage } from './options.ts'
import { type Machine, type Results, rowsOf } from './results.ts'
import { scenarios } from './scenarios/all.ts'
import { tableOf } from './table.ts'
import { openTurns } from './turns.ts'

// npm run bench: every scenario on every contestant, in turns, each run in processes of its own.
const options = optionsOrUsage()
buildIfStale((sentence) => console.error(sentence))
const results = await bench(options)
const all = options.json === undefined ? results : keep(results, options.json)
console.log(
  `${results.machine.cpu}, ${results.machine.cores} cores, ${results.machine.memoryGb} GB, ${results.machine.system}, Node ${results.machine.node}; load before: ${results.loadBefore}; ${results.minutes.toFixed(1)} minutes\n`,
)
console.log(tableOf(all))
for (const failure of results.failures) console.error(failure)
process.exitCode = results.failures.length > 0 ? 1 : 0

/** The first round in any case; then as many as there is time for, each of everything before the next one begins. */
async function bench(options: Options): Promise<Results> {
  const loadBefore = Number(loadavg()[0]?.toFixed(1))
  const began = performance.now()
  const minutes = () => (performance.now() - began) / 60_000
  const all = scenarios
    .filter(({ name }) => options.scenarios.includes(name))
    .flatMap((scenario) => (options.sizes ?? scenario.sizes).map((size) => openTurns(scenario, size, options)))
  const lastTook = new Map(all.map((turns) => [turns, 0]))
  for (let round = 1; round <= options.rounds; round++) {
    for (const turns of all.filter(({ mostRounds }) => round <= mostRounds)) {
      const isTimeFor = minutes() + (lastTook.get(turns) ?? 0) / 60 <= options.minutes
      if (round === 1 || isTimeFor) lastTook.set(turns, await turns.next())
    }
  }
  return {
    at: new Date().toISOString(),
    machine: machine(),
    minutes: minutes(),
    loadBefore,
    rows: rowsOf(
      all.flatMap(({ found }) => found),
      all.flatMap(({ missing }) => missing),
    ),
    failures: all.flatMap(({ failures }) => failures),
  }
}

/** Puts results into a file, beside those of the scenarios that were not run now. */
function keep(results: Results, file: string): Results {
  const before: Results | undefined = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  const isNew = new Set(results.rows.map(({ scenario, size }) => `${scenario} ${size}`))
  const kept = before?.rows.filter(({ scenario, size }) => !isNew.has(`${scenario} ${size}`)) ?? []
  const all = { ...results, rows: [...kept, ...results.rows] }
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`)
  return all
}

function machine(): Machine {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1e9),
    system: `${type()} ${release()}`,
    node: process.versions.node,
  }
}

function optionsOrUsage(): Options {
  try {
    return readOptions(process.argv.slice(2))
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    process.exit(2)
  }
}
