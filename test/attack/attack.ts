/**
 * Attacks a server of its own in every way we know of, and prints what was tried and what worked. Run: `npm run attack`,
 * or a part of it: `npm run attack -- writes clients`
 *
 * After each attack honest people compare their board, letter by letter, with what they wrote, and write on.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '../../server/bin/freshness.mjs'
import { startServerProcess } from '../support/server-process.ts'
import { kindsOf } from './kinds.ts'
import { type Row, tryKind } from './run.ts'
import { openScene } from './scene.ts'

buildIfStale(console.log)
const dataDir = await mkdtemp(join(tmpdir(), 'hindsight-attack-'))
const secret = 'a secret for the attack'
const preload = new URL('../support/in-no-hurry.mjs', import.meta.url)
const server = await startServerProcess({ DATA_DIR: dataDir, SECRET: secret, HOST: '127.0.0.1' }, { preload })
const scene = await openScene(`http://127.0.0.1:${server.port}`, secret)
const rows: Row[] = []
const startedAt = performance.now()

const wanted = process.argv.slice(2)
const chosen = Object.entries(kindsOf).filter(([name]) => wanted.length === 0 || wanted.includes(name))
for (const kind of chosen.flatMap(([, kinds]) => kinds)) {
  const row = await tryKind(scene, kind, { every: 1, lookEvery: 1 })
  rows.push(row)
  print(row)
}

const hurt = [...scene.hurt]
scene.close()
const { code, output } = await server.end('SIGTERM')
await rm(dataDir, { recursive: true, force: true })

const count = (of: (row: Row) => number) => rows.reduce((sum, row) => sum + of(row), 0)
const errors = output.split('\n').filter((line) => /"level":(50|60)/.test(line))
const seconds = Math.round((performance.now() - startedAt) / 1000)
console.log(
  `${count(({ attempts }) => attempts)} attacks in ${seconds} s, ${count(({ passed }) => passed.length)} passed; ` +
    `${count(({ twins }) => twins)} allowed twins, ${count(({ twinsHeld }) => twinsHeld.length)} held up; ` +
    `${hurt.length} honest connections lost; ${errors.length} errors in the server's log; it ended with ${code}`,
)
for (const line of [...hurt, ...errors.slice(0, 5)]) console.log(line)
const isUnharmed = hurt.length + errors.length === 0 && code === 0
process.exit(isUnharmed && count(({ passed, twinsHeld }) => passed.length + twinsHeld.length) === 0 ? 0 : 1)

function print({ kind, attempts, passed, twins, twinsHeld, answers }: Row): void {
  const said = [...answers].sort((a, b) => b[1] - a[1]).map(([answer, times]) => `${answer} ×${times}`)
  console.log(
    `${String(attempts).padStart(5)} tried ${String(passed.length).padStart(3)} passed  ` +
      `${String(twins - twinsHeld.length).padStart(3)} of ${String(twins).padStart(3)} twins  ${kind}\n` +
      `        ${said.slice(0, 6).join(', ')}${said.length > 6 ? ', …' : ''}`,
  )
  for (const line of [...passed, ...twinsHeld].slice(0, 20)) console.log(`        ! ${line}`)
}
