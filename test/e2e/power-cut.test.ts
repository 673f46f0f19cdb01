import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Attendee, goOn, openExample, openStage, type Stage, saved, writeNote } from '../support/stage.ts'

describe('a server that is killed', () => {
  let stage: Stage
  let people: readonly Attendee[]

  beforeAll(async () => {
    stage = await openStage(inject('chromium'))
    const fay = await stage.enters()
    await openExample(fay, 'GitHub', 'Fay')
    people = [fay, await stage.joins('Ana', fay, 'participant'), await stage.joins('Ben', fay, 'participant')]
    for (const title of ['Review the facts', 'Reflect', 'Discuss']) await goOn(fay.page, title, pages())
  })

  afterAll(() => stage.close())

  const pages = () => people.map(({ page }) => page)

  it('[NET4] loses nothing that was called saved, and everyone carries on without reloading', async () => {
    const before = people.map((_, index) => `before the cut, by ${index}`)
    for (const [index, page] of pages().entries()) await writeNote(page, 'Lessons learned', before[index]!)
    await Promise.all(pages().map(saved))

    const during = people.map((_, index) => `as it was cut, by ${index}`)
    const killed = stage.killServer()
    for (const [index, page] of pages().entries()) await writeNote(page, 'Lessons learned', during[index]!)
    await killed
    await Promise.all(
      pages().map((page) =>
        page
          .getByRole('status', { name: 'Saved state' })
          .getByText(/waiting|reach/)
          .waitFor(),
      ),
    )

    await stage.startServer()
    await Promise.all(pages().map(saved))
    const after = people.map((_, index) => `after the cut, by ${index}`)
    for (const [index, page] of pages().entries()) await writeNote(page, 'Lessons learned', after[index]!)
    for (const page of pages()) {
      for (const text of [...before, ...during, ...after]) {
        await page.getByRole('article', { name: text }).waitFor()
        expect(await page.getByRole('article', { name: text }).count()).toBe(1)
      }
    }
  })
})
