import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Answer, Run } from './one-run.ts'
import type { Measures } from './scenario.ts'

/** What a run found, by size; `notWithin`: so many seconds were not enough for the rest. */
export interface Outcome {
  readonly found: ReadonlyMap<number, Measures>
  readonly shortcoming?: { readonly notWithin: number } | { readonly failed: string }
}

/** Not in a folder for passing things, which may be kept in memory. */
export const workplace = fileURLToPath(new URL('../../dist/bench', import.meta.url))

/** A run in processes of its own, all of which are ended where it takes longer than it may, or where this one ends. */
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
  process.once('exit', endAll)
  const found = new Map<number, Measures>()
  let shortcoming: Outcome['shortcoming']
  const cut = setTimeout(() => {
    shortcoming ??= { notWithin: longestSeconds }
    endAll()
  }, longestSeconds * 1000)
  child.on('message', (answer: Answer) => {
    if ('failed' in answer) shortcoming ??= answer
    else found.set(answer.size, answer.measures)
  })
  child.send({ ...run, folder })
  const [code, signal] = await once(child, 'exit')
  clearTimeout(cut)
  process.off('exit', endAll)
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  if (run.sizes.some((size) => !found.has(size)))
    shortcoming ??= { failed: `ended by ${signal ?? code} without a word` }
  return shortcoming === undefined ? { found } : { found, shortcoming }
}
