import { basename, resolve } from 'node:path'
import { nanoid } from 'nanoid'
import { type Config, readConfig } from '../config.ts'
import { startProblem } from '../start-problem.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'

const [, , verb, file] = process.argv
const outcome = readConfig(process.env)

if ('problems' in outcome) fail(outcome.problems.join('\n'))
else if (file === undefined || file === '') fail(`Name a file: npm run ${verb} -- <file>`)
else await run(outcome.config, resolve(file))

async function run(config: Config, path: string): Promise<void> {
  const done = verb === 'backup' ? 'Nothing was backed up' : 'Nothing was restored'
  try {
    const problem = verb === 'backup' ? await makeBackup(config, path) : await restoreBackup(config, path)
    if (problem !== undefined) fail(`${done}: ${problem}`)
  } catch (error) {
    fail(`${done}: ${startProblem(error, config)}`)
  }
}

/** Says what was done, or returns why nothing was. */
async function makeBackup(config: Config, path: string): Promise<string | undefined> {
  const result = await backUp(config, path)
  if ('problem' in result) return result.problem
  console.log(`${path} holds ${counted(result.boards)} now. Whoever has it can read them all: keep it safe.`)
  if (config.secret !== undefined) console.log('It does not hold SECRET: keep that, too.')
  return undefined
}

async function restoreBackup(config: Config, path: string): Promise<string | undefined> {
  const result = await restore(config, path, { now: Date.now, newId: nanoid })
  if ('problem' in result) return result.problem
  console.log(`DATA_DIR (${config.dataDir}) holds ${counted(result.boards)} of ${basename(path)} now. Start Hindsight.`)
  if (result.keptAside.length > 0) console.log(`What was there is kept as ${result.keptAside.join(', ')}.`)
  if (!result.knowsPeople)
    console.log('The backup holds no secret: start with the SECRET of then, or everyone has to join again.')
  return undefined
}

function counted(boards: number): string {
  return boards === 1 ? '1 board' : `${boards} boards`
}

function fail(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}
