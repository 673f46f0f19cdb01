import type { BrowserContextOptions, CDPSession, Locator, Page } from '@playwright/test'
import type { Way } from './stage.ts'

/** A phone, held upright. */
export const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
  permissions: ['clipboard-read', 'clipboard-write'],
} as const satisfies BrowserContextOptions

export const byThumb: Way = {
  press: (_, control) => control.tap(),
  goOn: (page, title) => page.getByRole('button', { name: `Next: ${title}` }).tap(),
}

/** A thumb that rests on something until it is lifted, which others see, and then carries it onto something else. */
export async function carry(page: Page, from: Locator, onto: Locator, lifted: Locator): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const start = await middleOf(from)
  const end = await middleOf(onto)
  await touch(devtools, 'touchStart', start)
  await lifted.first().waitFor()
  for (let step = 1; step <= 8; step += 1) {
    const along = (a: number, b: number) => a + ((b - a) * step) / 8
    await touch(devtools, 'touchMove', { x: along(start.x, end.x), y: along(start.y, end.y) })
  }
  await touch(devtools, 'touchEnd')
  await devtools.detach()
}

async function touch(devtools: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point): Promise<void> {
  await devtools.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [at] })
}

interface Point {
  readonly x: number
  readonly y: number
}

/** The upper middle: below it may be controls. */
async function middleOf(locator: Locator): Promise<Point> {
  await locator.scrollIntoViewIfNeeded()
  const box = await locator.boundingBox()
  if (box === null) throw new Error('it is not on the page')
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 20) }
}

/** What does not fit a thumb: a page that is wider than the screen, and controls in sight of which less than 44 px can be hit. */
export function tooSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const least = 44
    const faults = document.documentElement.scrollWidth > window.innerWidth ? ['the page is wider than the screen'] : []
    const controls = 'button, a[href], input, textarea, select, [role=menuitem], [role=option], [role=switch]'
    for (const control of document.querySelectorAll<HTMLElement>(controls)) {
      const box = control.getBoundingClientRect()
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
      const isHit = (at: number) => {
        const hit = document.elementFromPoint(x, at)
        return control.contains(hit) || hit?.closest('label')?.contains(control) === true
      }
      // What lies under something else, or out of sight, is not for a thumb now; a label is part of its control.
      if (!isHit(y) || box.height >= least || (isHit(y - least / 2 + 1) && isHit(y + least / 2 - 1))) continue
      faults.push(`${control.getAttribute('aria-label') ?? control.innerText}: ${box.width} x ${box.height}`)
    }
    return faults
  })
}
