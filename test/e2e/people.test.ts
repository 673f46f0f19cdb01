import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { BoardAnswer } from '../../shared/api/boards.ts'
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

const everywhere = 'Rules went out everywhere at once'
const free = 'Simulate mode is not free'

describe('people of a review', () => {
  let stage: Stage
  let fay: Attendee
  let ana: Attendee
  let ben: Attendee

  const everyone = () => [fay.page, ana.page, ben.page]

  beforeAll(async () => {
    stage = await openStage(inject('chromium'))
    fay = await stage.enters()
    await openExample(fay, 'Cloudflare', 'Fay')
    ana = await stage.joins('Ana', fay, 'participant')
    ben = await stage.joins('Ben', fay, 'participant')
    for (const title of ['Review the facts', 'Reflect']) await goOn(fay.page, title, everyone())
  })

  afterAll(() => stage.close())

  it('[PEOPLE1] go on as themselves on another device, with their drafts', async () => {
    await writeNote(ana.page, 'Lessons learned', 'Rules went out everywhere at once')
    await saved(ana.page)
    await ana.page.getByRole('button', { name: 'Share' }).click()
    await ana.page.getByRole('button', { name: 'Make a link to me' }).click()
    const link = await ana.page.getByLabel('Link to me').inputValue()
    await ana.page.keyboard.press('Escape')

    const phone = await stage.enters({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    await phone.page.goto(link)
    await saved(phone.page)
    await phone.page.getByRole('button', { name: /^Lessons learned/ }).click()
    await phone.page.getByText('Rules went out everywhere at once').waitFor()
    await phone.context.close()
  })

  it('[UI8] are asked before somebody else’s link makes their browser that person’s', async () => {
    await ana.page.getByRole('button', { name: 'Share' }).click()
    await ana.page.getByRole('button', { name: 'Make a link to me' }).click()
    const link = await ana.page.getByLabel('Link to me').inputValue()
    await ana.page.keyboard.press('Escape')
    const tab = await ben.context.newPage()
    await tab.goto(link)
    await tab.getByRole('heading', { name: 'Go on as Ana?' }).waitFor()
    await tab.getByRole('button', { name: 'Stay Ben' }).click()
    await saved(tab)
    await tab.getByRole('list', { name: 'Here now' }).getByRole('button', { name: /^Ben/ }).waitFor()
    await tab.close()
  })

  it('[PEOPLE2] become co-facilitators from their avatar, and lead at once', async () => {
    await fay.page.getByRole('list', { name: 'Here now' }).getByRole('button', { name: /^Ben/ }).click()
    await fay.page.getByRole('menuitem', { name: 'Make co-facilitator' }).click()
    await goOn(ben.page, 'Discuss', everyone())
  })

  it('[PEOPLE3] have their notes highlighted with a click on them', async () => {
    await ana.page.getByRole('article', { name: 'Rules went out everywhere at once' }).waitFor()
    await writeNote(fay.page, 'Lessons learned', 'Simulate mode is not free')
    await ana.page.getByRole('article', { name: 'Simulate mode is not free' }).waitFor()
    const fayButton = ana.page.getByRole('list', { name: 'Here now' }).getByRole('button', { name: /^Fay/ })
    await fayButton.click()
    expect(await fayButton.getAttribute('aria-pressed')).toBe('true')
    await ana.page.getByRole('button', { name: 'Show all notes alike' }).click()
    expect(await fayButton.getAttribute('aria-pressed')).toBe('false')
  })

  it('[PEOPLE4] raise a hand that everyone sees', async () => {
    await ana.page.getByRole('button', { name: 'Raise hand' }).click()
    await fay.page
      .getByRole('button', { name: /^Ana, .*hand/i })
      .first()
      .waitFor()
    await ana.page.getByRole('button', { name: 'Hand is up' }).click()
    await fay.page
      .getByRole('button', { name: /^Ana, .*hand/i })
      .first()
      .waitFor({ state: 'hidden' })
  })

  it('[PEOPLE5] drag a note onto another to make a theme', async () => {
    await goOn(fay.page, 'Find themes', everyone())
    const from = fay.page.getByRole('article', { name: 'Simulate mode is not free' })
    const onto = fay.page.getByRole('article', { name: 'Rules went out everywhere at once' })
    await dragOnto(fay, from, onto)
    await fay.page.getByLabel('Name of the theme').fill('Rollout')
    for (const page of everyone()) await page.getByLabel('Theme: Rollout').waitFor()
    await fay.page.keyboard.press('Escape')
    await fay.page.getByRole('button', { name: 'Undo' }).first().click()
    await ana.page.getByText('2 of 2 notes ungrouped').waitFor()
  })

  it('[PEOPLE6] see the same time left, also after a reload', async () => {
    await goOn(fay.page, 'Prioritise', everyone())
    await ana.page.reload()
    await saved(ana.page)
    const left = await Promise.all([fay, ana].map(({ page }) => page.getByRole('timer').first().innerText()))
    const [fays = 0, anas = 0] = left.map(seconds)
    expect(Math.abs(fays - anas)).toBeLessThanOrEqual(1)
    expect(fays).toBeGreaterThan(180)
  })

  it('[LEASE1] are led on while the browser of who leads is dead, first by whoever leads too', async () => {
    const { request } = fay.page
    const board = `${stage.url}${apiPaths.board(boardOf(fay.page))}`
    const { me }: BoardAnswer = await (await ana.page.request.get(board)).json()
    const named = { type: 'deputy.set', person: me.id, afterSeconds: 10 }
    const answer = await request.post(stage.url + apiPaths.commands(boardOf(fay.page)), { data: named })
    expect(answer.status()).toBe(200)
    await Promise.all([fay.page.waitForEvent('crash'), fay.page.goto('chrome://crash').catch(() => {})])
    await ana.page.getByRole('button', { name: /^Next:/ }).waitFor({ state: 'detached' })
  })

  it('[COUNT2] [VOTE17] go back from the vote to the themes and forward again, with every vote accounted for', async () => {
    const both = [ana.page, ben.page]
    const vote = async (page: Page, text: string) => page.getByRole('button', { name: `Vote for ${text}` }).click()
    for (const text of [free, free, everywhere]) await vote(ana.page, text)
    await vote(ben.page, free)
    await Promise.all(both.map(saved))

    await ben.page.getByRole('button', { name: /^Go to Find themes/ }).click()
    await ben.page.getByRole('alertdialog').getByRole('button', { name: 'Go to Find themes' }).click()
    await Promise.all(both.map((page) => inPhase(page, 'Find themes')))
    await writeNote(ben.page, 'Lessons learned', 'Rollback took minutes')
    await ana.page.getByRole('article', { name: free }).focus()
    await ana.page.keyboard.press('g')
    await ana.page.getByRole('dialog').getByRole('option', { name: 'Rollback took minutes' }).click()
    await ana.page.getByLabel('Name of the theme').fill('Rollout')
    await Promise.all(both.map((page) => page.getByLabel('Theme: Rollout').waitFor()))

    await goOn(ben.page, 'Prioritise', both)
    await ana.page.getByText('2 of your votes followed their note into “Rollout”.').waitFor()
    await ben.page.getByText('A vote of yours followed its note into “Rollout”.').waitFor()
    await ana.page.getByText('2 of 5 votes left').waitFor()
    await ben.page.getByText('4 of 5 votes left').waitFor()
    await ben.page.getByRole('button', { name: 'Count votes' }).click()
    await ben.page.getByRole('alertdialog').getByRole('button', { name: 'Count votes' }).click()
    await Promise.all(both.map((page) => page.getByText('2 of 3 people voted · 4 cast = 4 counted').waitFor()))
    await Promise.all(
      both.map((page) => page.getByRole('listitem').filter({ hasText: 'Rollout' }).getByText('3 votes').waitFor()),
    )
  })

  it('[LEASE1] [LEASE2] are led by the deputy once who leads was gone for long, and by them again as they return', async () => {
    await goOn(ana.page, 'Plan actions', [ana.page, ben.page])
    const url = ana.page.url()
    const page = await fay.context.newPage()
    fay = { ...fay, page }
    await page.goto(url)
    await saved(page)
    await ana.page.getByText('Ana gave back to Fay').first().waitFor()
    await ana.page.getByRole('button', { name: /^Next:/ }).waitFor({ state: 'detached' })
    await goOn(page, 'Wrap up', everyone())
  })

  it('[CLIENT15] walk through the contents of a report without entering anew', async () => {
    const page = await fay.context.newPage()
    await page.goto(`${fay.page.url()}/report`)
    const heading = page.getByRole('navigation', { name: 'Contents' }).getByRole('link').first()
    await heading.waitFor()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await heading.click()
    await page.waitForURL(/#/)
    await page.evaluate(() => fetch('/healthz'))
    expect(asked.filter((path) => path.includes('/boards/'))).toEqual([])
    await page.close()
  })

  it('[PEOPLE7] [SALVAGE9] are told why when they are removed, and nothing of the review stays with them', async () => {
    await fay.page.getByRole('list', { name: 'Here now' }).getByRole('button', { name: /^Ana/ }).click()
    await fay.page.getByRole('menuitem', { name: 'Remove from the review' }).click()
    await fay.page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Remove/ })
      .click()
    await ana.page
      .getByText(/removed/i)
      .first()
      .waitFor()
    const { page } = ana
    await page.goto(stage.url)
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('.board.')))).toEqual([])
  })
})

async function dragOnto({ page }: Attendee, from: ReturnType<Attendee['page']['getByRole']>, onto: typeof from) {
  await from.scrollIntoViewIfNeeded()
  const start = (await from.boundingBox())!
  const end = (await onto.boundingBox())!
  await page.mouse.move(start.x + start.width / 2, start.y + 16)
  await page.mouse.down()
  await page.mouse.move(start.x + start.width / 2, start.y + 30, { steps: 4 })
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 12 })
  await page.mouse.up()
}

function seconds(clock: string): number {
  const [minutes = 0, rest = 0] = clock.split(':').map(Number)
  return minutes * 60 + rest
}
