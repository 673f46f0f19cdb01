import type { Page } from '@playwright/test'
import { quantile } from '../../support/quantile.ts'

/** The times between the frames of a page while something was done, in milliseconds. */
export interface Frames {
  readonly gaps: readonly number[]
  readonly perSecond: number
  /** The gap that `share` of all stayed within. */
  quantile(share: number): number
}

/**
 * Counts frames as the page itself sees them: one that is late for whatever reason is late.
 *
 * @remarks
 * By a method, since what compiles this marks a function with its name, and not every page knows how.
 */
export async function framesDuring(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const counting = {
      gaps: [] as number[],
      isOver: false,
      last: performance.now(),
      see(now: number) {
        this.gaps.push(now - this.last)
        this.last = now
        if (!this.isOver) requestAnimationFrame((next) => this.see(next))
      },
    }
    Object.assign(window, { counting })
    requestAnimationFrame((now) => counting.see(now))
  })
  await work()
  const gaps = await page.evaluate(() => {
    const { counting } = window as unknown as { counting: { gaps: number[]; isOver: boolean } }
    counting.isOver = true
    return counting.gaps.slice(1)
  })
  return {
    gaps,
    perSecond: (1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0),
    quantile: (share) => quantile(gaps, share),
  }
}
