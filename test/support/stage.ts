import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from '@playwright/test'
import type { BoardAnswer } from '../../shared/api/boards.ts'
import { apiPaths } from '../../shared/api/paths.ts'
import type { Role } from '../../shared/review/people.ts'
import { type Line, layLine } from './line.ts'
import { runBackup, type ServerProcess, startServerProcess } from './server-process.ts'

/** Keeps Chromium from looking for hosts of its own; it may run as root in a container, hence no sandbox. */
export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const clockAhead = new URL('./clock-ahead.mjs', import.meta.url)

/** Somebody at a browser of their own. */
export interface Attendee {
  readonly page: Page
  readonly context: BrowserContext
  readonly line: Line
}

/** Where a review is held, with browsers for everyone who takes part. */
export interface Place {
  readonly url: string
  /** Somebody who opens the home page. */
  enters(options?: BrowserContextOptions): Promise<Attendee>
  /** Somebody who follows the facilitator's link for a role and joins by name. */
  joins(name: string, host: Attendee, role: Role, options?: BrowserContextOptions): Promise<Attendee>
  close(): Promise<void>
}

/** The built product as a process with a database of its own. */
export interface Stage extends Place {
  /** Kills the server as a power cut would, and starts it again at the same address. */
  killServer(): Promise<void>
  /** `aheadMs`: with a clock that is so much ahead. */
  startServer(aheadMs?: number): Promise<void>
  /** Copies what the server has, as its operator would. */
  backUp(): Promise<void>
  /** Stops the server, puts the backup in place, and starts it again. */
  restore(): Promise<void>
}

/** Browsers for the people of a place. */
export async function openBrowsers(
  executablePath: string,
  url: string,
): Promise<Pick<Place, 'enters' | 'joins'> & { readonly browser: Browser }> {
  const browser: Browser = await chromium.launch({ executablePath, args: quiet })

  async function enters(options: BrowserContextOptions = {}): Promise<Attendee> {
    const usual: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' }
    const context = await browser.newContext({ ...usual, ...options })
    const line = await layLine(context)
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    await page.goto(url)
    return { page, context, line }
  }

  return {
    browser,
    enters,
    async joins(name, host, role, options) {
      const attendee = await enters(options)
      await attendee.page.goto(url + (await inviteFrom(host.page, role)))
      await attendee.page.getByLabel('Your name').fill(name)
      await attendee.page.getByRole('button', { name: /^(Join|Watch) the review/ }).click()
      await saved(attendee.page)
      return attendee
    },
  }
}

export async function openStage(executablePath: string): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hindsight-stage-'))
  const backup = `${dataDir}.backup`
  const data = { DATA_DIR: dataDir }
  let server: ServerProcess = await startServerProcess(data)
  const { port, url } = server
  const { browser, ...people } = await openBrowsers(executablePath, url)

  async function startServer(aheadMs = 0): Promise<void> {
    const env = { ...data, PORT: String(port), CLOCK_AHEAD_MS: String(aheadMs) }
    server = await startServerProcess(env, aheadMs === 0 ? {} : { preload: clockAhead })
  }

  return {
    url,
    ...people,
    async killServer() {
      await server.end('SIGKILL')
    },
    startServer,
    async backUp() {
      await done(runBackup('backup', backup, data))
    },
    async restore() {
      await server.end('SIGTERM')
      await done(runBackup('restore', backup, data))
      await startServer()
    },
    async close() {
      await browser.close()
      await server.end('SIGKILL')
      for (const path of [dataDir, backup]) await rm(path, { recursive: true, force: true })
    },
  }
}

async function done(command: ReturnType<typeof runBackup>): Promise<void> {
  const { code, output } = await command
  if (code !== 0) throw new Error(output)
}

/** Opens one of the shipped incidents as a board that `name` facilitates. */
export async function openExample(host: Attendee, organisation: string, name: string): Promise<void> {
  const { page } = host
  await page.getByRole('button', { name: new RegExp(`^${organisation}`) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Your name').fill(name)
  await dialog.getByRole('button', { name: 'Open the board' }).click()
  await page.waitForURL(/\/b\//)
  await saved(page)
}

/** The page's own parts and its last state are on the device: it opens without its server. */
export const controlled = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null)

/** Waits for the honest sign to say that the server has everything on disk. */
export function saved(page: Page): Promise<void> {
  return page.getByRole('status', { name: 'Saved state' }).getByText('Saved', { exact: true }).waitFor()
}

export function boardOf(page: Page): string {
  return /\/b\/([^/#?]+)/.exec(page.url())?.[1] ?? ''
}

/** What is open over a page. What is told in passing, as toasts do, has the role of a dialog, too. */
export function dialogOn(page: Page): Locator {
  return page.locator('[role="dialog"]:not([aria-modal="false"])')
}

/** The path of the link that a facilitator's screen offers for a role. */
export async function inviteFrom(page: Page, role: Role): Promise<string> {
  const board = boardOf(page)
  const response = await page.request.get(new URL(apiPaths.board(board), page.url()).href)
  const { invites }: BoardAnswer = await response.json()
  return `/b/${board}#${invites?.[role]}`
}

/** Resolves once this person's screen is in a phase. */
export function inPhase(page: Page, title: string): Promise<void> {
  return page.locator('nav[aria-label="Agenda"] [aria-current="step"]').getByText(title).first().waitFor()
}

/** How somebody presses what is on a page, and what they press to go on. */
export interface Way {
  press(page: Page, control: Locator): Promise<void>
  goOn(page: Page, title: string): Promise<void>
}

const byMouse: Way = {
  press: (_, control) => control.click(),
  goOn: (page, title) => page.getByRole('button', { name: `Next: ${title}` }).click(),
}

/** The facilitator goes on, answers the question that is asked where somebody is not done, and everyone follows. */
export async function goOn(host: Page, title: string, everyone: readonly Page[], way: Way = byMouse): Promise<void> {
  await way.goOn(host, title)
  const asked = host.getByRole('alertdialog').getByRole('button', { name: `Go to ${title}` })
  const there = host.locator('nav[aria-label="Agenda"] [aria-current="step"]').getByText(title)
  await asked.or(there).first().waitFor()
  if (await asked.isVisible()) await way.press(host, asked)
  await Promise.all(everyone.map((page) => inPhase(page, title)))
}

/** fay, on a board that she has led on from one of the shipped incidents to its discussion. */
export async function openDiscussion(stage: Stage, options?: BrowserContextOptions): Promise<Attendee> {
  const fay = await stage.enters(options)
  await openExample(fay, 'GitHub', 'Fay')
  for (const title of ['Review the facts', 'Reflect', 'Discuss']) await goOn(fay.page, title, [fay.page])
  return fay
}

/** Adds a note in a section, as by typing. */
export async function writeNote(page: Page, section: string, text: string): Promise<void> {
  const composer = page.getByRole('textbox', { name: `New note in ${section}` })
  await composer.fill(text)
  await composer.press('Enter')
}
