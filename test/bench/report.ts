import { readFileSync } from 'node:fs'
import { curveTable, stepsOf } from './curves.ts'
import type { Results, Row } from './results.ts'
import { digits, markdown, tableOf, withRange } from './table.ts'
import { targetsOf, targetTable } from './targets.ts'

// npm run bench:report -- FILE: what stands in a file of results, as it stands in RESULTS.md.
const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('npm run bench:report -- FILE: which file of results?')
console.log(reportOf(JSON.parse(readFileSync(file, 'utf8'))))

function reportOf({ at, machine, minutes, isWhole, loadBefore, rows, failures }: Results): string {
  const scenarios = [...new Set(rows.map(({ scenario }) => scenario))]
  return [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}; ${at}, ${minutes.toFixed(1)} minutes, load before: ${loadBefore}.${isWhole ? '' : ' It was stopped before its end.'}`,
    '## What the targets came to',
    targetTable(targetsOf(rows)),
    '## What doubling costs',
    curveTable(stepsOf(rows)),
    '## All figures',
    ...scenarios.flatMap((scenario) => [`### ${scenario}`, figuresOf(rows.filter((row) => row.scenario === scenario))]),
    ...(failures.length === 0 ? [] : ['## What failed', ...failures.map((failure) => `- ${failure.split('\n')[0]}`)]),
  ].join('\n\n')
}

/** What only Hindsight does has a column for each size; the rest has one for each contestant. */
function figuresOf(rows: readonly Row[]): string {
  const isAlone = rows.every(({ figures }) => Object.keys(figures).every((name) => name === 'hindsight'))
  const sizes = [...new Set(rows.map(({ size }) => size))]
  if (!isAlone || sizes.length === 1) return tableOf(rows).replaceAll(/^\| [^|]+ /gm, '')
  const cell = (measure: string, size: number) => {
    const row = rows.find((each) => each.size === size && each.measure === measure)
    return row?.figures.hindsight === undefined ? (row?.missing.hindsight ?? '') : withRange(row.figures.hindsight)
  }
  return markdown(
    ['measure', ...sizes.map((size) => `${digits(size)} ${rows[0]?.of}`)],
    [...new Set(rows.map(({ measure }) => measure))].map((measure) => [
      measure,
      ...sizes.map((size) => cell(measure, size)),
    ]),
  )
}
