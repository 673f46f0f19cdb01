import { parseArgs } from 'node:util'
import { buildIfStale } from '../../server/bin/freshness.mjs'
import { openBystander } from './bystander.ts'
import { type Findings, fuzzMessages } from './fuzz-messages.ts'
import { fuzzRaw } from './fuzz-raw.ts'
import { fuzzRequests } from './fuzz-requests.ts'
import { type Memory, mostGrowth, openTarget } from './target.ts'

/**
 * `npm run fuzz`: sends a server more than a hundred thousand spoilt messages, requests and connections. Prints what came
 * back, how somebody honest fared meanwhile, and what the server holds afterwards; fails where any of that is wrong.
 *
 * `--seed 1 --share 1`, where a share of 0.1 is a tenth of it.
 */

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, share: { type: 'string', default: '1' } },
})
const seed = Number(values.seed)
const share = Number(values.share)

buildIfStale(console.log)
const target = await openTarget(80)
await fuzzMessages(target, 800, seed + 9000) // what is used for the first time stays
await fuzzRequests(target, 800, seed + 9000)
const before = await target.memory()
const bystander = await openBystander(target)

const all = [
  await told('messages', () => fuzzMessages(target, 50_000 * share, seed)),
  await told('requests', () => fuzzRequests(target, 25_000 * share, seed)),
  await told('bare connections', () => fuzzRaw(target, 30_000 * share, seed)),
]

const took = await bystander.stop()
const lost = [...bystander.lost]
const after = await target.memory()
await target.deleteBoards()
await target.letGo()
const rest = await target.memory()
const errors = target.errors()
const code = await target.close()
const at = (part: number) => Math.round(took[Math.floor((took.length - 1) * part)] ?? 0)
const growth = rest.heap - before.heap

console.log(`seed ${seed}: ${all.reduce((sum, { said }) => sum + said, 0)} in all`)
console.log(
  `memory: ${inWords(before)} before, ${inWords(after)} after, ${inWords(rest)} without the boards: ` +
    `${growth.toFixed(1)} MB more than before, of ${mostGrowth} allowed`,
)
console.log(
  `somebody honest: ${took.length} edits saved meanwhile, half within ${at(0.5)} ms, 99 of 100 within ${at(0.99)} ms, ` +
    `all within ${at(1)} ms; ${lost.length} connections lost`,
)
console.log(`errors in the log: ${errors.length}; it ended with ${code}`)
for (const line of errors.slice(0, 5)) console.log(`  ${line}`)
const wrong = all.flatMap((findings) => findings.wrong)
const isUnharmed = wrong.length + errors.length + lost.length === 0 && code === 0
process.exit(isUnharmed && growth < mostGrowth ? 0 : 1)

async function told(what: string, fuzz: () => Promise<Findings>): Promise<Findings> {
  const startedAt = performance.now()
  const findings = await fuzz()
  const seconds = (performance.now() - startedAt) / 1000
  console.log(
    `${findings.said} ${what} in ${Math.round(seconds)} s (${Math.round(findings.said / seconds)}/s), ${findings.wrong.length} answered wrongly`,
  )
  for (const [answer, count] of findings.answers.rows) console.log(`  ${String(count).padStart(6)}  ${answer}`)
  for (const line of findings.wrong.slice(0, 10)) console.log(`  ! ${line}`)
  return findings
}

function inWords({ heap, resident }: Memory): string {
  return `${heap} MB used of ${resident} MB resident`
}
