import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Attendee, goOn, openExample, openStage, type Stage, saved, writeNote } from '../support/stage.ts'

const notes = { first: 'Pages stopped for ten hours', second: 'Nobody could see the queue' }

describe('somebody on a bad network', () => {
  let stage: Stage
  let fay: Attendee
  let ana: Attendee
  let ben: Attendee

  const everyone = () => [fay.page, ana.page, ben.page]
  const connected = () => [fay.page, ana.page]

  beforeAll(async () => {
    stage = await openStage(inject('chromium'))
    fay = await stage.enters()
    await openExample(fay, 'GitHub', 'Fay')
    ana = await stage.joins('Ana', fay, 'participant')
    ben = await stage.joins('Ben', fay, 'participant')
    await goOn(fay.page, 'Review the facts', everyone())
    await goOn(fay.page, 'Reflect', everyone())
  })

  afterAll(() => stage.close())

  it('[NET1] writes on while cut off, and finds the notes on the board once, after the reveal they missed', async () => {
    await ben.line.cut()
    await writeNote(ben.page, 'Ongoing problems', notes.first)
    await writeNote(ben.page, 'Ongoing problems', notes.second)
    await ben.page
      .getByRole('status', { name: 'Saved state' })
      .getByText(/2 changes waiting/)
      .waitFor()
    await goOn(fay.page, 'Discuss', connected())
    expect(await ana.page.getByText(notes.first).count()).toBe(0)

    await ben.line.mend()
    for (const page of everyone()) {
      for (const text of Object.values(notes)) {
        await page.getByRole('article', { name: text }).waitFor()
        expect(await page.getByRole('article', { name: text }).count()).toBe(1)
      }
    }
    await saved(ben.page)
  })

  it('[NET2] votes while cut off: back before the count the votes count, once', async () => {
    await goOn(fay.page, 'Find themes', everyone())
    await goOn(fay.page, 'Prioritise', everyone())
    await ana.page.getByRole('button', { name: `Vote for ${notes.first}` }).click()
    await saved(ana.page)
    await ben.line.cut()
    await ben.page.getByRole('button', { name: `Vote for ${notes.first}` }).click()
    await ben.line.mend()
    await saved(ben.page)
    await fay.page.getByText('13 votes left').waitFor()
    await count(fay)
    await fay.page.getByText('2 of 3 people voted · 2 cast = 2 counted').waitFor()
  })

  it('[NET3] votes while cut off: back after the count they wait, and the facilitator counts again', async () => {
    await fay.page.getByRole('button', { name: 'Vote anew' }).click()
    await fay.page.getByRole('dialog').getByRole('button', { name: 'Open the vote' }).click()
    await ben.page.getByText('5 of 5 votes left').waitFor()
    await ben.line.cut()
    await ben.page.getByRole('button', { name: `Vote for ${notes.second}` }).click()
    await count(fay)
    await ben.line.mend()
    await ben.page
      .getByText(/came after the count/)
      .first()
      .waitFor()
    await fay.page.getByRole('button', { name: 'Count again · 1 came late' }).click()
    const confirm = fay.page.getByRole('alertdialog').getByRole('button', { name: /Count again/ })
    await confirm.click()
    await fay.page.getByText('1 of 3 people voted · 1 cast = 1 counted').waitFor()
  })
})

async function count({ page }: Attendee): Promise<void> {
  await page.getByRole('button', { name: 'Count votes' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Count votes' }).click()
}
