import type { Page } from '@playwright/test'
import { framesDuring } from '../browser/frames.ts'
import { onBigBoards, openSharedShowing } from '../browser/showing.ts'
import { profiled } from '../browser/viewer.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'
import { pause } from '../typing.ts'

const others = 20

/** How smoothly a note follows the pointer across the board, while nobody else does anything and while twenty edit. */
export const dragInBrowser: Scenario = {
  ...onBigBoards,
  name: 'drag-in-browser',
  run,
}

async function run(setting: Setting): Promise<Measures> {
  const { seconds } = setting
  const { sitting, crowd, begin, close } = await openSharedShowing(setting, others)
  const { page } = sitting
  await begin()
  await pause(1000)

  const dragged = (name: string) =>
    profiled(sitting, setting, name, () => framesDuring(page, () => drag(page, seconds)))
  const alone = await dragged('drag-alone')
  await crowd.edit()
  const among = await dragged('drag')
  const edits = await crowd.rest()
  await close()
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
