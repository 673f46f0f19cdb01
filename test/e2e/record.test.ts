import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Attendee, boardOf, dialogOn, openExample, openStage, type Stage } from '../support/stage.ts'

describe('a record', () => {
  let stage: Stage
  let fay: Attendee
  let ana: Attendee

  beforeAll(async () => {
    stage = await openStage(inject('chromium'))
    fay = await stage.enters()
    await openExample(fay, 'GitHub', 'Fay')
    ana = await stage.joins('Ana', fay, 'participant')
    for (const { page } of [fay, ana]) {
      await page.keyboard.press('i')
      await page.getByRole('button', { name: 'Document control' }).click()
    }
  })

  afterAll(() => stage.close())

  it('[RECORD2] grows by a part from the menu, with the keyboard in its first field', async () => {
    const { page } = ana
    await page.getByRole('button', { name: 'Add to the record…' }).click()
    await page.getByRole('menuitem', { name: /^Performance/ }).click()
    await page.locator(':is(input, textarea):focus').waitFor()
    await page.keyboard.type('p99 from 0.3 to 8 s')
    await page.keyboard.press('Enter')
    await fay.page.getByRole('textbox', { name: 'Response time', exact: true }).waitFor()
    expect(await fay.page.getByRole('textbox', { name: 'Response time', exact: true }).inputValue()).toBe(
      'p99 from 0.3 to 8 s',
    )
  })

  it('[FACTS16] keeps a time that is half typed, and says what it lacks', async () => {
    const { page } = ana
    await page.getByRole('button', { name: 'Add time: Stakeholders notified' }).click()
    const entry = page.getByLabel('Stakeholders notified, date and time')
    await entry.press('Backspace')
    await entry.press('Enter')
    await page.getByText('A time needs its day, hour and minute.').waitFor()
    await page.getByRole('textbox', { name: 'Summary' }).focus()
    expect(await entry.isVisible()).toBe(true)
    await entry.press('Escape')
    await entry.waitFor({ state: 'detached' })
  })

  it('[UI4] is typed in where one went as an explanation closed', async () => {
    const { page } = ana
    await page.getByRole('button', { name: 'What the severities mean' }).click()
    await dialogOn(page).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('textbox', { name: 'Incident ID' }).focus()
    await dialogOn(page).waitFor({ state: 'detached' })
    expect(await page.getByRole('textbox', { name: 'Incident ID' }).evaluate(isActive)).toBe(true)
  })

  it('[RECORD4] names whoever else is in a field', async () => {
    await ana.page.getByRole('textbox', { name: 'Summary' }).focus()
    await fay.page.getByText('Ana is writing').waitFor()
    await ana.page.getByRole('textbox', { name: 'Incident ID', exact: true }).focus()
    await fay.page.getByText('Ana is writing').waitFor({ state: 'detached' })
  })

  it('[RECORD4] shows where the carets of others stand in a text, whoever types before them', async () => {
    const [fays, anas] = [fay.page, ana.page].map((page) => page.getByRole('textbox', { name: 'Summary' }))
    await fays!.fill('Traffic went back.')
    await expect.poll(() => anas!.inputValue()).toBe('Traffic went back.')
    await anas!.press('Control+End')
    await anas!.press('ArrowLeft')
    const caret = fay.page.locator('[data-caret="Ana"]')
    await caret.waitFor()
    const standsAt = async () => (await caret.boundingBox())!.x - (await fays!.boundingBox())!.x
    const before = await standsAt()
    await fays!.press('Home')
    await fays!.pressSequentially('All of the ')
    await expect.poll(standsAt).toBeGreaterThan(before + 40)
    await anas!.pressSequentially(' to the East Coast')
    await expect.poll(() => fays!.inputValue()).toBe('All of the Traffic went back to the East Coast.')
    await expect.poll(standsAt).toBeGreaterThan(before + 120)
    await anas!.blur()
    await caret.waitFor({ state: 'detached' })
  })

  it('[APPROVAL1] is approved, for everyone', async () => {
    const { page } = fay
    await page.getByRole('button', { name: 'Approve…' }).click()
    await page.getByLabel('Approver').fill('Dana Lindqvist')
    await page.getByLabel('Approved on').fill('2026-03-02')
    await page.getByRole('button', { name: 'Approve', exact: true }).click()
    await ana.page.getByText('Approved by Dana Lindqvist on 2026-03-02.').waitFor()
    expect(await chosen(ana.page)).toBe('Approved')
  })

  it('[APPROVAL2] falls back to review with the first letter of a change', async () => {
    await ana.page.getByRole('textbox', { name: 'Summary' }).press('X')
    for (const { page } of [fay, ana]) {
      await page.getByText('Dana Lindqvist approved it on 2026-03-02, and it has changed since.').waitFor()
      expect(await chosen(page)).toBe('Under review')
    }
  })

  it('[EDIT3] shows who changed a field last once the keyboard is in it', async () => {
    await fay.page.getByRole('textbox', { name: 'Summary' }).focus()
    await expect
      .poll(() => fay.page.getByText(/^Ana changed this/).evaluateAll(shownAmong))
      .toEqual(['Ana changed this just now'])
  })

  it('[APPROVAL5] tells on the report page what has changed, and nothing once it is approved again', async () => {
    await fay.page.goto(`${stage.url}/b/${boardOf(fay.page)}/report`)
    const changed = fay.page.getByRole('complementary', { name: 'Changed since the approval' })
    await changed.waitFor()
    expect(await changed.getByRole('listitem').allInnerTexts()).toEqual(['Summary'])

    await ana.page.getByRole('button', { name: 'Approve again…' }).click()
    await ana.page.getByRole('button', { name: 'Approve', exact: true }).click()
    await changed.waitFor({ state: 'detached' })
  })
})

const isActive = (element: Element) => element === document.activeElement

function chosen(page: Page): Promise<string> {
  return page
    .getByLabel('Status', { exact: true })
    .evaluate((select: HTMLSelectElement) => select.selectedOptions[0]!.label)
}

function shownAmong(all: readonly Element[]): readonly (string | null)[] {
  return all.filter((each) => getComputedStyle(each).opacity === '1').map((each) => each.textContent)
}
