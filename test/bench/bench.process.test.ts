import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { carriedOut } from './carry-out.ts'
import { type Results, type Row, rowsOf } from './results.ts'
import { tableOf } from './table.ts'

const run = promisify(execFile)
const script = fileURLToPath(new URL('run.ts', import.meta.url))

const peers = ['relay', 'y-websocket-server', 'hocuspocus']

describe('the bench', () => {
  it('[BENCH1] puts the same edits to Hindsight and to its peers, says who missed how many, and compares them', async () => {
    const { rows, printed } = await bench('--scenario', 'fan-out', '--size', '3', '--seconds', '0.3')
    const nobodyMissed = Object.fromEntries(
      ['hindsight', ...peers].map((name) => [name, { median: 0, min: 0, max: 0 }]),
    )
    expect(row(rows, 'missed').figures).toEqual(nobodyMissed)
    expect(Object.values(row(rows, 'p99 ms').figures).every(({ median }) => median > 0)).toBe(true)
    expect(Object.keys(row(rows, 'p99 ms').ratios)).toEqual(peers)
    expect(printed).toMatch(/\| fan-out +\| 3 people +\| missed +\| 0 +\| 0 +\| 0 +\| 0 +\|/)
  })

  it('[BENCH2] says what a reveal, a tally and a restart lost: nothing', async () => {
    const chosen = ['reveal', 'tally', 'growth'].flatMap((name) => ['--scenario', name])
    const { rows } = await bench(...chosen, '--size', '3', '--seconds', '0.3', '--only', 'hindsight')
    expect(row(rows, 'last sees it ms').figures.hindsight?.median).toBeGreaterThan(0)
    expect(row(rows, 'votes not counted').figures.hindsight?.median).toBe(0)
    expect(row(rows, 'letters lost').figures.hindsight?.median).toBe(0)
  })

  it('[BENCH3] says which cards a letter and a move of somebody else draw in a browser', async () => {
    const { rows } = await bench('--scenario', 'edit-in-browser', '--size', '100', '--only', 'hindsight')
    expect(row(rows, 'letter: cards drawn').figures.hindsight?.max).toBe(1)
    expect(row(rows, 'move: cards drawn').figures.hindsight?.max).toBe(1)
  })

  it('[BENCH4] says what a server hears of boards that nobody has open on it: nothing', async () => {
    const { rows } = await bench('--cluster', '--scenario', 'bystander', '--size', '2', '--seconds', '0.3')
    const found = (measure: string) => row(rows, measure).figures['two nodes apart']?.median
    expect(found('words that they said')).toBeGreaterThan(0)
    expect(found('words that it heard')).toBe(0)
  })

  it('[BENCH5] ends a run that takes longer than it may', async () => {
    const run = { scenario: 'boards', contestant: 'relay', size: 1, seconds: 600 } as const
    expect(await carriedOut({ ...run, profileDir: undefined, before: undefined }, 3)).toEqual({ notWithin: 3 })
  })

  it('[BENCH5] says which peer was not up to what is measured, and compares with none that was not', () => {
    const one = { scenario: 'presence', size: 500 } as const
    const found = { ...one, of: 'people' }
    const rows = rowsOf(
      [
        { ...found, contestant: 'hindsight', measures: { 'CPU %': 20 } },
        { ...found, contestant: 'relay', measures: { 'CPU %': 40 } },
        { ...found, contestant: 'hocuspocus', measures: { 'CPU %': 90 } },
      ],
      [{ ...one, contestant: 'hocuspocus', why: 'not within 45 s' }],
    )
    expect(tableOf({ rows }).split('\n').at(-1)).toMatch(
      /\| CPU % +\| 20 +\| 40 +\| not within 45 s \| 0\.50 +\| +\| 1 +\|/,
    )
  })
})

async function bench(...args: readonly string[]): Promise<Results & { readonly printed: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'hindsight-bench-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'results.json')
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script, '--rounds', '1', '--json', file, ...args])
  return { ...JSON.parse(await readFile(file, 'utf8')), printed: stdout }
}

function row(rows: readonly Row[], measure: string): Row {
  const found = rows.find((each) => each.measure === measure)
  if (!found) throw new Error(`nothing measured ${measure}`)
  return found
}
