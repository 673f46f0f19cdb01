import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import {
  byKeyboard,
  hearAnnouncements,
  hiddenFocus,
  isAt,
  placeOf,
  pressOn,
  tabOrder,
  tabTo,
  walkTo,
} from '../support/by-keyboard.ts'
import { type Attendee, goOn, openStage, type Stage, saved, writeNote } from '../support/stage.ts'

const quorum = 'Orchestrator trusts its own quorum'
const failover = 'Failover crosses the country without asking'

const inOrder = ['header', 'main', 'footer']
const composers = ['Went well', 'Lessons learned', 'Future considerations', 'Ongoing problems'].map(
  (section) => `New note in ${section}`,
)

describe('a review without a mouse', () => {
  let stage: Stage
  let fay: Page
  let ben: Attendee
  let ana: Page
  let heard: Awaited<ReturnType<typeof hearAnnouncements>>
  let link = ''

  const everyone = () => [fay, ben.page, ana]
  /** Of the notes of a column one is a stop of Tab; arrows lead to the others. */
  const stopAmongNotes = () => ana.locator('article[data-note][tabindex="0"]').first()
  const note = (text: string) => ana.getByRole('article', { name: text })
  const type = (text: string) => ana.keyboard.type(text)
  const press = (key: string) => ana.keyboard.press(key)

  /** Fay goes on, and Ana hears what that brings. */
  async function next(title: string, says: readonly string[] = []) {
    await goOn(fay, title, everyone(), byKeyboard)
    const words: string[] = []
    await expect
      .poll(async () => words.push(await heard.take()) && words.join('. '))
      .toSatisfy((said: string) => [`Now: ${title}`, ...says].every((each) => said.includes(each)))
  }

  beforeAll(async () => {
    stage = await openStage(inject('chromium'))
    fay = (await stage.enters()).page
    ana = (await stage.enters()).page
  })

  afterAll(() => stage.close())

  it('[A11Y6] is begun, and others are asked to it', async () => {
    await pressOn(fay, fay.getByRole('button', { name: /^GitHub/ }))
    await tabTo(fay, fay.getByRole('dialog').getByLabel('Your name'))
    await fay.keyboard.type('Fay')
    await pressOn(fay, fay.getByRole('dialog').getByRole('button', { name: 'Open the board' }))
    await saved(fay)
    await fay.keyboard.press('s')
    const shared = fay.getByRole('dialog').getByLabel('For participants')
    await tabTo(fay, shared)
    link = await shared.inputValue()
    await fay.keyboard.press('Escape')
    await shared.waitFor({ state: 'detached' })
    ben = await stage.joins('Ben', { ...ben, page: fay }, 'participant')
  })

  it('[A11Y3] [A11Y7] [A11Y8] is joined, and written for', async () => {
    await ana.goto(link)
    await ana.getByLabel('Your name').waitFor()
    await type('Ana')
    await press('Enter')
    await saved(ana)
    heard = await hearAnnouncements(ana)
    expect((await tabOrder(ana)).parts).toEqual(inOrder)
    await next('Review the facts')
    expect((await tabOrder(ana)).parts).toEqual(inOrder)
    await next('Reflect')
    const { parts, names } = await tabOrder(ana)
    expect(parts).toEqual(inOrder)
    expect(names.filter((name) => name.startsWith('New note in'))).toEqual(composers)
    await tabTo(ana, ana.getByRole('textbox', { name: 'New note in Lessons learned' }))
    await type(quorum)
    await press('Enter')
    await type(failover)
    await press('Enter')
    await ana.getByLabel('My notes in Lessons learned').getByText(quorum).waitFor()
    await saved(ana)
  })

  it('[A11Y5] [A11Y7] [A11Y8] keeps place and caret while others write, and while the facilitator moves on', async () => {
    await type('half a thought')
    for (let step = 0; step < 7; step += 1) await press('ArrowLeft')
    const before = await placeOf(ana)
    for (const text of ['Deploys were frozen', 'Alerts came early', 'Restores were tested']) {
      await writeNote(ben.page, 'Went well', text)
    }
    await ana.getByText('5 notes from 2 people').waitFor()
    expect(await placeOf(ana)).toEqual(before)
    await next('Discuss', ['5 notes revealed'])
    await writeNote(ben.page, 'Lessons learned', 'Nobody drilled this')
    await ana.getByText('Nobody drilled this').waitFor()
    expect(await placeOf(ana)).toEqual(before)
    await press('Control+a')
    await press('Delete')
    expect((await tabOrder(ana)).parts).toEqual(inOrder)
  })

  it('[A11Y9] gives the keyboard back when something closes, and leaves it with whoever types by then', async () => {
    const react = ana.getByRole('button', { name: 'React' })
    const reactions = ana.getByRole('dialog', { name: 'React' })
    const composer = ana.getByRole('textbox', { name: 'New note in Lessons learned' })
    const opened = () => reactions.evaluate((popup) => Promise.all(popup.getAnimations().map((each) => each.finished)))
    await pressOn(ana, react)
    await opened()
    await press('Escape')
    await reactions.waitFor({ state: 'detached' })
    await expect.poll(() => isAt(react)).toBe(true)

    await press('Enter')
    await opened()
    await press('Escape')
    await composer.focus() // it is still fading out
    await reactions.waitFor({ state: 'detached' })
    await type('none of it goes missing')
    expect(await composer.inputValue()).toBe('none of it goes missing')
    await press('Control+a')
    await press('Delete')
  })

  it('[A11Y6] [A11Y7] is discussed: shown, asked about by hand, and written down', async () => {
    await fay.keyboard.press(']')
    const shown = ana.getByRole('region', { name: 'In the spotlight' })
    await tabTo(ana, shown.getByLabel('What was said'))
    await type('Ask the region first')
    await press('Escape')
    await fay.getByText('Ask the region first').first().waitFor()
    await expect.poll(() => heard.take()).toContain('In the spotlight: ')
    const fays = await hearAnnouncements(fay)
    await press('Tab')
    await press('h')
    await expect.poll(() => fays.take()).toContain('Ana raised a hand')
    await press('h')
    await pressOn(fay, fay.getByRole('button', { name: 'Take out of the spotlight' }))
    await shown.waitFor({ state: 'detached' })
  })

  it('[A11Y3] [A11Y4] has its notes moved, and actions added for them', async () => {
    await tabTo(ana, stopAmongNotes())
    await walkTo(ana, note(quorum))
    await press('m')
    await ana.getByRole('dialog', { name: 'Move to…' }).waitFor()
    await type('Ongoing')
    await press('Enter')
    await ana.getByRole('region', { name: 'Ongoing problems' }).getByText(quorum).waitFor()
    await expect.poll(() => isAt(note(quorum))).toBe(true)
    await press('a')
    await ana.getByRole('button', { name: /^Actions 1/ }).waitFor()
    expect(await hiddenFocus(ana)).toBeNull()
  })

  it('[A11Y3] [A11Y4] [A11Y7] [A11Y8] has its notes grouped, and the theme named', async () => {
    await next('Find themes')
    expect((await tabOrder(ana)).parts).toEqual(inOrder)
    await tabTo(ana, stopAmongNotes())
    await walkTo(ana, note(failover))
    await press('g')
    await ana.getByRole('dialog', { name: 'Group with…' }).waitFor()
    await type(quorum.slice(0, 12))
    await press('Enter')
    const name = ana.getByLabel('Name of the theme')
    await expect.poll(() => isAt(name)).toBe(true)
    await press('Control+a')
    await type('Failover without a human')
    await press('Escape')
    await ben.page.getByLabel('Theme: Failover without a human').waitFor()
    await expect.poll(() => hiddenFocus(ana)).toBeNull()
  })

  it('[A11Y3] [A11Y4] [A11Y7] [A11Y8] is voted on, and counted', async () => {
    await next('Prioritise', ['A vote is open'])
    const { parts, names } = await tabOrder(ana)
    expect(parts).toEqual(inOrder)
    expect(names.filter((name) => name.startsWith('Vote for'))[0]).toBe('Vote for Failover without a human')
    await tabTo(ana, ana.getByRole('button', { name: 'Vote for Failover without a human' }))
    await press('Enter')
    await press('Enter')
    await ana.getByText('3 of 5 votes left').waitFor()
    expect(await hiddenFocus(ana)).toBeNull()
    await saved(ana)
    await pressOn(fay, fay.getByRole('button', { name: 'Count votes' }))
    await pressOn(fay, fay.getByRole('alertdialog').getByRole('button', { name: 'Count votes' }))
    await ana.getByText('1 of 3 people voted · 2 cast = 2 counted').waitFor()
    await expect.poll(() => heard.take()).toContain('The votes are counted')
  })

  it('[A11Y6] [A11Y7] [A11Y8] is acted on, wrapped up and finished, and its report read', async () => {
    await next('Plan actions')
    expect((await tabOrder(ana)).parts).toEqual(inOrder)
    const action = ana.getByRole('article', { name: quorum })
    await tabTo(ana, action.getByLabel('Owner'))
    await type('Ana')
    await press('Enter')
    await tabTo(ana, action.getByLabel('How it will be verified'))
    await type('A game day that cuts the link')
    await saved(ana)
    await next('Wrap up')
    expect((await tabOrder(ana)).parts).toEqual(inOrder)
    await tabTo(ana, ana.getByLabel('Takeaways'))
    await type('Ask before failing over.')
    await saved(ana)
    await pressOn(fay, fay.getByRole('button', { name: 'Finish review' }))
    await pressOn(fay, fay.getByRole('alertdialog').getByRole('button', { name: 'Finish review' }))
    await expect.poll(() => heard.take()).toContain('The review is finished')
    await press('Escape')
    await press('Control+k')
    await ana.getByRole('dialog').getByRole('combobox').waitFor()
    await type('open the report')
    await press('Enter')
    await ana.getByRole('heading', { name: /Short network cut/ }).waitFor()
    for (const text of ['Ask before failing over.', 'A game day that cuts the link', 'Ask the region first']) {
      await ana.getByText(text).first().waitFor()
    }
  })
})
