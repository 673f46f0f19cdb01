import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale } from '../../server/bin/freshness.mjs'
import { reportPage } from '../../shared/api/paths.ts'
import { startServerProcess } from '../support/server-process.ts'
import { figuresOf } from './figures.ts'
import { invitedPlace, newPlace } from './place.ts'
import { simulate } from './simulate.ts'

const usage = `npm run simulate -- [options]
  --people N    who take part (default 30)
  --board LINK  comes to a review by its invitation, and leads it if that is a facilitator's
  --url URL     starts a review on a server that runs there; without this or a link, a server of its own is started
  --minutes N   how long a review that is led from here takes (default 12)
  --speed N     so many times as fast as people are, up to 50 (default 1)
  --seed N      the same choices again`

// npm run simulate: people who do on a board what people do, to be watched; Ctrl-C ends it.
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '30' },
    board: { type: 'string' },
    url: { type: 'string' },
    minutes: { type: 'string', default: '12' },
    speed: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
process.setMaxListeners(0) // y-websocket listens for the exit once for each connection
const life = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => life.abort())
if (values.help) console.log(usage)
else await run()

async function run(): Promise<void> {
  const own = values.board === undefined && values.url === undefined ? await ownServer() : undefined
  const place = values.board ? await invitedPlace(values.board) : await newPlace(values.url ?? own?.url ?? '')
  for (const [what, link] of Object.entries(place.links)) console.log(`${what.padEnd(10)} ${link}`)
  console.log(`seed       ${values.seed}\n`)

  const wanted = {
    people: number('people', 1000),
    minutes: number('minutes', 480),
    speed: number('speed', 50),
    seed: Number(values.seed),
  }
  const simulation = simulate(place, wanted, life.signal, console.log)
  await simulation.ended
  console.log(`\n${figuresOf(simulation.attendees)}`)
  await simulation.close()
  if (own && !life.signal.aborted) {
    console.log(`report     ${place.origin}${reportPage(place.board)}\n\nCtrl-C ends the server.`)
    await once(life.signal, 'abort')
  }
  await own?.end()
}

/** The built product in a folder for passing things, which goes with it. */
async function ownServer() {
  buildIfStale(console.log)
  const dataDir = await mkdtemp(join(tmpdir(), 'hindsight-simulate-'))
  const server = await startServerProcess({ DATA_DIR: dataDir })
  return {
    url: server.url,
    async end() {
      await server.end('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function number(name: 'people' | 'minutes' | 'speed', most: number): number {
  const given = Number(values[name])
  if (given > 0 && given <= most) return given
  console.error(`--${name} is ${values[name]}, and wants a number up to ${most}\n\n${usage}`)
  process.exit(2)
}
