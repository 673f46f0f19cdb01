import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { dirname } from 'node:path'
import { type Machine, type Results, rowsOf } from './results.ts'
import type { Turns } from './turns.ts'

/** Results in a file, beside those of scenarios that stood there already and are not run now. */
export interface Keeping {
  results(): Results
  /** Writes what was found so far: whoever is stopped loses nothing. */
  keep(isWhole: boolean): void
}

export function openKeeping(file: string, turns: readonly Turns[]): Keeping {
  const before: Results | undefined = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  const loadBefore = Number(loadavg()[0]?.toFixed(1))
  const began = performance.now()
  let isAll = false

  function results(): Results {
    const rows = rowsOf(
      turns.flatMap(({ found }) => found),
      turns.flatMap(({ missing }) => missing),
    )
    const isNew = new Set(rows.map(({ scenario, size }) => `${scenario} ${size}`))
    const kept = before?.rows.filter(({ scenario, size }) => !isNew.has(`${scenario} ${size}`)) ?? []
    return {
      at: new Date().toISOString(),
      machine: machine(),
      minutes: (performance.now() - began) / 60_000,
      isWhole: isAll,
      loadBefore,
      rows: [...kept, ...rows],
      failures: turns.flatMap(({ failures }) => failures),
    }
  }

  return {
    results,
    keep(isWhole) {
      isAll = isWhole
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(`${file}.new`, `${JSON.stringify(results(), null, 2)}\n`)
      renameSync(`${file}.new`, file)
    },
  }
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
