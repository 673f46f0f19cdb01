import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { buildIfStale } from '../../server/bin/freshness.mjs'
import { createEntry } from '../../shared/document/write.ts'
import { quantile } from '../support/quantile.ts'
import { startServerProcess } from '../support/server-process.ts'
import { openPlainBoard, type PlainBoard } from '../support/world.ts'
import { startAssault } from './assault.ts'
import { assaults } from './assaults/all.ts'
import { Attendee } from './attendee.ts'
import { type Delays, Meeting } from './meeting.ts'
import { playRestart } from './restart.ts'
import { memoryOf, watchMemory } from './server-memory.ts'

/**
 * `npm run pressure`: a busy review while somebody attacks, slows down or fills up the server, and what that costs the
 * others. Words after it choose scenarios by name.
 */

const quietMs = 4000
const loadedMs = 8000
const large = new Set(['slow first step 2', 'slow downloads', 'step 1', 'step 1 of another vector'])
const attackers: Readonly<Record<string, number>> = {
  'slow readers': 20,
  'slow first step 2': 20,
  'slow downloads': 4,
  'unfinished messages': 5,
}
const wanted = process.argv.slice(2)

buildIfStale(console.log)
console.log(
  'attack | what the server answered | memory before/most/after | letters of others, p50 and p99 | their presence | event loop late, p99 | people sent away',
)
for (const name of [...Object.keys(assaults), 'SIGTERM']) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue
  const row = await (name === 'SIGTERM' ? playRestart() : play(name))
  if (row.some((cell) => /^LOST|[1-9]\d* (lost|doubled)/.test(cell))) process.exitCode = 1
  console.log(row.join(' | '))
}

async function play(name: string): Promise<string[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hindsight-pressure-'))
  const server = await startServerProcess({ DATA_DIR: dataDir, LOG_LEVEL: 'info' })
  const origin = `http://127.0.0.1:${server.port}`
  const board = await openPlainBoard(origin)
  if (large.has(name)) await fill(origin, board)
  const cookies: string[] = []
  for (let n = 0; n < (attackers[name] ?? 1); n++) cookies.push((await board.person(`eve ${n}`, 'participant')).cookie)

  const meeting = await Meeting.open(origin, board)
  await pause(1500)
  const quiet: Delays = { letters: [], presence: [] }
  const loaded: Delays = { letters: [], presence: [] }
  const before = await memoryOf(origin)
  const quietPeak = watchMemory(origin)
  await meeting.measure(quiet, quietMs)
  const quietMost = await quietPeak()
  const peak = watchMemory(origin)
  const assault = await startAssault(name, { origin, port: server.port, board: board.id, cookies })
  await pause(500)
  await meeting.measure(loaded, loadedMs)
  const most = await peak()
  const answer = await assault.end()
  // Whatever else this machine does comes and goes: quiet is what is so before and after.
  await pause(500)
  await meeting.measure(quiet, quietMs)
  await meeting.rest()
  const after = await memoryOf(origin)
  const { lost } = meeting
  await meeting.close()
  board.hangUp()
  await server.end('SIGTERM')
  await rm(dataDir, { recursive: true, force: true })
  return [
    name,
    answer,
    `${before.resident}/${most.resident}/${after.resident} MB (used ${before.used}/${most.used}/${after.used})`,
    compared(quiet.letters, loaded.letters),
    compared(quiet.presence, loaded.presence),
    `${quietMost.late.toFixed(0)} -> ${most.late.toFixed(0)} ms`,
    lost.length > 0 ? `LOST ${lost.length}: ${lost[0]}` : 'nobody lost',
  ]
}

/** Percentiles 50 and 99, and how many times as long the latter became. */
function compared(quiet: readonly number[], loaded: readonly number[]): string {
  const change = (share: number) => [quantile(quiet, share), quantile(loaded, share)] as const
  const words = ([before, during]: readonly [number, number]) => `${before.toFixed(0)} -> ${during.toFixed(0)}`
  const [before, during] = change(0.99)
  return `${words(change(0.5))}, ${words([before, during])} ms (x${(during / before).toFixed(1)})`
}

/** Some megabytes of themes that were talked about. */
async function fill(origin: string, board: PlainBoard): Promise<void> {
  const filler = new Attendee(origin, board.id, board.fay.cookie)
  await filler.synced()
  for (let n = 0; n < 80; n++) {
    createEntry(filler.doc, 'themes', `theme-${n}`, {
      label: `Theme ${n}`,
      rank: 'a1',
      discussion: 'word '.repeat(9000),
    })
  }
  await pause(1000)
  console.log(`filled: ${Y.encodeStateAsUpdate(filler.doc).length} bytes`)
  filler.leave()
}
