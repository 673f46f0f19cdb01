import type { Page } from '@playwright/test'

/** The times between the frames of a page while something was done, in milliseconds. */
export interface Frames {
  readonly gaps: readonly number[]
  readonly perSecond: number
  /** The gap that `share` of all stayed within. */
  quantile(share: number): number
}

/** Counts frames as the page itself sees them: one that is late for whatever reason is late. */
export async function framesDuring(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const counting = { gaps: [] as number[], isOver: false }
    Object.assign(window, { counting })
    let last = performance.now()
    const frame = (now: number) => {
      counting.gaps.push(now - last)
      last = now
      if (!counting.isOver) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  await work()
  const gaps = await page.evaluate(() => {
    const { counting } = window as unknown as { counting: { gaps: number[]; isOver: boolean } }
    counting.isOver = true
    return counting.gaps.slice(1)
  })
  const sorted = gaps.toSorted((a, b) => a - b)
  return {
    gaps,
    perSecond: (1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0),
    quantile: (share) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN,
  }
}
