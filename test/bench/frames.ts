import type { Page } from '@playwright/test'
import { buildIfStale } from '../../server/bin/freshness.mjs'
import { findOrInstallChromium } from '../support/chromium.ts'
import { openGallery } from '../support/gallery/gallery.ts'
import { screens } from '../support/gallery/screens.ts'

/** `npm run frames`: how smoothly a timeline of 500 events scrolls, takes letters and zooms, in Chromium. */

buildIfStale(console.log)
const gallery = await openGallery(await findOrInstallChromium(console.log))
const screen = screens.find(({ name }) => name === 'facts-long')
if (screen === undefined) throw new Error('the gallery has no long timeline')
const page = await gallery.visit(screen)

const wheel = async () => {
  await page.mouse.move(1000, 700)
  for (let turn = 0; turn < 100; turn += 1) await page.mouse.wheel(0, 240)
}
const typing = (text: string) => async () => {
  for (const letter of text) await page.keyboard.type(letter)
}
const words = 'restores run at twelve percent of what is there '

console.log('what                      frames   p50 ms   p95 ms   worst ms')
await measured('scroll the list', wheel)
await page.getByRole('textbox', { name: 'Events to add' }).focus()
await measured('type a new event', typing(`14:05 ana: ${words}`))
await page
  .getByRole('button', { name: /^Edit the event of/ })
  .nth(250)
  .click()
await measured('type in an event', typing(words.repeat(2)))
await page.getByRole('slider', { name: 'Walk along the timeline' }).focus()
await measured('walk the drawing', async () => {
  for (let step = 0; step < 60; step += 1) await page.keyboard.press('ArrowRight')
})
await measured('zoom the drawing', async () => {
  for (const key of '++++++------') await page.keyboard.press(key)
})
await gallery.close()

/** The time between frames while something is done. */
async function measured(what: string, work: () => Promise<void>): Promise<void> {
  await startCounting(page)
  await work()
  const gaps = (await stopCounting(page)).sort((a, b) => a - b)
  const at = (share: number) => (gaps[Math.floor(share * (gaps.length - 1))] ?? 0).toFixed(1).padStart(8)
  console.log(`${what.padEnd(24)} ${String(gaps.length).padStart(7)} ${at(0.5)} ${at(0.95)} ${at(1)}`)
}

function startCounting(on: Page): Promise<void> {
  return on.evaluate(() => {
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
}

function stopCounting(on: Page): Promise<number[]> {
  return on.evaluate(() => {
    const { counting } = window as unknown as { counting: { gaps: number[]; isOver: boolean } }
    counting.isOver = true
    return counting.gaps.slice(1)
  })
}
