import type { Page } from '@playwright/test'
import { violationsOn } from '../axe.ts'
import { type Look, lookAt } from './looks.ts'
import type { Screen } from './screen.ts'

/** What axe finds serious or critical, and what sticks out, each with the look it was found in and where. */
export async function faultsIn(
  page: Page,
  { phase, at, name }: Screen,
  seenIn: readonly Look[],
): Promise<readonly string[]> {
  const found: string[] = []
  for (const look of seenIn) {
    await lookAt(page, look)
    for (const { id, nodes } of await violationsOn(page, ['serious', 'critical'])) {
      found.push(...nodes.map(({ target, failureSummary }) => `${look.name} ${id}: ${target} ${failureSummary}`))
    }
    const isBoard = phase !== undefined && at === undefined && name !== 'removed'
    found.push(...(await overflowOf(page, isBoard)).map((way) => `${look.name}: ${way} than the screen`))
  }
  return found
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
