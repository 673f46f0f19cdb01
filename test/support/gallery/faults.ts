import type { Page } from '@playwright/test'
import axe, { type Result } from 'axe-core'
import { type Look, lookAt } from './looks.ts'
import type { Screen } from './screen.ts'

declare global {
  interface Window {
    /** Once a page was given it. */
    readonly axe: typeof axe
  }
}

/** What axe finds serious or critical, and what sticks out, each with the look it was found in and where. */
export async function faultsIn(
  page: Page,
  { phase, at, name }: Screen,
  seenIn: readonly Look[],
): Promise<readonly string[]> {
  const found: string[] = []
  for (const look of seenIn) {
    await lookAt(page, look)
    for (const { id, nodes } of await violationsOn(page)) {
      found.push(...nodes.map(({ target, failureSummary }) => `${look.name} ${id}: ${target} ${failureSummary}`))
    }
    const isBoard = phase !== undefined && at === undefined && name !== 'removed'
    found.push(...(await overflowOf(page, isBoard)).map((way) => `${look.name}: ${way} than the screen`))
  }
  return found
}

/** The serious and the critical ones. No page of ours has frames. */
async function violationsOn(page: Page): Promise<readonly Result[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  // Telling where each element stands takes as long as all the rest: only where there is something to tell.
  const isFine = (await violationsFound(page, false)).length === 0
  return isFine ? [] : violationsFound(page, true)
}

function violationsFound(page: Page, selectors: boolean): Promise<readonly Result[]> {
  return page.evaluate(
    async (options) => {
      const guards = '[data-base-ui-focus-guard]' // hidden stops that hand the keyboard on, and never keep it
      const { violations } = await window.axe.run({ exclude: guards }, { resultTypes: ['violations'], ...options })
      return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    },
    { selectors },
  )
}

function overflowOf(page: Page, isBoard: boolean): Promise<readonly string[]> {
  return page.evaluate((mayNotScroll) => {
    const { scrollWidth, scrollHeight } = document.documentElement
    return [
      ...(scrollWidth > window.innerWidth ? ['wider'] : []),
      ...(mayNotScroll && scrollHeight > window.innerHeight ? ['taller'] : []),
    ]
  }, isBoard)
}
