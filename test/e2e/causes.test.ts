import type { Locator, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Attendee, goOn, openStage, type Stage, saved, writeNote } from '../support/stage.ts'

describe('causes', () => {
  let stage: Stage
  let fay: Attendee
  let ana: Attendee

  beforeAll(async () => {
    stage = await openStage(inject('chromium'))
    fay = await stage.enters()
    await fay.page.getByLabel('What happened?').fill('Checkout returned errors')
    await fay.page.getByLabel('Your name').fill('Fay')
    await fay.page.getByRole('button', { name: 'Start the review' }).click()
    await saved(fay.page)
    ana = await stage.joins('Ana', fay, 'participant')
    const both = [fay.page, ana.page]
    await goOn(fay.page, 'Review the facts', both)
    await fay.page.getByRole('textbox', { name: 'Events to add' }).fill('14:05 Alerts fire\n14:09 Nobody answers')
    await fay.page.getByRole('button', { name: 'Add 2 events' }).click()
    await goOn(fay.page, 'Reflect', both)
    await writeNote(ana.page, 'Lessons learned', 'The pager went to a team that is gone')
    await goOn(fay.page, 'Discuss', both)
    await Promise.all(both.map((page) => openCauses(page)))
  })

  afterAll(() => stage.close())

  it('[WHY3] are a tree that is built by keyboard alone', async () => {
    const { keyboard } = ana.page
    await ana.page.getByRole('button', { name: 'Ask the first why' }).focus()
    await keyboard.press('Enter')
    await keyboard.type('Errors for 40 minutes')
    await keyboard.press('Control+Enter')
    await keyboard.type('Nobody was paged')
    await keyboard.press('Enter')
    await keyboard.type('The rota was old')
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await keyboard.type('No test of alerts')
    await keyboard.press('Shift+Tab')
    await keyboard.press('Alt+ArrowUp')
    await keyboard.press('ArrowUp')
    await keyboard.press('End')
    await keyboard.type(' on end')
    expect(await treeOn(ana.page)).toEqual([
      ...['1 Errors for 40 minutes on end', '2 No test of alerts', '2 Nobody was paged', '3 The rota was old'],
    ])
    await expect.poll(() => treeOn(fay.page)).toEqual(await treeOn(ana.page))
  })

  it('[WHY7] are written by two people at once, who see where the other is', async () => {
    const rows = (page: Page) => page.getByRole('textbox', { name: /^Why, level/ })
    await rows(ana.page).nth(3).press('End')
    await fay.page.getByText('Ana is writing here').waitFor({ state: 'attached' })
    await rows(fay.page).nth(2).press('End')
    await Promise.all([
      rows(ana.page).nth(3).pressSequentially(' and wrong'),
      fay.page.keyboard.press('Enter').then(() => fay.page.keyboard.type('Nor was anyone called')),
    ])
    expect(await focusedText(ana.page)).toBe('The rota was old and wrong')
    const both = ['2 Nobody was paged', '3 The rota was old and wrong', '2 Nor was anyone called']
    await expect.poll(async () => (await treeOn(ana.page)).slice(2)).toEqual(both)
    await expect.poll(async () => (await treeOn(fay.page)).slice(2)).toEqual(both)
  })

  it('[FISH3] are drawn by category from the same words', async () => {
    await ana.page.getByRole('textbox', { name: 'Why, level 2' }).first().hover()
    await ana.page.getByRole('button', { name: 'More for this why' }).nth(1).click()
    await ana.page.getByRole('menuitem', { name: 'Process' }).click()
    await fay.page.getByRole('button', { name: 'Draw as a fishbone' }).click()
    const drawing = fay.page.getByRole('img', { name: 'Fishbone of the causes by category' })
    await drawing.waitFor()
    const words = await drawing.evaluate((svg) => [...svg.querySelectorAll('text')].map((text) => text.textContent))
    expect(words.map((each) => each?.replace(/\s/g, ''))).toEqual([
      ...['Checkoutreturnederrors', 'Technical', 'Human', 'Notsortedyet', 'Errorsfor40minutesonend'],
      ...['Nobodywaspaged', 'Therotawasoldandwrong', 'Norwasanyonecalled', 'Process', 'Notestofalerts', 'External'],
    ])
    await fay.page.keyboard.press('Escape')
  })

  it('[LINK2] are linked to what was seen: shown at both ends, gone with one, back with it', async () => {
    await ana.page.locator('article[data-note]').first().focus()
    await ana.page.keyboard.press('l')
    await ana.page.getByRole('combobox', { name: /^An event, a cause/ }).fill('alerts fire')
    await ana.page.keyboard.press('Enter')
    const toEvent = fay.page.getByRole('button', { name: 'Go to the event: Alerts fire' })
    await toEvent.waitFor()
    await toEvent.click()
    const event = fay.page.locator('[data-target^="event:"]', { hasText: 'Alerts fire' })
    await expect.poll(() => event.evaluate((shown) => shown === document.activeElement)).toBe(true)
    await event.getByRole('button', { name: 'Go to the note: The pager went to a team that is gone' }).waitFor()

    await event.getByRole('button', { name: /^Edit the event/ }).click()
    await fay.page.getByRole('region', { name: 'Events' }).getByRole('button', { name: 'Remove', exact: true }).click()
    const onNote = ana.page.getByRole('button', { name: 'Go to the event: Alerts fire' })
    await onNote.waitFor({ state: 'detached' })
    const said = fay.page.getByText('Removed the event').locator('xpath=ancestor::*[.//button[.="Undo"]][1]')
    await said.getByRole('button', { name: 'Undo' }).click()
    await onNote.waitFor()
    await event.getByRole('button', { name: /^Go to the note/ }).waitFor()
  })

  it('[LINK7] are linked to a note by a line drawn from the one to the other, which moves nothing', async () => {
    const { page } = ana
    const note = page.locator('article[data-note]').first()
    const why = page.locator('li[data-why]').first()
    const before = await note.boundingBox()
    await drawLine(page, note, why)
    await note.getByRole('button', { name: 'Go to the cause: Errors for 40 minutes on end' }).waitFor()
    await why.getByRole('button', { name: /^Go to the note/ }).waitFor()
    const after = await note.boundingBox()
    expect([after?.x, after?.y]).toEqual([before?.x, before?.y])
    await page.getByText('Linked', { exact: true }).last().waitFor()
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await why.getByRole('button', { name: /^Go to the note/ }).waitFor({ state: 'detached' })
  })
})

/** Rests on a thing until its handle comes, and drags that to another one. */
async function drawLine(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover()
  await page.locator('[data-connector]').hover()
  await page.mouse.down()
  await to.hover({ position: { x: 40, y: 4 } })
  await to.hover({ position: { x: 50, y: 6 } })
  await page.getByText('Link', { exact: true }).waitFor()
  await page.mouse.up()
}

async function openCauses(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Incident', exact: true }).click()
  await page.getByRole('tab', { name: 'Causes' }).click()
  await page.getByRole('heading', { name: 'Five whys' }).waitFor()
}

/** Level and words of each row. */
function treeOn(page: Page): Promise<readonly string[]> {
  return page.getByRole('list', { name: 'Whys' }).evaluate((list) =>
    [...list.querySelectorAll('li[data-why]')].map((row) => {
      const level = row.getAttribute('aria-label')?.replace('Why, level ', '')
      return `${level} ${row.querySelector('textarea')?.value}`
    }),
  )
}

function focusedText(page: Page): Promise<string | undefined> {
  return page.evaluate(() =>
    document.activeElement instanceof HTMLTextAreaElement ? document.activeElement.value : undefined,
  )
}
