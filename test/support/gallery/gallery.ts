import type { Page } from '@playwright/test'
import type { PhaseKind } from '../../../shared/review/session.ts'
import { type Attendee, openStage, saved } from '../stage.ts'
import { openPlainBoard } from '../world.ts'
import { type BoardName, contents } from './contents.ts'
import { type FilledBoard, openFilledBoard } from './filled-board.ts'
import { lookAt } from './looks.ts'
import type { Screen, Visitor } from './screen.ts'
import { closesAgain, standing } from './standing.ts'

/** The built product with boards in it, and browsers that look at any screen of it. */
export interface Gallery {
  /** Somebody's browser, with the screen before it. What was opened on the same page before is closed, not loaded anew. */
  visit(screen: Screen): Promise<Page>
  close(): Promise<void>
}

interface Place {
  readonly url: string
  readonly phase: PhaseKind | undefined
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
  /** Where each page is, and how it stood there before anything was opened on it. */
  const standings = new Map<Page, Place & { readonly stood: string }>()

  let leave: (() => Promise<unknown>) | undefined

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
      await leave?.()
      leave = undefined
      const { page, context, line } = await browserOf(screen.as)
      const on = screen.board && (await board(screen.board))
      if (screen.phase) await on?.enter(screen.phase)
      const place = { url: stage.url + (on ? `/b/${on.id}` : '') + (screen.at ?? ''), phase: screen.phase }
      await lookAt(page, { name: 'opening', width: screen.width ?? 1440, height: 900, theme: 'light', isTouch: false })
      const before = standings.get(page)
      const isThere =
        before?.url === place.url && before.phase === place.phase && (await closesAgain(page, before.stood))
      if (!isThere) {
        if (screen.as !== 'stranger') {
          const [name = '', value = ''] = (on?.cookieOf(screen.as) ?? first.fay.cookie).split('=')
          await context.addCookies([{ name, value, url: stage.url }])
        }
        await page.goto('about:blank')
        await page.goto(place.url)
        if (screen.phase && screen.at === undefined) await saved(page)
        await settled(page)
        standings.set(page, { ...place, stood: await standing(page) })
      }
      if (on && screen.leave) leave = () => screen.leave?.(on) ?? Promise.resolve()
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
