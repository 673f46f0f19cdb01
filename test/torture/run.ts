import { parseArgs } from 'node:util'
import { buildIfStale } from '../../server/bin/freshness.mjs'
import { findOrInstallPostgres } from '../support/postgres-programs.ts'
import { torture } from './torture.ts'

/**
 * `npm run torture`: people work on a real server that is killed at random moments, and nothing they were promised may be
 * missing afterwards. Prints every kill, then kills, changes acknowledged and received, changes lost, and the seed.
 *
 * `--kills 50 --boards 4 --people 5 --seconds 270 --seed 1`, and `--postgres` for boards that lie in a PostgreSQL, which
 * crashes and restarts, too.
 */

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    boards: { type: 'string', default: '4' },
    people: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '270' },
    postgres: { type: 'boolean', default: false },
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
