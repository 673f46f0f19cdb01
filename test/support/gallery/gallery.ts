import type { Page } from '@playwright/test'
import { type Attendee, openStage, saved } from '../stage.ts'
import { openPlainBoard } from '../world.ts'
import { type BoardName, contents } from './contents.ts'
import { type FilledBoard, openFilledBoard } from './filled-board.ts'
import type { Screen, Visitor } from './screen.ts'

/** The built product with boards in it, and browsers that look at any screen of it. */
export interface Gallery {
  /** Somebody's browser, with the screen before it. */
  visit(screen: Screen): Promise<Page>
  close(): Promise<void>
}

export async function openGallery(chromium: string): Promise<Gallery> {
  const stage = await openStage(chromium)
  const content = await contents()
  // Known from a first review, so that all of them are on one home page.
  const first = await openPlainBoard(stage.url, {
    title: 'Logins failed after a certificate expired',
    name: 'Fay Ruiz',
  })
  const boards = new Map<BoardName, FilledBoard>()
  const browsers = new Map<Visitor, Attendee>()

  async function board(name: BoardName): Promise<FilledBoard> {
    const open = boards.get(name) ?? (await openFilledBoard(stage.url, content[name], first.fay.cookie))
    boards.set(name, open)
    return open
  }

  async function browserOf(visitor: Visitor): Promise<Attendee> {
    const open = browsers.get(visitor) ?? (await stage.enters({ reducedMotion: 'reduce' }))
    browsers.set(visitor, open)
    return open
  }

  return {
    async visit(screen) {
      const { page, context, line } = await browserOf(screen.as)
      const on = screen.board && (await board(screen.board))
      if (screen.phase) await on?.enter(screen.phase)
      await page.setViewportSize({ width: screen.width ?? 1440, height: 900 })
      if (screen.as !== 'stranger') {
        const [name = '', value = ''] = (on?.cookieOf(screen.as) ?? first.fay.cookie).split('=')
        await context.addCookies([{ name, value, url: stage.url }])
      }
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto('about:blank')
      await page.goto(stage.url + (on ? `/b/${on.id}` : '') + (screen.at ?? ''))
      if (screen.phase && screen.at === undefined) await saved(page)
      await settled(page)
      if (screen.name === 'offline') await line.cut()
      if (on) await screen.open?.(page, on)
      else await screen.open?.(page, await board('empty'))
      await settled(page)
      return page
    },
    async close() {
      for (const each of boards.values()) each.close()
      first.hangUp()
      await stage.close()
    },
  }
}

/** Nothing is being fetched to be shown, and the type is there. */
export async function settled(page: Page): Promise<void> {
  await page.getByText('Opening', { exact: true }).first().waitFor({ state: 'hidden' })
  await page.evaluate(async () => {
    await document.fonts.ready
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
  })
}
