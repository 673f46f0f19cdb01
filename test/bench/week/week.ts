import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import * as Y from 'yjs'
import { buildIfStale } from '../../../server/bin/freshness.mjs'
import { readEntries, readFlat } from '../../../shared/document/read.ts'
import { freePort } from '../../support/free-port.ts'
import { contentOf } from '../../support/guarded-room.ts'
import type { PlainClient } from '../../support/plain-client.ts'
import { openPlainBoard, type PlainBoard } from '../../support/world.ts'
import { Histogram } from '../histogram.ts'
import { startServerUnderTest } from '../server-under-test.ts'
import { Colleague } from './colleague.ts'
import { header, line } from './columns.ts'
import { openFigures } from './figures.ts'
import { timeOpening } from './opening.ts'

const usage = `npm run week -- [options]
  --people N   on the board (default 30)
  --edits N    in the whole week (default 50000)
  --at-once N  people who edit at the same time (default 6)
  --profile F  leaves a CPU profile of the server in that folder`

/** Every hour other people come, and at its end the session goes to another phase. */
const [days, hours] = [7, 12]

// npm run week: a week of edits on one board in fast motion, on the built server, and what it grows to.
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '30' },
    edits: { type: 'string', default: '50000' },
    'at-once': { type: 'string', default: '6' },
    profile: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
process.setMaxListeners(0) // y-websocket listens for the exit once for each connection
if (values.help) console.log(usage)
else await week(Number(values.people), Number(values.edits), Number(values['at-once']))

async function week(people: number, edits: number, atOnce: number): Promise<void> {
  buildIfStale((sentence) => console.error(sentence))
  const folder = await mkdtemp(join(tmpdir(), 'hindsight-week-'))
  const [dataDir, scratch] = [join(folder, 'data'), join(folder, 'scratch')]
  await mkdir(scratch)
  const start = await serverIn(dataDir)
  const server = await start()
  const board = await openPlainBoard(`http://127.0.0.1:${server.port}`, {
    settings: { editing: 'anyone', reveal: 'immediate' },
  })
  const colleagues = await arrive(board, people)
  const witness = board.fay.board()
  await witness.saved()

  const figures = openFigures(dataDir)
  const each = Math.ceil(edits / (days * hours * atOnce))
  console.log(header)
  for (let day = 1; day <= days; day++) {
    const times = new Histogram()
    const morning = await server.usage()
    for (let hour = 0; hour < hours; hour++) {
      const first = ((day - 1) * hours + hour) * atOnce
      const present = Array.from({ length: atOnce }, (_, nth) => colleagues[(first + nth) % people])
      await Promise.all(present.map((colleague) => colleague?.visit(each, (ms) => times.add(ms))))
      await goOn(board, witness, day + hour)
    }
    const evening = await server.collected()
    console.log(
      line({
        day,
        edits: times.count * day,
        notes: readEntries(witness.doc, 'notes').length,
        documentBytes: Y.encodeStateAsUpdate(witness.doc).byteLength,
        ...figures.read(),
        rss: evening.rss,
        heapUsed: evening.heapUsed,
        cpuMs: (evening.cpuMs - morning.cpuMs) / times.count,
        ...(await timeOpening(dataDir, scratch, board.id)),
        savedMs: { median: times.quantile(0.5), p99: times.quantile(0.99), longest: times.quantile(1) },
      }),
    )
  }

  figures.close()
  await server.end()
  const again = await start()
  const stranger = (await board.person('olga')).board()
  const everyone = people + 2
  for (const each of [stranger, witness]) await each.sees((doc) => readEntries(doc, 'people').length === everyone)
  const isSame = isDeepStrictEqual(contentOf(stranger.doc), contentOf(witness.doc))
  console.log(`\nAfter a restart the board is ${isSame ? 'the same' : 'NOT THE SAME'}.`)
  board.hangUp()
  await again.end()
  await rm(folder, { recursive: true, force: true })
  process.exitCode = isSame ? 0 : 1
}

async function serverIn(dataDir: string) {
  const main = fileURLToPath(new URL('../../../dist/server/main.js', import.meta.url))
  const port = await freePort()
  return () =>
    startServerUnderTest(port, [main], { PORT: String(port), DATA_DIR: dataDir }, { profileDir: values.profile })
}

async function arrive(board: PlainBoard, people: number): Promise<readonly Colleague[]> {
  const colleagues: Colleague[] = []
  for (let n = 1; n <= people; n++) {
    colleagues.push(new Colleague(await board.person(`Person ${n}`, 'participant'), n))
  }
  return colleagues
}

/** To the next phase, round and round; everybody has seen it. */
async function goOn({ fay }: PlainBoard, witness: PlainClient, turn: number): Promise<void> {
  const { agenda } = readFlat(witness.doc, 'session')
  const phase = agenda[turn % agenda.length]?.id ?? ''
  const answer = await fay.command({ type: 'phase.go', phase })
  if (answer.ok) await witness.sees((doc) => readFlat(doc, 'session').phase === phase)
}
