import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Attendee, openExample, openStage, type Stage } from '../support/stage.ts'

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
  })
})

/** Does what a curl command says, where there may be no curl. */
async function sendAs(command: string): Promise<number> {
  const [url = '', ...rest] = [...command.matchAll(/'([^']*)'/g)].map(([, quoted = '']) => quoted)
  const headers = Object.fromEntries(rest.slice(0, -1).map((header) => header.split(': ', 2)))
  const { status } = await fetch(url, { method: 'POST', headers, body: rest.at(-1) ?? '' })
  return status
}
