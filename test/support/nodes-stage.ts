import { Chance } from './chance.ts'
import { openNodes } from './node-processes.ts'
import { openBrowsers, type Place } from './stage.ts'

/** The built product as three processes behind a load balancer that sends everybody anywhere. */
export async function openNodesStage(
  executablePath: string,
  programs: { readonly postgres: string; readonly redis: string },
): Promise<Place> {
  const chance = new Chance(3)
  const next = (count: number) => chance.int(0, Math.max(0, count - 1))
  const nodes = await openNodes({ count: 3, programs, isDurable: false, balancing: { next } })
  const { url } = nodes.balancer
  const { browser, ...people } = await openBrowsers(executablePath, url)
  return {
    url,
    ...people,
    async close() {
      await browser.close()
      await nodes.clear()
    },
  }
}
