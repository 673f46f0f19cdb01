import { parseArgs } from 'node:util'
import { buildIfStale } from '../../server/bin/freshness.mjs'
import { findOrInstallPostgres } from '../support/postgres-programs.ts'
import { findOrInstallRedis } from '../support/redis-programs.ts'
import { tortureNodes } from './nodes-torture.ts'
import { torture } from './torture.ts'

/**
 * `npm run torture`: people work on a real server that is killed at random moments, and nothing they were promised may be
 * missing afterwards. Prints every kill, then kills, changes acknowledged and received, changes lost, and the seed.
 *
 * `--kills 50 --boards 4 --people 5 --seconds 270 --seed 1`, and `--postgres` for boards that lie in a PostgreSQL, which
 * crashes and restarts, too.
 *
 * `--nodes 3`: over so many servers on one PostgreSQL and one Redis, of which one or another is killed, paused, stopped or
 * cut off, and so are those two: `--kills` counts all of that, and `--paused 20` is for how many seconds a server stands
 * still.
 */

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    boards: { type: 'string', default: '4' },
    people: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '270' },
    postgres: { type: 'boolean', default: false },
    nodes: { type: 'string', default: '1' },
    paused: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
})
const wanted = {
  kills: Number(values.kills),
  boards: Number(values.boards),
  people: Number(values.people),
  seconds: Number(values.seconds),
  seed: Number(values.seed),
  postgres: values.postgres ? findOrInstallPostgres(console.log) : undefined,
}

buildIfStale(console.log)
if (Number(values.nodes) > 1) {
  const programs = { postgres: findOrInstallPostgres(console.log), redis: findOrInstallRedis(console.log) }
  process.exit(await reportNodes(programs))
}
console.log(`Torture: ${wanted.kills} kills, ${wanted.boards} boards of ${wanted.people} people, seed ${wanted.seed}`)
const { kills, stops, counts, agreements, lost, faults } = await torture({ ...wanted, say: console.log })
const killed = [...kills.values()].reduce((sum, each) => sum + each, 0)
for (const line of [...lost, ...faults]) console.error(line)
console.log(
  [
    `kills                 ${killed} (${[...kills].map(([moment, times]) => `${times} ${moment}`).join(', ')}), and ${stops} stops in order`,
    `changes acknowledged  ${counts.saved}`,
    `changes received      ${counts.received}`,
    `requests answered     ${counts.answered}`,
    `everyone agreed       ${agreements} times`,
    `changes lost          ${lost.length}`,
    `other faults          ${faults.length}`,
    `seed                  ${wanted.seed}`,
  ].join('\n'),
)
process.exitCode = lost.length + faults.length > 0 || killed < wanted.kills ? 1 : 0

async function reportNodes(programs: { readonly postgres: string; readonly redis: string }): Promise<number> {
  const nodes = Number(values.nodes)
  console.log(
    `Torture: ${wanted.kills} faults of ${nodes} nodes, ${wanted.boards} boards of ${wanted.people} people, seed ${wanted.seed}`,
  )
  const pausedMs = Number(values.paused) * 1000
  const outcome = await tortureNodes({ ...wanted, nodes, blows: wanted.kills, pausedMs, programs, say: console.log })
  const struck = [...outcome.struck.values()].reduce((sum, each) => sum + each, 0)
  for (const line of [...outcome.lost, ...outcome.faults]) console.error(line)
  console.log(
    [
      `faults                ${struck} (${[...outcome.struck].map(([fault, times]) => `${times} ${fault}`).join(', ')})`,
      `changes acknowledged  ${outcome.counts.saved}`,
      `changes received      ${outcome.counts.received}`,
      `requests answered     ${outcome.counts.answered}`,
      `everyone agreed       ${outcome.agreements} times`,
      `back after a death    ${outcome.returns.join(', ')} ms`,
      `changes lost          ${outcome.lost.length}`,
      `other faults          ${outcome.faults.length}`,
      `seed                  ${wanted.seed}`,
    ].join('\n'),
  )
  return outcome.lost.length + outcome.faults.length > 0 || struck < wanted.kills ? 1 : 0
}
