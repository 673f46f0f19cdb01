import { basename, resolve } from 'node:path'
import { nanoid } from 'nanoid'
import { type Config, readConfig } from '../config.ts'
import { startProblem } from '../start-problem.ts'
import { backUp } from './back-up.ts'
import { renewEpoch } from './renew-epoch.ts'
import { restore } from './restore.ts'

/** What an operator asks for: says what was done, or returns why nothing was. */
interface Verb {
  readonly undone: string
  run(config: Config, file: string): Promise<string | undefined>
}

const verbs: Readonly<Record<string, Verb>> = {
  backup: { undone: 'Nothing was backed up', run: makeBackup },
  restore: { undone: 'Nothing was restored', run: restoreBackup },
  restored: { undone: 'Nothing was renewed', run: renew },
}

const [, , name = '', file = ''] = process.argv
const outcome = readConfig(process.env)
const verb = verbs[name]

if ('problems' in outcome) fail(outcome.problems.join('\n'))
else if (verb === undefined) fail(`Ask for one of ${Object.keys(verbs).join(', ')}.`)
else if (file === '' && name !== 'restored' && outcome.config.databaseUrl === undefined)
  fail(`Name a file: npm run ${name} -- <file>`)
else await run(outcome.config, verb)

async function run(config: Config, { undone, run }: Verb): Promise<void> {
  try {
    const problem = await run(config, resolve(file))
    if (problem !== undefined) fail(`${undone}: ${problem}`)
  } catch (error) {
    fail(`${undone}: ${startProblem(error, config)}`)
  }
}

async function makeBackup(config: Config, path: string): Promise<string | undefined> {
  if (config.databaseUrl !== undefined) {
    return 'the boards are in PostgreSQL (DATABASE_URL). Back them up with its own tools, such as pg_dump.'
  }
  const result = await backUp(config, path)
  if ('problem' in result) return result.problem
  console.log(`${path} holds ${counted(result.boards)} now. Whoever has it can read them all: keep it safe.`)
  if (config.secret !== undefined) console.log('It does not hold SECRET: keep that, too.')
  return undefined
}

async function restoreBackup(config: Config, path: string): Promise<string | undefined> {
  if (config.databaseUrl !== undefined) {
    return 'the boards are in PostgreSQL (DATABASE_URL). Put a backup back with its own tools, such as pg_restore, and then run npm run restored.'
  }
  const result = await restore(config, path, { now: Date.now, newId: nanoid })
  if ('problem' in result) return result.problem
  console.log(`DATA_DIR (${config.dataDir}) holds ${counted(result.boards)} of ${basename(path)} now. Start Hindsight.`)
  if (result.keptAside.length > 0) console.log(`What was there is kept as ${result.keptAside.join(', ')}.`)
  if (!result.knowsPeople)
    console.log('The backup holds no secret: start with the SECRET of then, or everyone has to join again.')
  return undefined
}

async function renew({ databaseUrl }: Config): Promise<string | undefined> {
  if (databaseUrl === undefined) return 'there is no DATABASE_URL, and npm run restore does all that is needed.'
  const result = await renewEpoch(databaseUrl, nanoid())
  if ('problem' in result) return result.problem
  console.log(`The database with ${counted(result.boards)} counts as restored now. Start Hindsight.`)
  return undefined
}

function counted(boards: number): string {
  return boards === 1 ? '1 board' : `${boards} boards`
}

function fail(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}
