import { buildIfStale } from '../../server/bin/freshness.mjs'
import { findOrInstallChromium } from '../support/chromium.ts'
import { openGallery } from '../support/gallery/gallery.ts'
import { screens } from '../support/gallery/screens.ts'
import { quantile } from '../support/quantile.ts'
import { framesDuring } from './browser/frames.ts'
import { keyToPaint } from './browser/keys.ts'

/** `npm run frames`: how smoothly 500 events scroll, take letters and zoom, and 200 causes are written, in Chromium. */

buildIfStale(console.log)
const gallery = await openGallery(await findOrInstallChromium(console.log))
const visit = (named: string) => {
  const screen = screens.find(({ name }) => name === named)
  if (screen === undefined) throw new Error(`the gallery has no ${named}`)
  return gallery.visit(screen)
}
let page = await visit('facts-long')

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

console.log('\nkey to paint                keys   p50 ms   p95 ms   worst ms')
page = await visit('causes-many')
const why = page.getByRole('textbox', { name: 'Why, level 2' }).nth(20)
await why.click()
await keyed('type in one of 200 whys', typing(words.repeat(2)))
await keyed('a new why', presses('Enter', 20))
await keyed('deeper and back', presses('Tab Shift+Tab', 10))
await keyed('up and down', presses('Alt+ArrowUp Alt+ArrowDown', 10))
await keyed('walk along', presses('ArrowUp', 40))
await gallery.close()

function presses(keys: string, times: number): () => Promise<void> {
  return async () => {
    for (let time = 0; time < times; time += 1) for (const key of keys.split(' ')) await page.keyboard.press(key)
  }
}

async function keyed(what: string, work: () => Promise<void>): Promise<void> {
  row(what, await keyToPaint(page, work))
}

/** The time between frames while something is done. */
async function measured(what: string, work: () => Promise<void>): Promise<void> {
  row(what, (await framesDuring(page, work)).gaps)
}

function row(what: string, times: readonly number[]): void {
  const at = (share: number) => quantile(times, share).toFixed(1).padStart(8)
  console.log(`${what.padEnd(24)} ${String(times.length).padStart(7)} ${at(0.5)} ${at(0.95)} ${at(1)}`)
}
