import type { BrowserContext, Page } from '@playwright/test'

/** How a page came up, in milliseconds since it was asked for. */
export interface Opening {
  /** What it is for is on it. */
  readonly shownMs: number
  /** And nothing keeps it from answering: half a second has begun in which no task takes longer than 50 ms. */
  readonly interactiveMs: number
  /** Addresses of the scripts that were asked for until it was shown. */
  readonly scripts: readonly string[]
}

const quietMs = 500

/** To be called before a page opens: notes when something is first shown that a selector finds. */
export async function watchOpening(context: BrowserContext, selector: string): Promise<void> {
  await context.addInitScript((wanted) => {
    const opening = { shownMs: 0, tasks: [] as { startTime: number; duration: number }[] }
    Object.assign(window, { opening })
    new PerformanceObserver((list) => opening.tasks.push(...list.getEntries())).observe({
      type: 'longtask',
      buffered: true,
    })
    const look = () => {
      if (document.querySelector(wanted) === null) requestAnimationFrame(look)
      else opening.shownMs = performance.now()
    }
    look()
  }, selector)
}

export async function opened(page: Page): Promise<Opening> {
  await page.waitForFunction((quiet) => {
    const { opening } = window as unknown as { opening: { shownMs: number; tasks: PerformanceEntry[] } }
    const last = opening.tasks.at(-1)
    const since = Math.max(opening.shownMs, last === undefined ? 0 : last.startTime + last.duration)
    return opening.shownMs > 0 && performance.now() > since + 2 * quiet
  }, quietMs)
  return page.evaluate((quiet) => {
    const { opening } = window as unknown as { opening: { shownMs: number; tasks: PerformanceEntry[] } }
    let interactiveMs = opening.shownMs
    for (const { startTime, duration } of opening.tasks) {
      if (startTime > interactiveMs + quiet) break
      interactiveMs = Math.max(interactiveMs, startTime + duration)
    }
    const isScript = (name: string) => new URL(name).pathname.endsWith('.js')
    const scripts = performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => isScript(name) && startTime < opening.shownMs)
      .map(({ name }) => name)
    return { shownMs: opening.shownMs, interactiveMs, scripts }
  }, quietMs)
}
