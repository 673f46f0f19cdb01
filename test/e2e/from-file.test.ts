import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Locator, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Attendee, boardOf, openStage, type Stage, saved } from '../support/stage.ts'

const incidents = fileURLToPath(new URL('../../shared/incident/examples/', import.meta.url))

describe('a review as a file', () => {
  let stage: Stage
  let fay: Attendee
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hindsight-files-'))
    stage = await openStage(inject('chromium'))
    fay = await stage.enters()
  })

  afterAll(async () => {
    await stage.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** The dialog of the home page, with a file in it. */
  async function choosing(page: Page, path: string): Promise<Locator> {
    await page.goto(stage.url)
    await page.getByRole('button', { name: 'Import a review' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Review to import').setInputFiles(path)
    return dialog
  }

  async function brought(page: Page, path: string, name: string): Promise<string> {
    const dialog = await choosing(page, path)
    await dialog.getByLabel('Your name').fill(name)
    await dialog.getByRole('button', { name: 'Import the review' }).click()
    await page.waitForURL(/\/b\//)
    await saved(page)
    return boardOf(page)
  }

  it.each(readdirSync(incidents))('[FILE2] is any of the published incidents: %s', async (name) => {
    const { title, timeline, notes } = JSON.parse(readFileSync(join(incidents, name), 'utf8'))
    const board = await brought(fay.page, join(incidents, name), 'Fay')
    const { page } = fay
    await page.goto(`${stage.url}/b/${board}/report`)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    const words = await page.locator('main').innerText()
    const told = [...timeline.map(({ event }: { event: string }) => event), ...Object.values<string[]>(notes).flat()]
    expect(told.filter((each: string) => !words.includes(each))).toEqual([])
  })

  it('[FILE4] opens without a server, and comes back as it was: into the same review, and as a new one elsewhere', async () => {
    const { page } = fay
    const board = boardOf(page)
    const bytes = await page.request.get(`${stage.url}/api/boards/${board}/report.board.html`)
    const path = join(folder, 'review.board.html')
    await writeFile(path, await bytes.body())

    const gus = await stage.enters()
    await gus.page.goto('about:blank')
    const problems: string[] = []
    gus.page.on('console', (message) => problems.push(message.text()))
    gus.page.on('request', (request) => problems.push(...(request.url().startsWith('file:') ? [] : [request.url()])))
    await gus.page.goto(pathToFileURL(path).href)
    await gus.page.getByRole('heading', { level: 1 }).waitFor()
    expect(problems).toEqual([])

    const again = await choosing(page, path)
    await again.getByText('You have this review already').waitFor()
    await again.getByRole('button', { name: 'Add what is missing' }).click()
    await page.getByText('Everything in the file was here already').waitFor()
    expect(boardOf(page)).toBe(board)

    const copy = await brought(gus.page, path, 'Gus')
    expect(copy).not.toBe(board)
    const [mine, theirs] = await Promise.all(
      [fay, gus].map(async (each) => {
        const report = await each.page.request.get(`${stage.url}/api/boards/${boardOf(each.page)}/report.json`)
        const { notes, timeline, causes, actions, incident, themes } = await report.json()
        return { notes, timeline, causes, actions, incident, themes }
      }),
    )
    expect(theirs).toEqual(mine)
  })

  it('[FILE3] that is cut short says where, and starts nothing', async () => {
    const path = join(folder, 'cut.json')
    const whole = readFileSync(join(incidents, readdirSync(incidents)[0] ?? ''), 'utf8')
    await writeFile(path, whole.slice(0, 1500))
    const dialog = await choosing(fay.page, path)
    await dialog
      .getByRole('alert')
      .getByText(/^line \d+:/)
      .waitFor()
    expect(await dialog.getByRole('button', { name: 'Import the review' }).isDisabled()).toBe(true)
  })
})
