import { renderSVG } from 'uqr'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { byThumb, carry, phone, tooSmall } from '../support/by-thumb.ts'
import { type Attendee, goOn, openStage, type Stage, saved } from '../support/stage.ts'

describe('a review on phones', () => {
  let stage: Stage
  let fay: Attendee
  let ana: Attendee

  const both = () => [fay.page, ana.page]
  const next = (title: string) => goOn(fay.page, title, both(), byThumb)
  /** Nothing is wider than the screen, and everything in sight can be hit with a thumb. [PHONE5] */
  const fits = async () => expect((await Promise.all(both().map(tooSmall))).flat()).toEqual([])

  beforeAll(async () => {
    stage = await openStage(inject('chromium'))
    fay = await stage.enters(phone)
    ana = await stage.enters(phone)
  })

  afterAll(() => stage.close())

  it('[PHONE1] [PHONE5] is begun, and joined by the link of a code', async () => {
    const { page } = fay
    await page.getByRole('button', { name: /^Cloudflare/ }).tap()
    await page.getByRole('dialog').getByLabel('Your name').fill('Fay')
    await page.getByRole('dialog').getByRole('button', { name: 'Open the board' }).tap()
    await saved(page)
    await page.getByRole('button', { name: 'Menu', exact: true }).tap()
    await page.getByRole('menuitem', { name: /^Share/ }).tap()
    const code = page.getByRole('img', { name: /^Code that opens/ })
    const link = await page.getByLabel('For participants').inputValue()
    expect(await code.getAttribute('src')).toBe(
      `data:image/svg+xml,${encodeURIComponent(renderSVG(link, { border: 2, ecc: 'M' }))}`,
    )
    expect(await tooSmall(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap()

    await ana.page.goto(link)
    await ana.page.getByLabel('Your name').fill('Ana')
    expect(await tooSmall(ana.page)).toEqual([])
    await ana.page.getByRole('button', { name: /^Join the review/ }).tap()
    await saved(ana.page)
    await fits()
    await next('Review the facts')
    await fits()
    await next('Reflect')
  })

  it('[PHONE2] [PHONE5] is written for, with a hand and a word that one is done', async () => {
    const { page } = ana
    for (const [section, text] of [
      ['Went well', 'The global kill switch worked'],
      ['Lessons learned', 'Rules went out everywhere at once'],
      ['Lessons learned', 'Simulate mode is not free'],
    ] as const) {
      await page
        .getByRole('navigation', { name: 'Sections' })
        .getByRole('button', { name: new RegExp(`^${section}`) })
        .tap()
      const composer = page.getByRole('textbox', { name: `New note in ${section}` })
      await composer.tap()
      await composer.pressSequentially(text)
      await page.getByRole('button', { name: /^Add/ }).filter({ visible: true }).first().tap()
    }
    await fits()
    await page.getByRole('button', { name: 'Raise hand' }).tap()
    await fay.page.getByText('1 hand up').first().waitFor({ state: 'attached' })
    await page.getByRole('button', { name: 'Hand is up' }).tap()
    await page.getByRole('button', { name: 'I’m done' }).tap()
    await fay.page.getByText('3 notes from 1 person').waitFor()
    await saved(page)
    await next('Discuss')
    await fits()
  })

  it('[NOTEUI13] keeps what somebody is writing in sight as the facilitator moves on', async () => {
    const { page } = ana
    await page
      .getByRole('navigation', { name: 'Sections' })
      .getByRole('button', { name: /^Ongoing/ })
      .tap()
    const composer = page.getByRole('textbox', { name: 'New note in Ongoing problems' })
    await composer.tap()
    await composer.pressSequentially('Nobody owns')
    await next('Find themes')
    await page.getByRole('region', { name: 'Ungrouped notes' }).waitFor()
    await expect.poll(() => composer.evaluate((box) => box === document.activeElement)).toBe(true)
    const { bottom } = await composer.evaluate((box) => box.getBoundingClientRect())
    expect(bottom).toBeLessThan(phone.viewport.height)
    await composer.fill('')
  })

  it('[PHONE3] [PHONE5] has its notes grouped by carrying one onto another', async () => {
    const { page } = ana
    await fits()
    await carry(
      page,
      page.getByRole('article', { name: 'Simulate mode is not free' }),
      page.getByRole('article', { name: 'Rules went out everywhere at once' }),
      fay.page.getByText('Ana is moving'),
    )
    await page.getByLabel('Name of the theme').fill('Rollout')
    await saved(page)
  })

  it('[PHONE4] [PHONE5] [VOTEUI12] [UI26] is voted on, counted and acted on', async () => {
    await next('Prioritise')
    const { page } = ana
    await page.getByRole('button', { name: 'Vote for Rollout' }).tap()
    await page.getByRole('button', { name: 'Vote for Rollout' }).tap()
    await page.getByRole('button', { name: 'Vote for The global kill switch worked' }).tap()
    await page.getByText('2 of 5 votes left').waitFor()
    await fits()
    await saved(page)
    await next('Plan actions')
    await fits()
    await page.getByText('2 votes', { exact: true }).waitFor()
    const widths = await page.getByRole('meter').evaluateAll((bars) => bars.map((bar) => bar.clientWidth))
    expect(widths).toEqual([widths[0], widths[0]])
    await page.emulateMedia({ forcedColors: 'active' })
    const bar = page.getByRole('meter').first()
    const [fill, ink] = await bar.evaluate((track) => [
      track.firstElementChild && getComputedStyle(track.firstElementChild).backgroundColor,
      getComputedStyle(track).color,
    ])
    expect(fill).toBe(ink)
    await page.emulateMedia({ forcedColors: 'none' })
    await page.getByRole('button', { name: 'Add action for Rollout' }).tap()
    await page.getByLabel('New action for Rollout').fill('Roll out in steps')
    await page.keyboard.press('Enter')
    await saved(page)
    await next('Wrap up')
    await fits()
    await fay.page.getByRole('button', { name: 'Finish review' }).tap()
    await fay.page.getByRole('alertdialog').getByRole('button', { name: 'Finish review' }).tap()
    await page
      .getByText(/review is finished/i)
      .first()
      .waitFor()
    await fits()
  })
})
