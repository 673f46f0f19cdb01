import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Answer, Run } from './one-run.ts'

/** `notWithin`: so many seconds were not enough. */
export type Outcome = Answer | { readonly notWithin: number }

/** Not in a folder for passing things, which may be kept in memory. */
const workplace = fileURLToPath(new URL('../../dist/bench', import.meta.url))

const interruptions = ['SIGINT', 'SIGTERM'] as const

/** A run in processes of its own, all of which are ended where it takes longer than it may. */
export async function carriedOut(run: Omit<Run, 'folder'>, longestSeconds: number): Promise<Outcome> {
  await mkdir(workplace, { recursive: true })
  const folder = await mkdtemp(join(workplace, `${run.contestant}-`))
  const child = fork(fileURLToPath(new URL('one-run.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    detached: true, // a group of their own: a server that is busy does not notice that nobody measures it any more
  })
  const endAll = () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  }
  const interrupted = () => {
    endAll()
    process.exit(130)
  }
  for (const signal of interruptions) process.once(signal, interrupted)
  let outcome: Outcome | undefined
  const cut = setTimeout(() => {
    outcome ??= { notWithin: longestSeconds }
    endAll()
  }, longestSeconds * 1000)
  child.once('message', (answer: Answer) => {
    outcome ??= answer
  })
  child.send({ ...run, folder })
  const [code, signal] = await once(child, 'exit')
  clearTimeout(cut)
  for (const signal of interruptions) process.off(signal, interrupted)
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  return outcome ?? { failed: `ended by ${signal ?? code} without a word` }
}
