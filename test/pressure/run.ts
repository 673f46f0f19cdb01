import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { buildIfStale } from '../../server/bin/freshness.mjs'
import { createEntry } from '../../shared/document/write.ts'
import { startServerProcess } from '../support/server-process.ts'
import { openPlainBoard, type PlainBoard } from '../support/world.ts'
import { startAssault } from './assault.ts'
import { assaults } from './assaults.ts'
import { Attendee } from './attendee.ts'
import { Meeting, pause } from './meeting.ts'
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
const rows: string[][] = []
for (const name of Object.keys(assaults)) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue
  rows.push(await play(name))
  console.log(rows.at(-1)?.join(' | '))
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
  meeting.take()
  const before = await memoryOf(origin)
  const quietPeak = watchMemory(origin)
  await meeting.measure(quietMs)
  const quiet = meeting.take()
  const quietMost = await quietPeak()
  const peak = watchMemory(origin)
  const assault = await startAssault(name, { origin, port: server.port, board: board.id, cookies })
  await pause(500)
  await meeting.measure(loadedMs)
  const loaded = meeting.take()
  const most = await peak()
  const answer = await assault.end()
  await meeting.rest()
  const after = await memoryOf(origin)
  const { lost } = meeting
  await meeting.close()
  board.hangUp()
  await server.end('SIGTERM')
  await rm(dataDir, { recursive: true, force: true })
  const ratio = (loaded.letters / quiet.letters).toFixed(1)
  return [
    name,
    answer,
    `${before.resident}/${most.resident}/${after.resident} MB (used ${before.used}/${most.used}/${after.used})`,
    `${quiet.letters.toFixed(0)} -> ${loaded.letters.toFixed(0)} ms (x${ratio})`,
    `loop ${quietMost.late.toFixed(0)} -> ${most.late.toFixed(0)}`,
    `${quiet.presence.toFixed(0)} -> ${loaded.presence.toFixed(0)} ms`,
    lost.length > 0 ? `LOST ${lost.length}: ${lost[0]}` : 'nobody lost',
  ]
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
