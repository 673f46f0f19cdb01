import type { Page } from '@playwright/test'
import axe, { type ImpactValue, type Result } from 'axe-core'

declare global {
  interface Window {
    /** Once a page was given it. */
    readonly axe: typeof axe
  }
}

type Impact = NonNullable<ImpactValue>

/** What axe minds on a page as it is now, if it is as bad as one of these. No page of ours has frames. */
export async function violationsOn(
  page: Page,
  impacts: readonly Impact[] = ['minor', 'moderate', 'serious', 'critical'],
): Promise<readonly Result[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  // Telling where each element stands takes as long as all the rest: only where there is something to tell.
  const isFine = (await violationsFound(page, impacts, false)).length === 0
  return isFine ? [] : violationsFound(page, impacts, true)
}

async function violationsFound(page: Page, impacts: readonly Impact[], selectors: boolean): Promise<readonly Result[]> {
  const found = await page.evaluate(
    async (options) => {
      const guards = '[data-base-ui-focus-guard]' // hidden stops that hand the keyboard on, and never keep it
      const { violations } = await window.axe.run({ exclude: guards }, { resultTypes: ['violations'], ...options })
      return violations
    },
    { selectors },
  )
  return found.filter(({ impact }) => impact && impacts.includes(impact))
}
