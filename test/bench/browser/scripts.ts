import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'

/** Addresses of all scripts that a page has asked for so far. */
export function scriptsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => new URL(name).pathname.endsWith('.js')),
  )
}

/** What scripts weigh when gzipped one by one, in thousands of bytes, however they were sent. */
export async function weightOf(page: Page, scripts: readonly string[]): Promise<number> {
  const weights = await Promise.all(
    [...new Set(scripts)].map(async (script) => gzipSync(await (await page.request.get(script)).body()).length),
  )
  return weights.reduce((sum, each) => sum + each, 0) / 1000
}
