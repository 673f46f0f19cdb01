import type { TestProject } from 'vitest/node'
import { buildIfStale } from '../../server/bin/freshness.mjs'
import { findOrInstallChromium } from './chromium.ts'
import { findOrInstallPostgres } from './postgres-programs.ts'
import { findOrInstallRedis } from './redis-programs.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser for `test/e2e`; empty where no such test runs. */
    readonly chromium: string
    /** The folder of PostgreSQL's programs; empty where no test asks for it. */
    readonly postgres: string
    /** Redis's program; empty where no test asks for it. */
    readonly redis: string
  }
}

/** Runs once before all tests of a project: gets ready what the chosen ones need, and nothing where they need nothing. */
export async function setup(project: TestProject): Promise<void> {
  if (project.isRootProject()) return // it has no tests of its own
  const { testFiles } = await project.globTestFiles(chosen(project))
  if (testFiles.some((file) => needsProduct.test(file))) buildIfStale(say)
  project.provide('postgres', testFiles.some((file) => needsPostgres.test(file)) ? findOrInstallPostgres(say) : '')
  project.provide('redis', testFiles.some((file) => needsRedis.test(file)) ? findOrInstallRedis(say) : '')
  project.provide('chromium', testFiles.some((file) => needsBrowser.test(file)) ? await findOrInstallChromium(say) : '')
}

const needsPostgres = /(postgres|nodes)[^/]*\.test\.ts$/
const needsRedis = /(redis|nodes)[^/]*\.test\.ts$/
const needsBrowser = /\/test\/e2e\//
/** End-to-end tests and those that run the built server as a process. */
const needsProduct = /\/test\/e2e\/|\.process\.test\.ts$/

/** The path filters of the command line; vitest knows them, and its types do not. */
function chosen(project: TestProject): string[] {
  const filters: unknown = Reflect.get(project.vitest, 'filenamePattern')
  return Array.isArray(filters) ? filters.map(String) : []
}

function say(sentence: string): void {
  console.log(sentence)
}
