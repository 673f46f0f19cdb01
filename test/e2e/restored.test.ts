import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import {
  type Attendee,
  controlled,
  dialogOn,
  inviteFrom,
  openDiscussion,
  openExample,
  openStage,
  type Stage,
  saved,
  writeNote,
} from '../support/stage.ts'

const section = 'Lessons learned'
const note = (page: Page, text: string) => page.getByRole('article', { name: text, exact: true })

describe('a server that came back from a backup', () => {
  let stage: Stage
  let fay: Attendee
  let ana: Attendee
  let ben: Attendee
  let younger: Page

  beforeAll(async () => {
    stage = await openStage(inject('chromium'))
    fay = await openDiscussion(stage)
    ana = await stage.joins('Ana', fay, 'participant', { serviceWorkers: 'allow' })
    await writeNote(ana.page, section, 'Written before the backup')
    await saved(ana.page)
    await stage.backUp()

    await writeNote(ana.page, section, 'Written after the backup')
    ben = await stage.joins('Ben', fay, 'participant')
    await writeNote(ben.page, section, 'Written by Ben')
    for (const text of ['Written after the backup', 'Written by Ben']) await note(fay.page, text).waitFor()
    younger = await fay.context.newPage()
    await younger.goto(stage.url)
    await openExample({ ...fay, page: younger }, 'GitLab', 'Fay')
    await stage.restore()
  })
  afterAll(() => stage.close())

  it('[SALVAGE11] [SALVAGE12] has what its people had seen, once, and tells them so', async () => {
    for (const { page } of [ana, fay]) {
      await page.getByText(/The server came back from a backup/).waitFor()
      await note(page, 'Written after the backup').waitFor()
      expect(await note(page, 'Written after the backup').count()).toBe(1)
      expect(await note(page, 'Written before the backup').count()).toBe(1)
      await saved(page)
    }
    await fay.page.getByText('1 thing that the backup lacks is not on the board.').waitFor()
    await fay.page.getByRole('button', { name: 'Show' }).click()
    await dialogOn(fay.page)
      .getByText(/^Note by Ben, Lessons learned/)
      .waitFor()
    await fay.page.keyboard.press('Escape')
    await dialogOn(fay.page).waitFor({ state: 'hidden' })
  })

  it('[SALVAGE13] [CLIENT15] says to whoever joined after it what to do, and has their words once they have joined again', async () => {
    await ben.page.getByRole('heading', { name: 'The server no longer knows that you joined' }).waitFor()
    await ben.page.goto(stage.url + (await inviteFrom(fay.page, 'participant')))
    await ben.page.getByLabel('Your name').fill('Ben')
    await ben.page.getByRole('button', { name: /^Join the review/ }).click()
    await note(fay.page, 'Written by Ben').waitFor()
    await fay.page.getByText(/that the backup lacks/).waitFor({ state: 'hidden' })
    expect(await note(fay.page, 'Written by Ben').count()).toBe(1)
  })

  it('[SALVAGE13] lacks a younger review, and whoever was on it takes it away as a file', async () => {
    await younger.getByRole('heading', { name: 'This review is missing on the server' }).waitFor()
    await younger.reload()
    const file = younger.waitForEvent('download')
    await younger.getByRole('button', { name: 'Save the report' }).click()
    expect(await readFile(await (await file).path(), 'utf8')).toContain('GitLab')
  })

  it('[DEVICE9] may go again: pages open with what was put in order', async () => {
    await controlled(ana.page)
    await stage.killServer()
    await ana.page.reload()
    await note(ana.page, 'Written after the backup').waitFor()
    await stage.startServer()
    await saved(ana.page)
  })
})
