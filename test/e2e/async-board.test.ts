import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { apiPaths } from '../../shared/api/paths.ts'
import {
  type Attendee,
  boardOf,
  goOn,
  inPhase,
  openExample,
  openStage,
  type Stage,
  saved,
  writeNote,
} from '../support/stage.ts'

const hourMs = 3_600_000

describe('a review over days', () => {
  let stage: Stage
  let fay: Attendee
  let ana: Attendee

  /** The server is away for a moment, and so many hours have gone by when it is back. */
  const hoursLater = async (hours: number) => {
    await stage.killServer()
    await stage.startServer(hours * hourMs)
  }
  /** As a field for a date and a time takes it, on this machine's clock. */
  const inHours = (hours: number) => {
    const at = new Date(Date.now() + hours * hourMs)
    return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
  }

  beforeAll(async () => {
    stage = await openStage(inject('chromium'))
    fay = await stage.enters()
    await openExample(fay, 'GitHub', 'Fay')
    ana = await stage.joins('Ana', fay, 'participant')
    for (const title of ['Review the facts', 'Reflect']) await goOn(fay.page, title, [ana.page])
  })

  afterAll(() => stage.close())

  it('[UI19] is given its dates by the facilitator, and everyone sees them', async () => {
    const { page } = fay
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Agenda' }).click()
    for (const [phase, hours] of [
      ['Reflect', 24],
      ['Discuss', 48],
    ] as const) {
      await page.getByRole('button', { name: `How ${phase} ends` }).click()
      await page.getByLabel(`End of ${phase}, in my time`).fill(inHours(hours))
      await page.getByLabel(`Who ends ${phase}`).selectOption('Moves on when time is up')
    }
    await page.getByRole('button', { name: 'Save the agenda' }).click()
    await page.getByRole('dialog', { name: 'Agenda' }).waitFor({ state: 'detached' })
    await ana.page.getByRole('button', { name: /^Reflect/ }).click()
    await ana.page
      .getByText(/^until .+ UTC/)
      .first()
      .waitFor()
    await ana.page.keyboard.press('Escape')
  })

  it('[UI20] asks for what is to be done by a message for chat, whose link lets in, and by a calendar', async () => {
    const { page, context } = fay
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Agenda' }).click()
    await page.getByRole('button', { name: 'Copy message for chat' }).first().click()
    await page.getByText('Message copied').waitFor()
    const message = await page.evaluate(() => navigator.clipboard.readText())
    expect(message).toMatch(/: Reflect\. .+ Open until .+ UTC/)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Agenda' }).waitFor({ state: 'detached' })

    const { page: bens } = await stage.enters()
    await bens.goto(/http\S+$/.exec(message)![0])
    await bens.getByLabel('Your name').fill('Ben')
    await bens.getByRole('button', { name: /^Join the review/ }).click()
    await saved(bens)
    const calendar = await bens.request.get(stage.url + apiPaths.report(boardOf(bens), 'ics'))
    expect((await calendar.text()).match(/SUMMARY:(Reflect|Discuss)[^\r]*/g)).toHaveLength(2)
    await bens.context().close()
  })

  it('[CLOCK4] reveals what was written when its first date comes, also over a restart', async () => {
    await writeNote(ana.page, 'Lessons learned', 'failover crossed a region')
    await saved(ana.page)
    await hoursLater(23)
    await inPhase(ana.page, 'Reflect')
    expect(await fay.page.getByRole('article', { name: 'failover crossed a region' }).count()).toBe(0)
    await hoursLater(24.1)
    await Promise.all([fay, ana].map(({ page }) => inPhase(page, 'Discuss')))
    await fay.page.getByRole('article', { name: 'failover crossed a region' }).waitFor()
  })

  it('[CLOCK4] goes on while its facilitator is away', async () => {
    await fay.context.close()
    await hoursLater(48.1)
    await inPhase(ana.page, 'Find themes')
  })
})
