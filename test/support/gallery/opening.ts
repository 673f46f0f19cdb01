import type { Locator, Page } from '@playwright/test'

/** How what opens on a screen is opened, and filled: each leaves it open. */

const floating = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox], aside'

/** Does what opens something, and waits until it is there: its code may still have to come. */
export const opens = (does: (page: Page) => Promise<unknown>) => async (page: Page) => {
  const before = await page.locator(floating).filter({ visible: true }).count()
  await does(page)
  await page.locator(floating).filter({ visible: true }).nth(before).waitFor()
}

export const click = (name: string | RegExp) => (page: Page) => button(page, name).click()
export const press = (name: string | RegExp) => opens(click(name))
export const key = (keys: string) => opens((page) => page.keyboard.press(keys))
export const menu = (item: string | RegExp) => async (page: Page) => {
  await press('Menu')(page)
  await page.getByRole('menuitem', { name: item }).click()
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).first().waitFor()
}

export const nextAsks = press(/^Next: Discuss/)

export function button(page: Page, name: string | RegExp): Locator {
  return page.getByRole('button', { name }).filter({ visible: true }).first()
}

function firstNote(page: Page): Locator {
  return page.locator('article[data-note]').filter({ visible: true }).first()
}

export async function onNote(page: Page, keys: string): Promise<void> {
  await firstNote(page).focus()
  await page.keyboard.press(keys)
}

/** A letter that opens something about the first note. */
export const ofNote = (keys: string) => opens((page) => onNote(page, keys))

export async function seePeople(page: Page): Promise<void> {
  await press(/(person|people) here/)(page)
  await page.getByRole('dialog').getByRole('listitem').first().waitFor()
}

export async function seeAgenda(page: Page): Promise<void> {
  await press(/^Set the tone/)(page)
  await page.getByRole('dialog').getByRole('listitem').first().waitFor()
}

export async function causes(page: Page): Promise<void> {
  await page.keyboard.press('i')
  await page.getByRole('tab', { name: 'Causes' }).click()
  await page.getByRole('heading', { name: 'Five whys' }).waitFor()
}

export async function writeWhy(page: Page): Promise<void> {
  await causes(page)
  await page.getByRole('textbox', { name: 'Why, level 2' }).first().focus()
}

export async function whyMenu(page: Page): Promise<void> {
  await causes(page)
  await page.getByRole('textbox', { name: 'Why, level 2' }).first().hover()
  await button(page, 'More for this why').click()
  await page.getByRole('menu').waitFor()
}

export async function prompted(page: Page): Promise<void> {
  await causes(page)
  await button(page, 'Missing monitoring').click()
  await button(page, 'Add a factor for it').scrollIntoViewIfNeeded()
}

export async function drawFishbone(page: Page): Promise<void> {
  await causes(page)
  await button(page, 'Draw as a fishbone').click()
  await page.getByRole('dialog').waitFor()
}

export async function linkNote(page: Page): Promise<void> {
  for (const thing of ['primaries', 'promote']) {
    await onNote(page, 'l')
    await page.getByRole('combobox', { name: /^An event, a cause/ }).fill(thing)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await page.getByRole('list', { name: 'Linked to' }).first().waitFor()
}

export async function typeEvent(page: Page): Promise<void> {
  await page
    .getByRole('textbox', { name: 'Events to add' })
    .fill('+1d 14:05 deploy bot: rollback started #mitigation-started')
}

export async function editEvent(page: Page): Promise<void> {
  await button(page, /^Edit the event of/).click()
  await button(page, 'Done').scrollIntoViewIfNeeded()
}

const toImport = `22:52 The network is cut
Ana says it looks like the optics
22:54 PagerDuty: replication lag on mysql-17 https://grafana.example.org/d/17
25:71 nobody knows when
23:07 Ana Oyelaran: deploys are frozen #action
23:19 mitigation started: writes are paused
`

export async function importEvents(page: Page): Promise<void> {
  await button(page, 'Import').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Text to import' }).fill(toImport)
  await dialog.getByRole('region', { name: 'What was read' }).waitFor()
}

export async function setPhaseEnds(page: Page): Promise<void> {
  await menu('Agenda')(page)
  for (const phase of ['Set the tone', 'Reflect']) await button(page, `How ${phase} ends`).click()
  await page.getByLabel('End of Set the tone, in my time').fill('2030-03-14T17:00')
  await page.getByLabel('Who ends Set the tone').selectOption('Moves on when time is up')
  await page.getByLabel('End of Reflect, in my time').fill('2030-03-12T17:00')
}

export async function makeToken(page: Page): Promise<void> {
  await menu('Send events by HTTP')(page)
  await button(page, /^Make a( new)? token/).click()
  await button(page, 'Copy').waitFor()
}

export async function noteMenu(page: Page): Promise<void> {
  await firstNote(page).hover()
  await press('More for this note')(page)
}

/** A review as its file tells it. */
export const reviewFile = {
  format: 'hindsight-board',
  version: 1,
  madeAt: '2026-03-05T16:20:00Z',
  board: { id: 'elsewhere', title: 'Checkout returned errors for 40 minutes' },
  incident: { severity: 'SEV-2', startedAt: '2026-03-02T14:00:00Z', summary: 'Deploy 41 held back payments.' },
  people: ['Ana Oyelaran', 'Ben Castellanos', 'Chi Nakamura'].map((name, n) => ({
    ...{ id: `p${n}`, name, color: 'blue', role: 'participant', joinedAt: n, counts: true },
  })),
  timeline: [{ id: 'out', at: '2026-03-02T14:00:00Z', event: 'Deploy 41 is out' }],
  notes: [{ id: 'drill', section: 'lessons', text: 'The drill paid off', author: 'p1', createdAt: 1, rank: 'a0' }],
}

/** Chooses a file to import on the home page. */
export function chooseFile(text: string) {
  return async (page: Page) => {
    await button(page, 'Import a review').click()
    const file = { name: 'checkout-2026-03-05.json', mimeType: 'application/json', buffer: Buffer.from(text) }
    await page.getByLabel('Review to import').setInputFiles(file)
    await page.getByRole('region', { name: 'What the file holds' }).or(page.getByRole('alert')).first().waitFor()
  }
}
