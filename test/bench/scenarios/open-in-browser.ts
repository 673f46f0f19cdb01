import { openBigBoard } from '../browser/big-board.ts'
import { type Opening, opened, watchOpening } from '../browser/opening.ts'
import { heapOf, openViewer, profiled } from '../browser/viewer.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'

/** How soon a board of many notes can be used in Chromium: by a browser that has seen nothing yet, and by one that has. */
export const openInBrowser: Scenario = {
  name: 'open-in-browser',
  sizes: [100, 500, 1000],
  of: 'notes',
  contestants: ['hindsight', 'before'],
  run,
}

async function run({ people: notes, startHindsight, profileDir }: Setting): Promise<Measures> {
  const arena = await startHindsight()
  const review = await openBigBoard(arena, 1, notes)
  const url = `http://127.0.0.1:${arena.server.port}`
  const viewer = await openViewer(url)
  const sitting = await viewer.sit(review.seats[0])
  await watchOpening(sitting.context, 'article[data-note]')
  const look = async (name: string): Promise<Opening> => {
    await sitting.page.goto('about:blank')
    const opening = await profiled(sitting, profileDir, `open-${name}-${notes}`, async () => {
      await sitting.page.goto(`${url}/b/${review.id}`)
      return opened(sitting.page)
    })
    await sitting.page.waitForFunction((all) => document.querySelectorAll('article[data-note]').length === all, notes)
    return opening
  }
  const cold = await look('cold')
  const elements = await sitting.page.evaluate(() => document.querySelectorAll('*').length)
  const warm = await look('warm')
  const heap = await heapOf(sitting)
  await viewer.close()
  await arena.server.end()
  return {
    'first visit: shown ms': cold.shownMs,
    'first visit: interactive ms': cold.interactiveMs,
    'again: shown ms': warm.shownMs,
    'again: interactive ms': warm.interactiveMs,
    'heap MB': heap / 1e6,
    elements,
  }
}
