import type { Locator, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import {
  type Attendee,
  goOn,
  inviteFrom,
  openExample,
  openStage,
  type Stage,
  saved,
  writeNote,
} from '../support/stage.ts'

const quorum = 'Orchestrator trusts its own quorum'
const failover = 'Failover crosses the country without asking'

describe('a participant without a mouse', () => {
  let stage: Stage
  let fay: Attendee
  let ben: Attendee
  let ana: Page

  const everyone = () => [fay.page, ben.page, ana]
  const next = (title: string) => goOn(fay.page, title, everyone())
  const note = (text: string) => ana.getByRole('article', { name: text })
  const type = (text: string) => ana.keyboard.type(text)
  const press = (key: string) => ana.keyboard.press(key)

  beforeAll(async () => {
    stage = await openStage(inject('chromium'))
    fay = await stage.enters()
    await openExample(fay, 'GitHub', 'Fay')
    ben = await stage.joins('Ben', fay, 'participant')
    ana = (await stage.enters()).page
  })

  afterAll(() => stage.close())

  it('[A11Y3] joins and writes', async () => {
    await ana.goto(stage.url + (await inviteFrom(fay.page, 'participant')))
    await ana.getByLabel('Your name').waitFor()
    await type('Ana')
    await press('Enter')
    await saved(ana)
    await next('Review the facts')
    await next('Reflect')
    await tabTo(ana, ana.getByRole('textbox', { name: 'New note in Lessons learned' }))
    await type(quorum)
    await press('Enter')
    await type(failover)
    await press('Enter')
    await ana.getByLabel('My notes in Lessons learned').getByText(quorum).waitFor()
    await saved(ana)
  })

  it('[A11Y5] keeps place and caret while others write, and while the facilitator moves on', async () => {
    await type('half a thought')
    for (let step = 0; step < 7; step += 1) await press('ArrowLeft')
    const before = await placeOf(ana)
    for (const text of ['Deploys were frozen', 'Alerts came early', 'Restores were tested']) {
      await writeNote(ben.page, 'Went well', text)
    }
    await ana.getByText('5 notes from 2 people').waitFor()
    expect(await placeOf(ana)).toEqual(before)
    await next('Discuss')
    await writeNote(ben.page, 'Lessons learned', 'Nobody drilled this')
    await ana.getByText('Nobody drilled this').waitFor()
    expect(await placeOf(ana)).toEqual(before)
    await press('Control+a')
    await press('Delete')
  })

  it('[A11Y3] [A11Y4] moves a note and adds an action for it', async () => {
    await tabTo(ana, ana.getByRole('region', { name: 'Lessons learned' }).getByRole('article').first())
    await walkTo(ana, note(quorum))
    await press('m')
    await ana.getByRole('dialog', { name: 'Move to…' }).waitFor()
    await type('Ongoing')
    await press('Enter')
    await ana.getByRole('region', { name: 'Ongoing problems' }).getByText(quorum).waitFor()
    await expect.poll(() => isAt(note(quorum))).toBe(true)
    await press('a')
    await ana.getByRole('button', { name: /^Actions 1/ }).waitFor()
    expect(await hiddenFocus(ana)).toBeNull()
  })

  it('[A11Y3] [A11Y4] groups two notes and names the theme', async () => {
    await next('Find themes')
    await tabTo(ana, ana.locator('article[data-note]').first())
    await walkTo(ana, note(failover))
    await press('g')
    await ana.getByRole('dialog', { name: 'Group with…' }).waitFor()
    await type(quorum.slice(0, 12))
    await press('Enter')
    const name = ana.getByLabel('Name of the theme')
    await expect.poll(() => isAt(name)).toBe(true)
    await press('Control+a')
    await type('Failover without a human')
    await press('Escape')
    await ben.page.getByLabel('Theme: Failover without a human').waitFor()
    await expect.poll(() => hiddenFocus(ana)).toBeNull()
  })

  it('[A11Y3] [A11Y4] votes', async () => {
    await next('Prioritise')
    await tabTo(ana, ana.getByRole('button', { name: 'Vote for Failover without a human' }))
    await press('Enter')
    await press('Enter')
    await ana.getByText('3 of 5 votes left').waitFor()
    expect(await hiddenFocus(ana)).toBeNull()
  })
})

/** Presses Tab until it arrives, and sees to it that the keyboard can be followed on the way. [A11Y4] */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor()
  for (let stops = 0; !(await isAt(goal)); stops += 1) {
    if (stops > 120) throw new Error('Tab does not lead there')
    await page.keyboard.press('Tab')
    expect(await hiddenFocus(page)).toBeNull()
  }
}

/** From one note to another by arrows: first all of this column, then the next. */
async function walkTo(page: Page, goal: Locator): Promise<void> {
  for (const key of ['Home', 'ArrowRight', 'Home', 'ArrowRight', 'Home', 'ArrowRight', 'Home']) {
    await page.keyboard.press(key)
    for (let row = 0; row < 8; row += 1) {
      if (await isAt(goal)) return
      await page.keyboard.press('ArrowDown')
    }
  }
  throw new Error('The arrows do not lead there')
}

function isAt(goal: Locator): Promise<boolean> {
  return goal.evaluateAll((all) => all.some((each) => each === document.activeElement))
}

/** What has the keyboard without being on the screen or looking like it: no ring around it and no caret in it. */
function hiddenFocus(page: Page): Promise<string | null> {
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
function placeOf(page: Page): Promise<unknown> {
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
