import type { Page } from '@playwright/test'
import { openBigBoard } from '../browser/big-board.ts'
import { gatherCrowd } from '../browser/crowd.ts'
import { framesDuring } from '../browser/frames.ts'
import { openViewer, profiled } from '../browser/viewer.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'
import { pause } from '../typing.ts'

const others = 20

/** How smoothly a note follows the pointer across the board, while nobody else does anything and while twenty edit. */
export const dragInBrowser: Scenario = {
  name: 'drag-in-browser',
  sizes: [100, 500, 1000],
  of: 'notes',
  contestants: ['hindsight', 'before'],
  run,
}

async function run({ people: notes, seconds, startHindsight, profileDir }: Setting): Promise<Measures> {
  const arena = await startHindsight()
  const review = await openBigBoard(arena, others + 1, notes)
  const url = `http://127.0.0.1:${arena.server.port}`
  const crowd = await gatherCrowd(review.seats.slice(1), notes)
  const viewer = await openViewer(url)
  const sitting = await viewer.sit(review.seats[0])
  const { page } = sitting
  await page.goto(`${url}/b/${review.id}`)
  await page
    .locator('article[data-note]')
    .nth(notes - 1)
    .waitFor({ state: 'attached' })
  await pause(1000)

  const alone = await profiled(sitting, profileDir, `drag-alone-${notes}`, () =>
    framesDuring(page, () => drag(page, seconds)),
  )
  await crowd.edit()
  const among = await profiled(sitting, profileDir, `drag-${notes}`, () =>
    framesDuring(page, () => drag(page, seconds)),
  )
  const edits = await crowd.rest()
  await crowd.leave()
  await viewer.close()
  await arena.server.end()
  return {
    'alone: ms a frame': 1000 / alone.perSecond,
    'alone: frame p99 ms': alone.quantile(0.99),
    'others edit: ms a frame': 1000 / among.perSecond,
    'others edit: frame p99 ms': among.quantile(0.99),
    'others edit: worst frame ms': among.quantile(1),
    'their edits/s': edits / seconds,
  }
}

/** Lifts the first note, carries it over all columns in loops, and puts it back by Escape. */
async function drag(page: Page, seconds: number): Promise<void> {
  const box = await page.locator('article[data-note]').first().boundingBox()
  if (box === null) throw new Error('there is no note to drag')
  await page.mouse.move(box.x + 20, box.y + 10)
  await page.mouse.down()
  const began = performance.now()
  for (let turn = 0; performance.now() - began < seconds * 1000; turn += 0.02) {
    await page.mouse.move(720 + 560 * Math.sin(turn), 480 + 200 * Math.sin(turn * 2.7))
  }
  await page.keyboard.press('Escape')
  await page.mouse.up()
}
