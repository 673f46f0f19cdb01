import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test'
import { findOrInstallChromium } from '../../support/chromium.ts'
import { quiet } from '../../support/stage.ts'
import type { Seat } from '../line.ts'
import type { Setting } from '../scenario.ts'

/** Chromium, with somebody before it. */
export interface Viewer {
  /** A browser that knows nothing yet; with a seat, it is that person's. */
  sit(seat?: Seat): Promise<Sitting>
  close(): Promise<void>
}

export interface Sitting {
  readonly context: BrowserContext
  readonly page: Page
  readonly devtools: CDPSession
}

export async function openViewer(url: string): Promise<Viewer> {
  const executablePath = await findOrInstallChromium(console.error)
  const browser = await chromium.launch({ executablePath, args: [...quiet, '--enable-precise-memory-info'] })
  return {
    async sit(seat) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
      const [name = '', value = ''] = (seat?.headers.Cookie ?? '').split('=')
      if (name !== '') await context.addCookies([{ name, value, url }])
      // What compiles this marks functions with their names; a page does not know how.
      await context.addInitScript('globalThis.__name = (named) => named')
      const page = await context.newPage()
      page.setDefaultTimeout(60_000)
      return { context, page, devtools: await context.newCDPSession(page) }
    },
    close: () => browser.close(),
  }
}

/** Runs something; where profiles are wanted, leaves one of the page's CPU, named for it and for the scenario's size. */
export async function profiled<T>(
  { devtools }: Sitting,
  { profileDir, people }: Setting,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  if (profileDir === undefined) return work()
  await devtools.send('Profiler.enable')
  await devtools.send('Profiler.setSamplingInterval', { interval: 500 })
  await devtools.send('Profiler.start')
  const result = await work()
  const { profile } = await devtools.send('Profiler.stop')
  await writeFile(join(profileDir, `${name}-${people}.cpuprofile`), JSON.stringify(profile))
  return result
}

/** Bytes on the page's JavaScript heap, after a full garbage collection. */
export async function heapOf({ devtools }: Sitting): Promise<number> {
  await devtools.send('HeapProfiler.enable')
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return usedSize
}

/** For how long the page's main thread has worked so far, in milliseconds. */
export async function mainThreadMs({ devtools }: Sitting): Promise<number> {
  await devtools.send('Performance.enable')
  const { metrics } = await devtools.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}
