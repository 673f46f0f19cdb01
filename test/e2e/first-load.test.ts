import type { BrowserContext, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { readFlat } from '../../shared/document/read.ts'
import { setFields, textOf } from '../../shared/document/write.ts'
import { defaultSections } from '../../shared/review/sections.ts'
import { opened, watchOpening } from '../bench/browser/opening.ts'
import { countRenders, takeRenders } from '../bench/browser/renders.ts'
import { weightOf } from '../bench/browser/scripts.ts'
import type { PlainClient } from '../support/plain-client.ts'
import { openStage, type Stage, saved } from '../support/stage.ts'
import { openPlainBoard, type PlainBoard } from '../support/world.ts'

const notes = Array.from({ length: 60 }, (_, nth) => ({
  id: `note-${nth}`,
  section: defaultSections[nth % 2]!.id,
  text: `Observation ${nth}`,
}))

describe('a board in a browser', () => {
  let stage: Stage
  let board: PlainBoard
  let ben: PlainClient

  beforeAll(async () => {
    stage = await openStage(inject('chromium'))
    board = await openPlainBoard(stage.url, { notes, settings: { editing: 'anyone' } })
    ben = (await board.person('ben')).board()
    await ben.synced()
    const discuss = readFlat(ben.doc, 'session').agenda.find(({ kind }) => kind === 'discuss')
    await board.fay.command({ type: 'phase.go', phase: discuss?.id ?? '' })
  })

  afterAll(async () => {
    board.hangUp()
    await stage.close()
  })

  async function fays(prepare: (context: BrowserContext) => Promise<void>): Promise<Page> {
    const { context, page } = await stage.enters()
    const [name = '', value = ''] = board.fay.cookie.split('=')
    await context.addCookies([{ name, value, url: stage.url }])
    await prepare(context)
    await page.goto(`${stage.url}/b/${board.id}`)
    await saved(page)
    return page
  }

  it('[PAGE4] first loads at most 180 KB of JavaScript', async () => {
    const page = await fays(async (context) => {
      // Never at leisure: what is fetched ahead stays away, however slow this machine is just now.
      await context.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }))
      await watchOpening(context, 'article[data-note]')
    })
    const { scripts } = await opened(page)
    const weight = await weightOf(page, scripts)
    expect(weight).toBeGreaterThan(100)
    expect(weight).toBeLessThanOrEqual(180)
  })

  it('[PAGE7] is not loaded by home', async () => {
    const { context, page } = await stage.enters()
    await context.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }))
    await watchOpening(context, 'h1')
    await page.goto(stage.url)
    expect(await weightOf(page, (await opened(page)).scripts)).toBeLessThanOrEqual(110)
  })

  it('[PAGE6] names in its page all that it first loads', async () => {
    const page = await fays((context) => watchOpening(context, 'article[data-note]'))
    const { scripts } = await opened(page)
    const html = await (await page.request.get(page.url())).text()
    expect(scripts.map((script) => new URL(script).pathname).filter((path) => !html.includes(path))).toEqual([])
  })

  it('[CLIENT17] asks once whether its person may see it, and connects', async () => {
    const asked: string[] = []
    await fays(async (context) => {
      context.on('request', (request) => asked.push(new URL(request.url()).pathname))
    })
    expect(asked.filter((path) => path === `/api/boards/${board.id}`)).toHaveLength(1)
  })

  it('[DRAG5] lets a note be lifted before what drags is there, and selects no text on the way', async () => {
    let fetchDragging = () => {}
    const page = await fays(async (context) => {
      await context.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }))
      const isWanted = new Promise<void>((resolve) => {
        fetchDragging = resolve
      })
      await context.route(/DragEngine/, (route) => isWanted.then(() => route.continue()))
    })
    const [from, to] = [await middleOf(page, 'note-0'), await middleOf(page, 'note-3')]
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 8 })
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('')

    fetchDragging()
    const carried = page.locator('.cursor-grabbing', { hasText: 'Observation 0' })
    const isCarried = async () => {
      await page.mouse.move(to.x, to.y)
      await page.mouse.move(to.x, to.y + 5)
      return carried.isVisible()
    }
    await expect.poll(isCarried).toBe(true)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await page.close()
  })

  it('[CLIENT6] draws the card of a note that somebody else types in or moves, and no other', async () => {
    const page = await fays(countRenders)
    await expect.poll(() => page.locator('[data-note]').count()).toBe(notes.length)
    expect((await takeRenders(page)).cards).toHaveLength(notes.length)

    textOf(ben.doc, 'notes', 'note-31', 'text')?.insert(0, 'Late ')
    await page.getByText('Late Observation 31').waitFor()
    expect((await takeRenders(page)).cards).toEqual(['note-31'])

    ben.provider.awareness.setLocalState({ editing: 'note:note-7' })
    await page.getByText('ben is editing').waitFor()
    expect((await takeRenders(page)).cards).toEqual(['note-7'])

    const column = page.locator(`[data-column="${defaultSections[2]!.id}"]`)
    setFields(ben.doc, 'notes', 'note-12', { section: defaultSections[2]!.id })
    await column.getByText('Observation 12').waitFor()
    expect((await takeRenders(page)).cards).toEqual(['note-12'])
  })
})

async function middleOf(page: Page, note: string): Promise<{ readonly x: number; readonly y: number }> {
  const box = await page.locator(`[data-note="${note}"]`).boundingBox()
  if (box === null) throw new Error(`${note} is not on the page`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
