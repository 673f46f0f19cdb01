import { type Opening, opened, watchOpening } from '../browser/opening.ts'
import { onBigBoards, openShowing } from '../browser/showing.ts'
import { heapOf, profiled } from '../browser/viewer.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'

/** How soon a board of many notes can be used in Chromium: by a browser that has seen nothing yet, and by one that has. */
export const openInBrowser: Scenario = {
  ...onBigBoards,
  name: 'open-in-browser',
  run,
}

async function run(setting: Setting): Promise<Measures> {
  const { people: notes } = setting
  const { review, address, viewer, close } = await openShowing(setting)
  const sitting = await viewer.sit(review.seats[0])
  await watchOpening(sitting.context, 'article[data-note]')
  const look = async (name: string): Promise<Opening> => {
    await sitting.page.goto('about:blank')
    const opening = await profiled(sitting, setting, `open-${name}`, async () => {
      await sitting.page.goto(address)
      return opened(sitting.page)
    })
    await sitting.page.waitForFunction((all) => document.querySelectorAll('article[data-note]').length === all, notes)
    return opening
  }
  const cold = await look('cold')
  const elements = await sitting.page.evaluate(() => document.querySelectorAll('*').length)
  const warm = await look('warm')
  const heap = await heapOf(sitting)
  await close()
  return {
    'first visit: shown ms': cold.shownMs,
    'first visit: interactive ms': cold.interactiveMs,
    'again: shown ms': warm.shownMs,
    'again: interactive ms': warm.interactiveMs,
    'heap MB': heap / 1e6,
    elements,
  }
}
