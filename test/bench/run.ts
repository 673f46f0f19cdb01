import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from '../../server/bin/freshness.mjs'
import type { Outcome, Run } from './one-run.ts'
import { type Options, readOptions, usage } from './options.ts'
import { type Found, type Machine, type Results, rowsOf } from './results.ts'
import { scenarios } from './scenarios/all.ts'
import { tableOf } from './table.ts'

const longestRunMs = 180_000

// npm run bench: every scenario on every contestant, in turns, each run in processes of its own.
const options = optionsOrUsage()
buildIfStale((sentence) => console.error(sentence))
const results = await bench(options)
const all = options.json === undefined ? results : keep(results, options.json)
console.log(
  `${results.machine.cpu}, ${results.machine.cores} cores, ${results.machine.memoryGb} GB, ${results.machine.system}, Node ${results.machine.node}; load before: ${results.loadBefore}\n`,
)
console.log(tableOf(all))
for (const failure of results.failures) console.error(failure)
process.exitCode = results.failures.length > 0 ? 1 : 0

async function bench({
  scenarios: names,
  contestants,
  sizes,
  seconds,
  rounds,
  profileDir,
  before,
}: Options): Promise<Results> {
  const found: Found[] = []
  const failures: string[] = []
  const loadBefore = Number(loadavg()[0]?.toFixed(1))
  for (const { name, sizes: own, of, contestants: able } of scenarios.filter(({ name }) => names.includes(name))) {
    for (const size of sizes ?? own) {
      for (let round = 1; round <= rounds; round++) {
        for (const contestant of contestants.filter((each) => able.includes(each === 'before' ? 'hindsight' : each))) {
          console.error(`${name}, ${size} ${of}, round ${round} of ${rounds}: ${contestant}`)
          const outcome = await carriedOut({ scenario: name, contestant, size, seconds, profileDir, before })
          if ('failed' in outcome) failures.push(`${name}, ${size} ${of}, ${contestant}: ${outcome.failed}`)
          else found.push({ scenario: name, size, of, contestant, measures: outcome.measures })
        }
      }
    }
  }
  return { at: new Date().toISOString(), machine: machine(), rounds, loadBefore, rows: rowsOf(found), failures }
}

/** A run that hangs is ended. */
async function carriedOut(run: Run): Promise<Outcome> {
  const child = fork(fileURLToPath(new URL('one-run.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] })
  const cut = setTimeout(() => child.kill('SIGKILL'), longestRunMs)
  let outcome: Outcome | undefined
  child.once('message', (answer: Outcome) => {
    outcome = answer
  })
  child.send(run)
  const [code, signal] = await once(child, 'exit')
  clearTimeout(cut)
  return outcome ?? { failed: `ended by ${signal ?? code} without a word` }
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
