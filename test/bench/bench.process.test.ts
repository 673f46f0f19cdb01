import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { carriedOut } from './carry-out.ts'
import type { ContestantName } from './contestant.ts'
import { stepsOf } from './curves.ts'
import { type Results, type Row, rowsOf } from './results.ts'
import { tableOf } from './table.ts'
import { targetsOf } from './targets.ts'

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

  it('[BENCH2] says what restarts lost while a board grew: nothing', async () => {
    const chosen = ['--scenario', 'growth', '--size', '3', '--size', '6', '--seconds', '0.3']
    const { rows } = await bench(...chosen, '--only', 'hindsight')
    const lost = rows.filter(({ measure }) => measure === 'letters lost')
    expect(lost.map(({ size, figures }) => [size, figures.hindsight?.median])).toEqual([
      [3, 0],
      [6, 0],
    ])
  })

  it('[BENCH2] says what a reveal and a tally lost: nothing', async () => {
    const chosen = ['--scenario', 'reveal', '--scenario', 'tally', '--size', '3', '--seconds', '0.3']
    const { rows } = await bench(...chosen, '--only', 'hindsight')
    expect(row(rows, 'last sees it ms').figures.hindsight?.median).toBeGreaterThan(0)
    expect(row(rows, 'votes not counted').figures.hindsight?.median).toBe(0)
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
    const run = { scenario: 'boards', contestant: 'relay', sizes: [1], seconds: 600 } as const
    const outcome = await carriedOut({ ...run, profileDir: undefined, before: undefined }, 3)
    expect(outcome).toEqual({ found: new Map(), shortcoming: { notWithin: 3 } })
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
      [{ ...found, contestant: 'hocuspocus', why: 'not within 45 s' }],
    )
    expect(tableOf(rows).split('\n').at(-1)).toMatch(
      /\| CPU % +\| 20 +\| 40 +\| not within 45 s \| 0\.50 +\| +\| 1 +\|/,
    )
  })

  it('[BENCH6] keeps what it found after each run, and prints it where it is stopped', async () => {
    const file = await resultsFile()
    const chosen = ['--scenario', 'fan-out', '--size', '3', '--seconds', '0.3', '--only', 'relay', '--rounds', '100']
    const child = spawn(process.execPath, ['--import', 'tsx', script, '--json', file, ...chosen])
    onTestFinished(() => void child.kill())
    let printed = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      printed += part
    })
    await vi.waitFor(async () => expect(missed(await kept(file))).toMatchObject({ relay: { median: 0 } }), 60_000)
    child.kill('SIGTERM')
    expect(await once(child, 'close')).toEqual([130, null])
    expect(printed).toMatch(/stopped before its end\n[\s\S]*\| fan-out +\| 3 people +\| missed +\| 0 /)
    const results = await kept(file)
    expect([missed(results).relay?.median, results.isWhole]).toEqual([0, false])
  })

  it('[BENCH7] holds medians against the targets, and tells those apart that were not measured', () => {
    const found = (
      scenario: string,
      size: number,
      measure: string,
      hindsight: readonly number[],
      hocuspocus: readonly number[],
      peer: readonly number[] = [],
    ) =>
      Object.entries({ hindsight, hocuspocus, 'y-websocket-server': peer }).flatMap(([name, values]) =>
        values.map((value) => ({
          ...{ scenario, size, of: 'people' },
          contestant: name as ContestantName,
          measures: { [measure]: value },
        })),
      )
    const rows = rowsOf(
      [
        ...found('fan-out', 200, 'p99 ms', [4, 6, 30], [10, 12, 14]),
        ...found('fan-out', 200, 'CPU ms per 1,000 deliveries', [7, 7, 7], [10, 10, 10]),
        ...found('fan-out', 500, 'missed', [0, 0, 1], []),
        ...found('drag-in-browser', 1000, 'alone: ms a frame', [21], []),
        ...found('type-in-browser', 1000, 'note: ms a frame', [17], []),
        ...found('fan-out', 100, 'CPU %', [10], []),
        ...found('fan-out', 200, 'CPU %', [15], []),
        ...found('fan-out', 400, 'CPU %', [45], []),
        ...[1000, 10_000, 100_000].flatMap((edits) => [
          ...found('growth', edits, 'load ms', [200], [300], [100]),
          ...found('growth', edits, 'letters lost', [0], [0], [7]),
        ]),
      ],
      [],
    )
    const isMet = Object.fromEntries(targetsOf(rows).map(({ what, isMet }) => [what.split(' (')[0], isMet]))
    expect(isMet).toMatchObject({
      'cold load after 1,000, 10,000, 100,000 edits: no slower than the better peer': true,
      'fan-out to 200: p99 at most 0.5 of the better peer’s': true,
      'fan-out to 200: CPU at most 0.6 of the better peer’s': false,
      'fan-out to 500: nothing missed, in no round': false,
      'doubling people at most doubles the CPU of fan-out': false,
      'acknowledgement: p99 at most 20 ms': undefined,
      '1,000 notes: dragging at 50 frames/s or better, alone and among 20': false,
      '1,000 notes: typing at 50 frames/s or better, a new note and one on the board': undefined,
    })
    const people = stepsOf(rows).filter(({ scenario }) => scenario === 'fan-out')
    expect(people.map(({ from, to, perDoubling }) => [from, to, perDoubling])).toEqual([
      [100, 200, 1.5],
      [200, 400, 3],
    ])
  })
})

const resultsFile = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hindsight-bench-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, 'results.json')
}

const kept = async (file: string): Promise<Results> => JSON.parse(await readFile(file, 'utf8'))

const missed = ({ rows }: Results): Row['figures'] => row(rows, 'missed').figures

async function bench(...args: readonly string[]): Promise<Results & { readonly printed: string }> {
  const file = await resultsFile()
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script, '--rounds', '1', '--json', file, ...args])
  return { ...(await kept(file)), printed: stdout }
}

function row(rows: readonly Row[], measure: string): Row {
  const found = rows.find((each) => each.measure === measure)
  if (!found) throw new Error(`nothing measured ${measure}`)
  return found
}
