import type { Locator, Page } from '@playwright/test'
import { expect } from 'vitest'
import type { Way } from './stage.ts'

/** Presses Tab until it arrives, and sees to it that the keyboard can be followed on the way. [A11Y4] */
export async function tabTo(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor()
  const hidden: string[] = []
  for (let stops = 0; !(await isAt(goal)); stops += 1) {
    if (stops > 150) throw new Error('Tab does not lead there')
    await page.keyboard.press('Tab')
    hidden.push(...((await isBehindTheEnd(page)) ? [] : [await hiddenFocus(page)].flatMap((each) => each ?? [])))
  }
  expect(hidden).toEqual([])
}

/** Tab, and then Enter. */
export async function pressOn(page: Page, goal: Locator): Promise<void> {
  await tabTo(page, goal)
  await page.keyboard.press('Enter')
}

/** From one note to another by arrows: first all of this column, then the next. */
export async function walkTo(page: Page, goal: Locator): Promise<void> {
  for (const key of ['Home', 'ArrowRight', 'Home', 'ArrowRight', 'Home', 'ArrowRight', 'Home']) {
    await page.keyboard.press(key)
    for (let row = 0; row < 8; row += 1) {
      if (await isAt(goal)) return
      await page.keyboard.press('ArrowDown')
    }
  }
  throw new Error('The arrows do not lead there')
}

export const byKeyboard: Way = { press: pressOn, goOn: (page) => page.keyboard.press('Shift+ArrowRight') }

/** After the last stop the keyboard is with the browser, and then begins anew. */
function isBehindTheEnd(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement === document.body)
}

export function isAt(goal: Locator): Promise<boolean> {
  return goal.evaluateAll((all) => all.some((each) => each === document.activeElement))
}

/** What has the keyboard without being on the screen or looking like it: no ring around it and no caret in it. */
export function hiddenFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const at = document.activeElement
    if (at === null || at === document.body) return 'nothing'
    const box = at.getBoundingClientRect()
    const isOnScreen = box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth
    const hasRing = at.matches(':focus-visible') && getComputedStyle(at).outlineStyle !== 'none'
    return isOnScreen && (hasRing || at.matches('input, textarea, [role="dialog"]')) ? null : at.outerHTML
  })
}

/** Which control has the keyboard, where the caret stands, and how far each part is scrolled. */
export function placeOf(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const at = document.activeElement
    const isText = at instanceof HTMLTextAreaElement
    return {
      label: at?.getAttribute('aria-label'),
      text: isText && at.value,
      caret: isText && at.selectionStart,
      scrolled: [...document.querySelectorAll('[data-scroller]')].map((each) => each.scrollTop),
    }
  })
}

/** Where Tab comes to, from the top of a page to its end: the parts in their order but for notices, which come and go, and all names. */
export async function tabOrder(
  page: Page,
): Promise<{ readonly parts: readonly string[]; readonly names: readonly string[] }> {
  await page.evaluate(() => {
    const top = document.querySelector<HTMLElement>('header a, header button')
    Object.assign(window, { tabTop: top })
    top?.focus()
  })
  const stops: { readonly part: string; readonly name: string }[] = []
  do {
    stops.push(await page.evaluate(stopHere))
    await page.keyboard.press('Tab')
  } while (stops.length < 300 && !(await page.evaluate(isBackAtTop)))
  const parts = stops.map(({ part }) => part).filter((part) => part !== 'notices')
  return { parts: parts.filter((part, at) => part !== parts[at - 1]), names: stops.map(({ name }) => name) }
}

function stopHere(): { readonly part: string; readonly name: string } {
  const at = document.activeElement
  const part = at?.closest('main') ?? at?.closest('header, footer, aside')
  const elsewhere = at?.closest('[aria-label="Notifications"]') ? 'notices' : 'nowhere'
  return { part: part?.tagName.toLowerCase() ?? elsewhere, name: at?.getAttribute('aria-label') ?? '' }
}

function isBackAtTop(): boolean {
  const { tabTop } = window as unknown as { tabTop: Element | null }
  return document.activeElement === tabTop || document.activeElement === document.body
}

/** From now on all that a page has a screen reader say; `take` gives what was said since it was last asked. */
export async function hearAnnouncements(page: Page): Promise<{ take(): Promise<string> }> {
  await page.getByRole('status', { name: 'Announcements' }).waitFor({ state: 'attached' })
  await page.evaluate(() => {
    const said: string[] = []
    const region = document.querySelector('[aria-label="Announcements"]')
    const hear = () => said.push(region?.textContent ?? '')
    if (region) new MutationObserver(hear).observe(region, { childList: true, characterData: true, subtree: true })
    Object.assign(window, { said })
  })
  return {
    take: () => page.evaluate(() => (window as unknown as { said: string[] }).said.splice(0).join('. ')),
  }
}
