import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { fillDisk, freeDisk, limitDisk } from '../support/full-disk.ts'
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

const section = 'Lessons learned'
const composer = (page: Page) => page.getByRole('textbox', { name: `New note in ${section}` })
const note = (page: Page, text: string | RegExp) => page.getByRole('article', { name: text, exact: true })
const reword = async (page: Page, text: string | RegExp, key: 'Home' | 'End', words: string) => {
  await note(page, text).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Note', { exact: true }).press(key)
  await page.keyboard.type(words)
  await page.keyboard.press('Escape')
}
const sign = (page: Page, words: string | RegExp) =>
  page.getByRole('status', { name: 'Saved state' }).getByText(words).first().waitFor()
/** As when the network is back, or the person: it is tried again at once. */
const returns = (page: Page) => page.evaluate(() => void dispatchEvent(new Event('focus')))
const keepsNothing = (page: Page) => page.getByText(/What is not sent yet is in this page alone/)
const secondsLeft = async (page: Page) => {
  const [minutes, seconds] = (await page.getByRole('timer').first().innerText()).split(':').map(Number)
  return (minutes ?? 0) * 60 + (seconds ?? 0)
}

describe('a device', () => {
  let stage: Stage
  let fay: Attendee
  let board: string

  beforeAll(async () => {
    stage = await openStage(inject('chromium'))
    fay = await stage.enters()
    await openExample(fay, 'GitHub', 'Fay')
    board = fay.page.url()
    for (const title of ['Review the facts', 'Reflect', 'Discuss']) await goOn(fay.page, title, [fay.page])
  })
  afterAll(() => stage.close())

  /** Another tab of somebody, on the board. */
  async function tabOf({ context }: Attendee): Promise<Page> {
    const page = await context.newPage()
    await page.goto(board)
    await saved(page)
    return page
  }

  it('[DEVICE1] that is full says that it keeps nothing, and keeps everything again once there is room', async () => {
    const ana = await stage.enters()
    await limitDisk(ana)
    await ana.page.goto(stage.url + (await inviteFrom(fay.page, 'participant')))
    await ana.page.getByLabel('Your name').fill('Ana')
    await ana.page.getByRole('button', { name: /^Join the review/ }).click()
    await saved(ana.page)
    await fillDisk(ana.page)
    await ana.line.cut()
    await writeNote(ana.page, section, `Written on a full disk ${'.'.repeat(1500)}`)
    await keepsNothing(ana.page).waitFor()

    await freeDisk(ana.page)
    await keepsNothing(ana.page).waitFor({ state: 'hidden' })
    await writeNote(ana.page, section, 'Written after that')
    await sign(ana.page, /2 changes waiting/)
    await ana.page.close()
    await ana.line.mend()
    const again = await tabOf(ana)
    for (const text of [/^Written on a full disk/, 'Written after that']) {
      await again.getByRole('article', { name: text }).waitFor()
    }
    await ana.context.close()
  })

  it('[DEVICE2] [DEVICE3] that never answers: the board opens, says so, and what is written goes with the next page', async () => {
    const ben = await stage.enters()
    await ben.context.addInitScript(() => {
      const silent = () => Object.create(IDBOpenDBRequest.prototype)
      if (sessionStorage.getItem('answers') === null) IDBFactory.prototype.open = silent
    })
    await ben.page.goto(stage.url + (await inviteFrom(fay.page, 'participant')))
    await ben.page.getByLabel('Your name').fill('Ben')
    await ben.page.getByRole('button', { name: /^Join the review/ }).click()
    await saved(ben.page)
    await ben.line.cut()
    await writeNote(ben.page, section, 'Kept without a database')
    await composer(ben.page).fill('Half a thou')
    await keepsNothing(ben.page).waitFor()
    await sign(ben.page, /1 change waiting/)

    await withFullStorage(ben.page, async () => {
      const asked = ben.page.waitForEvent('dialog')
      await ben.page.close({ runBeforeUnload: true })
      expect((await asked).type()).toBe('beforeunload')
      await (await asked).dismiss()
    })
    await ben.page.goto('about:blank')
    await ben.line.mend()
    await ben.page.goto(board)
    await note(ben.page, 'Kept without a database').waitFor()
    expect(await composer(ben.page).inputValue()).toBe('Half a thou')
    await ben.context.close()
  })

  it('[DEVICE2] whose databases are deleted under the page: nothing on it is lost, and it says what it keeps', async () => {
    const dan = await stage.joins('Dan', fay, 'participant')
    await dan.line.cut()
    await writeNote(dan.page, section, 'Written before')
    await dan.page.evaluate(async () => {
      for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name ?? '')
    })
    await writeNote(dan.page, section, 'Written after')
    await keepsNothing(dan.page).waitFor()
    await dan.line.mend()
    await saved(dan.page)
    for (const text of ['Written before', 'Written after']) await note(fay.page, text).waitFor()
    await dan.context.close()
  })
  it('[DEVICE4] [DEVICE5] has one text in the composers of two tabs, and one tab sends what the other could not', async () => {
    const eve = await stage.joins('Eve', fay, 'participant')
    const other = await tabOf(eve)
    await eve.line.cut()
    await writeNote(eve.page, section, 'Written in the first tab')
    await composer(eve.page).fill('Half a thought')
    await expect.poll(() => composer(other).inputValue()).toBe('Half a thought')
    await eve.page.close()

    await eve.line.mend()
    await note(other, 'Written in the first tab').waitFor()
    await note(fay.page, 'Written in the first tab').waitFor()
    await composer(other).press('Enter')
    await note(fay.page, 'Half a thought').waitFor()
    await eve.context.close()
  })

  it('[NET6] keeps all letters of a note that two tabs edit, one of which has lost its connection', async () => {
    const nia = await stage.joins('Nia', fay, 'participant')
    await writeNote(nia.page, section, 'Deploys on Friday')
    await note(fay.page, 'Deploys on Friday').waitFor()
    await saved(nia.page)
    nia.line.deafen()
    await reword(nia.page, 'Deploys on Friday', 'Home', 'Big ')
    await sign(nia.page, 'Saving')
    const other = await tabOf(nia)
    await reword(other, /Deploys on Friday/, 'End', ' evening')
    await note(fay.page, /Deploys on Friday evening/).waitFor()

    await nia.line.hangUp()
    for (const page of [nia.page, other, fay.page]) await note(page, 'Big Deploys on Friday evening').waitFor()
    for (const page of [nia.page, other]) await saved(page)
    await nia.context.close()
  })

  it('[DEVICE12] [CLIENT9] that slept for a day comes back by itself, with what was typed, and shows the time of now', async () => {
    const gus = await stage.joins('Gus', fay, 'participant')
    const sleeper = await gus.context.newPage()
    await sleeper.clock.install({ time: Date.now() - 3_600_000 })
    await sleeper.goto(board)
    await saved(sleeper)
    expect(Math.abs((await secondsLeft(sleeper)) - (await secondsLeft(fay.page)))).toBeLessThanOrEqual(2)
    await composer(sleeper).fill('Still to be said')
    gus.line.deafen()
    await writeNote(fay.page, section, 'Said while Gus slept')

    await sleeper.clock.fastForward('24:00:00')
    await note(sleeper, 'Said while Gus slept').waitFor()
    await expect
      .poll(async () => Math.abs((await secondsLeft(sleeper)) - (await secondsLeft(fay.page))))
      .toBeLessThan(3)
    await composer(sleeper).press('Enter')
    await note(fay.page, 'Still to be said').waitFor()

    await sleeper.clock.setSystemTime(Date.now())
    await expect
      .poll(async () => Math.abs((await secondsLeft(sleeper)) - (await secondsLeft(fay.page))))
      .toBeLessThan(3)
    await gus.context.close()
  })

  it('[DEVICE6] that became somebody else in another tab says so, and goes on as them', async () => {
    const hal = await stage.joins('Hal', fay, 'participant')
    const ida = await stage.joins('Ida', fay, 'participant')
    await ida.page.getByRole('button', { name: 'Share' }).click()
    await ida.page.getByRole('button', { name: 'Make a link to me' }).click()
    const link = await ida.page.getByLabel('Link to me').inputValue()
    hal.line.deafen()
    await writeNote(hal.page, section, 'Written as Hal')
    await composer(hal.page).fill('Half a thought of Hal')
    const other = await hal.context.newPage()
    await other.goto(link)
    await other.getByRole('button', { name: 'Go on as Ida' }).click()
    await hal.page.getByText('This browser is no longer known here').waitFor()

    await saved(other)
    await note(other, 'Written as Hal').waitFor()
    expect(await note(other, 'Written as Hal').count()).toBe(1)
    await hal.page.getByRole('button', { name: 'Try again' }).click()
    await saved(hal.page)
    await saved(other)
    expect(await composer(hal.page).inputValue()).toBe('Half a thought of Hal')
    for (const { context } of [hal, ida]) await context.close()
  })

  it('[DEVICE7] is told nothing of a board by the network of a train, and keeps its copy', async () => {
    const jo = await stage.joins('Jo', fay, 'participant')
    const toLogin = { status: 200, contentType: 'text/html', body: '<h1>Welcome aboard</h1>' }
    await jo.context.route('**/api/**', (route) => route.fulfill(toLogin))
    await jo.page.reload()
    await writeNote(jo.page, section, 'Written on the train')
    await sign(jo.page, /Can’t reach the board, 1 change waiting/)
    const refused = jo.page.waitForResponse((response) => response.status() === 404)
    await jo.context.route('**/api/**', (route) => route.fulfill({ ...toLogin, status: 404 }))
    await returns(jo.page)
    await refused
    await sign(jo.page, /Can’t reach the board, 1 change waiting/)

    await jo.context.unroute('**/api/**')
    await returns(jo.page)
    await note(fay.page, 'Written on the train').waitFor()
    await jo.context.close()
  })

  it('[DEVICE8] whose page is older than the server lacks a part, and nothing around it', async () => {
    const kim = await stage.joins('Kim', fay, 'participant')
    await kim.context.route('**/assets/ActionsPanel-*', (route) => route.fulfill({ status: 404, body: '' }))
    await composer(kim.page).fill('Half a thought')
    await composer(kim.page).press('Escape')
    await kim.page.keyboard.press('Shift+A')
    await kim.page.getByRole('alert').getByText('This part of the page did not arrive').waitFor()
    expect(await composer(kim.page).inputValue()).toBe('Half a thought')

    await kim.context.unroute('**/assets/ActionsPanel-*')
    await kim.page.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
    await kim.page.getByText('No actions yet').waitFor()
    await kim.context.close()
  })

  it('[DEVICE13] whose page is of an older layout says so, takes words all the same, and has them after a reload', async () => {
    const lea = await stage.enters()
    await lea.context.addInitScript(() => {
      const Socket = WebSocket
      globalThis.WebSocket = class extends Socket {
        constructor(url: string | URL) {
          super('isOld' in globalThis ? String(url).replace(/schema=\d+/, 'schema=0') : url)
        }
      }
    })
    await lea.page.goto(stage.url + (await inviteFrom(fay.page, 'participant')))
    await lea.page.getByLabel('Your name').fill('Lea')
    await lea.page.getByRole('button', { name: /^Join the review/ }).click()
    await saved(lea.page)
    await lea.page.evaluate(() => Object.assign(globalThis, { isOld: true }))
    await lea.line.cut()
    await lea.line.mend()
    await lea.page.getByText(/Hindsight was updated while this page was open/).waitFor()
    await sign(lea.page, 'Not saved')
    await writeNote(lea.page, section, 'Written on an old page')
    await composer(lea.page).fill('Half a thought')

    await lea.page.getByRole('button', { name: 'Reload' }).click()
    await note(fay.page, 'Written on an old page').waitFor()
    await saved(lea.page)
    expect(await composer(lea.page).inputValue()).toBe('Half a thought')
    await lea.context.close()
  })
})

/** Nothing goes into the browser's small storage meanwhile. */
async function withFullStorage(page: Page, work: () => Promise<unknown>): Promise<void> {
  const real = await page.evaluateHandle(() => Storage.prototype.setItem)
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await work()
  await page.evaluate((setItem) => {
    Storage.prototype.setItem = setItem
  }, real)
}
