import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Attendee, goOn, openExample, openStage, type Stage, saved, writeNote } from '../support/stage.ts'

const texts = ['Failover needs a human', 'Queues hid the backlog', 'Status page was late']

describe('two people at the same note', () => {
  let stage: Stage
  let fay: Attendee
  let ana: Attendee
  let ben: Attendee

  const everyone = () => [fay.page, ana.page, ben.page]
  const settle = () => Promise.all(everyone().map(saved))
  const note = ({ page }: Attendee, text: string | RegExp) => page.getByRole('article', { name: text })

  /** Both are cut off, each does their part, both come back. */
  async function apart(anas: () => Promise<void>, bens: () => Promise<void>): Promise<void> {
    await Promise.all([ana.line.cut(), ben.line.cut()])
    await anas()
    await bens()
    await Promise.all([ana.line.mend(), ben.line.mend()])
    await settle()
  }

  beforeAll(async () => {
    stage = await openStage(inject('chromium'))
    fay = await stage.enters()
    await openExample(fay, 'GitHub', 'Fay')
    ana = await stage.joins('Ana', fay, 'participant')
    ben = await stage.joins('Ben', fay, 'participant')
    for (const title of ['Review the facts', 'Reflect', 'Discuss']) await goOn(fay.page, title, everyone())
    for (const text of texts) await writeNote(ana.page, 'Lessons learned', text)
    await goOn(fay.page, 'Find themes', everyone())
    await Promise.all(
      everyone().flatMap((page) => texts.map((text) => page.getByRole('article', { name: text }).waitFor())),
    )
  })

  afterAll(() => stage.close())

  it('[NET5] group it into different themes: it ends in one of them, the same one everywhere, once', async () => {
    const group = async ({ page }: Attendee, onto: string) => {
      await page.getByRole('article', { name: texts[0]! }).focus()
      await page.keyboard.press('g')
      await page.getByRole('dialog').getByRole('option', { name: onto }).click()
      await page.getByLabel('Name of the theme').press('Escape')
    }
    await apart(
      () => group(ana, texts[1]!),
      () => group(ben, texts[2]!),
    )
    await expect.poll(() => Promise.all(everyone().map(layout))).toSatisfy(allAlike)
    for (const person of [fay, ana, ben]) expect(await note(person, texts[0]!).count()).toBe(1)
  })

  it('[NET6] edit its text: both wordings are there, everywhere alike', async () => {
    const type = async ({ page }: Attendee, key: 'Home' | 'End', words: string) => {
      await page.getByRole('article', { name: texts[1]! }).focus()
      await page.keyboard.press('Enter')
      await page.getByLabel('Note', { exact: true }).press(key)
      await page.keyboard.type(words)
      await page.keyboard.press('Escape')
    }
    await fay.page.request.post(
      `${stage.url}/api${new URL(fay.page.url()).pathname.replace('/b/', '/boards/')}/commands`,
      {
        data: { type: 'settings.set', editing: 'anyone' },
      },
    )
    await settle()
    await apart(
      () => type(ana, 'End', ' for hours'),
      () => type(ben, 'Home', 'Long '),
    )
    for (const person of [fay, ana, ben]) await note(person, 'Long Queues hid the backlog for hours').waitFor()
  })

  it('[NET7] one bins what the other edits: it comes back from the bin with what was typed', async () => {
    await apart(
      async () => {
        await note(ana, texts[2]!).focus()
        await ana.page.keyboard.press('Delete')
      },
      async () => {
        await note(ben, texts[2]!).focus()
        await ben.page.keyboard.press('Enter')
        await ben.page.getByLabel('Note', { exact: true }).press('End')
        await ben.page.keyboard.type(' by an hour')
        await ben.page.keyboard.press('Escape')
      },
    )
    for (const person of [fay, ana, ben]) await note(person, texts[2]!).waitFor({ state: 'hidden' })
    await fay.page.getByRole('button', { name: 'Menu' }).click()
    await fay.page.getByRole('menuitem', { name: 'Bin' }).click()
    await fay.page.getByRole('dialog').getByRole('button', { name: 'Restore' }).first().click()
    for (const person of [ana, ben]) await note(person, 'Status page was late by an hour').waitFor()
  })
})

/** Which notes lie in which theme, as this screen shows it. */
function layout(page: Attendee['page']): Promise<readonly string[]> {
  return page.getByLabel(/^Theme: /).evaluateAll((themes) => themes.map((theme) => theme.textContent ?? ''))
}

function allAlike(layouts: readonly (readonly string[])[]): boolean {
  return layouts.every((each) => JSON.stringify(each) === JSON.stringify(layouts[0]))
}
