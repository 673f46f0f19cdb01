import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Builds, serveBuilds } from '../support/builds.ts'
import { type Attendee, controlled, openDiscussion, openStage, type Stage, saved, writeNote } from '../support/stage.ts'

/** Everything that is kept for opening a page without its server. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })
const builds = (page: Page) => page.evaluate(() => caches.keys())

let stage: Stage
beforeAll(async () => {
  stage = await openStage(inject('chromium'))
})
afterAll(() => stage.close())

describe('a page without its server', () => {
  let fay: Attendee
  beforeAll(async () => {
    fay = await openDiscussion(stage, { serviceWorkers: 'allow' })
  })

  it('[DEVICE9] is reloaded with all that is on the device, takes words, and sends them when the server is back', async () => {
    const { page } = fay
    await writeNote(page, 'Lessons learned', 'Written with the server')
    await saved(page)
    await controlled(page)
    await stage.killServer()
    await page.reload()
    await page.getByRole('article', { name: 'Written with the server' }).waitFor()
    await writeNote(page, 'Lessons learned', 'Written without it')
    await page.getByRole('textbox', { name: 'New note in Lessons learned' }).fill('Half a thought')
    await page.reload()
    await page
      .getByText(/Can’t reach the board, 1 change waiting/)
      .first()
      .waitFor()
    expect(await page.getByRole('textbox', { name: 'New note in Lessons learned' }).inputValue()).toBe('Half a thought')
    await page.keyboard.press('Shift+A')
    await page.getByText('No actions yet').waitFor()

    await page.goto(stage.url)
    await page.getByRole('region', { name: 'On this device' }).getByRole('link').click()
    await page.getByRole('article', { name: 'Written without it' }).waitFor()
    await stage.startServer()
    await saved(page)
  })

  it('[DEVICE9] of which nothing is on the device says so, and opens once the server is back', async () => {
    const { page } = fay
    await stage.killServer()
    await page.evaluate(async () => {
      for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name ?? '')
    })
    await page.reload()
    await page.getByRole('heading', { name: 'The review can’t be reached' }).waitFor()
    await stage.startServer()
    await page.getByRole('article', { name: 'Written without it' }).waitFor()
  })

  it('[DEVICE11] keeps the client’s own files, and nothing that the API answered', async () => {
    const paths = await kept(fay.page)
    expect(paths).toContain('/')
    expect(paths.filter((path) => path !== '/' && !path.startsWith('/assets/')).sort()).toEqual([
      '/icon.svg',
      '/theme.js',
    ])
  })
})

describe('an update of the server', () => {
  let server: Builds
  let page: Page
  beforeAll(async () => {
    server = await serveBuilds()
    server.deploy(1)
    const visitor = await stage.enters({ serviceWorkers: 'allow' })
    page = visitor.page
    await page.goto(`${server.url}/b/board`)
    await controlled(page)
  })
  afterAll(() => server.close())
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme)

  it('[DEVICE10] leaves a page that was open its own parts, and gives the next one the new build at once', async () => {
    server.deploy(2)
    expect(await page.evaluate(`import('/assets/part-1.js').then(({ build }) => build)`)).toBe(1)
    await page.reload()
    expect(await page.title()).toBe('build 2')
    expect(await theme()).toBe('of build 2')
    expect(await updated(page)).toBe('activated')
  })

  it('[DEVICE9] that takes a while, with only a proxy answering, shows the newest build that was seen', async () => {
    server.answerOnly(503)
    await page.reload()
    expect(await page.title()).toBe('build 2')
    expect(await page.evaluate(async () => (await fetch('/api/time')).status)).toBe(503)
    server.answerOnly(null)
  })

  it('[DEVICE10] that is half done is not kept', async () => {
    server.deploy(2, 3)
    expect(await updated(page)).toBe('redundant')
    expect(await builds(page)).not.toContain('hindsight-3')
  })

  it('[DEVICE10] is the third: of the builds before, no more than two are kept', async () => {
    for (const build of [4, 5]) {
      server.deploy(build)
      await page.reload()
      expect(await page.title()).toBe(`build ${build}`)
      expect(await updated(page)).toBe('activated')
    }
    expect(await builds(page)).toEqual(['hindsight-2', 'hindsight-4', 'hindsight-5'])
  })
})

/** What became of the newest worker that the server has. */
function updated(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    const worker = registration.installing ?? registration.waiting ?? registration.active
    return new Promise<string>((resolve) => {
      const look = () => {
        if (worker?.state === 'activated' || worker?.state === 'redundant') resolve(worker.state)
      }
      worker?.addEventListener('statechange', look)
      look()
    })
  })
}
