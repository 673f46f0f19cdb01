import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Attendee, goOn, openExample, openStage, type Stage, saved } from '../support/stage.ts'

describe('a timeline', () => {
  let stage: Stage
  let fay: Attendee
  let ana: Attendee

  beforeAll(async () => {
    stage = await openStage(inject('chromium'))
    fay = await stage.enters()
    await openExample(fay, 'GitHub', 'Fay')
    ana = await stage.joins('Ana', fay, 'participant')
  })

  afterAll(() => stage.close())

  it('[EVENT8] takes events from a program, by the command that the menu gives', async () => {
    await ana.page.keyboard.press('i')
    await ana.page.getByRole('tab', { name: 'Timeline' }).click()
    await fay.page.getByRole('button', { name: 'Menu' }).click()
    await fay.page.getByRole('menuitem', { name: 'Send events by HTTP' }).click()
    await fay.page.getByRole('button', { name: 'Make a token' }).click()
    const command = await fay.page
      .getByRole('region', { name: 'From a shell, or a pipeline' })
      .locator('pre')
      .innerText()
    expect(await sendAs(command)).toBe(201)
    expect(await sendAs(command)).toBe(200)
    await ana.page.getByText('Rollback of 41 started').waitFor()
    expect(await ana.page.getByText('Rollback of 41 started').count()).toBe(1)

    await fay.page.getByRole('button', { name: 'Revoke the token' }).click()
    await fay.page.getByRole('alertdialog').getByRole('button', { name: 'Revoke it' }).click()
    await fay.page.getByText('There is no token yet').waitFor()
    expect(await sendAs(command)).toBe(401)
    await fay.page.keyboard.press('Escape')
    await ana.page.keyboard.press('Escape')
  })

  it('[IMPORT12] grows out of a chat: pasted, checked, marked, and the times are there for everyone', async () => {
    await fay.page.goto(stage.url)
    await fay.page.getByLabel('What happened?').fill('Checkout returned errors')
    await fay.page.getByLabel('Your name').fill('Fay')
    await fay.page.getByRole('button', { name: 'Start the review' }).click()
    await saved(fay.page)
    const ben = await stage.joins('Ben Ruiz', fay, 'participant')
    await goOn(fay.page, 'Review the facts', [fay.page, ben.page])

    await ben.page.getByLabel('Day of the first line').fill('2026-03-02')
    await ben.page.getByRole('textbox', { name: 'Events to add' }).fill(chat)
    await ben.page.getByRole('button', { name: 'Check line by line' }).click()
    const dialog = ben.page.getByRole('dialog')
    await dialog.getByLabel('What line 1 is').selectOption({ label: 'Milestone: Started' })
    await dialog.getByLabel('What line 4 is').selectOption({ label: 'Milestone: Detected' })
    await dialog.getByLabel('What line 6 is').selectOption({ label: 'Milestone: Escalated' })
    await dialog.getByLabel('What line 8 is').selectOption({ label: 'Milestone: Mitigation started' })
    await dialog.getByLabel('What line 10 is').selectOption({ label: 'Milestone: Restored' })
    await dialog.getByRole('button', { name: 'Add 5 events' }).click()

    const figures = fay.page.getByRole('region', { name: 'Durations' }).locator('dl')
    await fay.page.getByText('All green again').waitFor()
    await expect
      .poll(async () => (await figures.innerText()).replace(/\s+/g, ' '))
      .toBe('To detect 5 min To escalate 7 min To mitigate 12 min To restore 55 min In total 1 h')
    await saved(ben.page)
  })

  it('[IMPORT11] is handed out as a table', async () => {
    const [download] = await Promise.all([
      fay.page.waitForEvent('download'),
      fay.page.getByRole('button', { name: 'Download as CSV' }).click(),
    ])
    const lines = (await readFile(await download.path(), 'utf8')).split('\r\n')
    expect(lines[0]).toBe('Time (UTC),Event,Actor,Action taken,Kind,Milestone,Link')
    expect(lines[1]).toBe('2026-03-02T14:00:00Z,"Deploy 41 is out\nto all regions",deploy bot,,milestone,Started,')
    expect(lines).toHaveLength(7)
  })
})

/** As it comes out of a chat when it is copied. */
const chat = `deploy bot  APP  2:00 PM
Deploy 41 is out
to all regions
PagerDuty  APP  2:05 PM
p99 of checkout over 2 s
Ben Ruiz  2:12 PM
Calling the database team
deploy bot  APP  2:17 PM
Rollback of 41 started
Ben Ruiz  3:00 PM
All green again`

/** Does what a curl command says, where there may be no curl. */
async function sendAs(command: string): Promise<number> {
  const [url = '', ...rest] = [...command.matchAll(/'([^']*)'/g)].map(([, quoted = '']) => quoted)
  const headers = Object.fromEntries(rest.slice(0, -1).map((header) => header.split(': ', 2)))
  const { status } = await fetch(url, { method: 'POST', headers, body: rest.at(-1) ?? '' })
  return status
}
