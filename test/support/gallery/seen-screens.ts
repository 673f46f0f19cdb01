import type { Page } from '@playwright/test'
import { causes, click } from './opening.ts'
import type { Screen } from './screen.ts'

/** As somebody who had seen nothing of the board when they closed it, long ago. */
export async function comesBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    const board = location.pathname.split('/')[2]
    const { me }: { me: { id: string } } = JSON.parse(localStorage.getItem(`hindsight.board.${board}`) ?? '')
    const seen = { at: 0, phase: 'before', things: [] }
    addEventListener('pagehide', () => localStorage.setItem(`hindsight.seen.${board}.${me.id}`, JSON.stringify(seen)))
  })
  await page.reload()
  await page.locator('article').first().waitFor()
  // What is not shown first is fetched once somebody touches the page.
  await page.keyboard.press('Escape')
  await page
    .getByText(/^(Since you left|Before you joined): /)
    .first()
    .waitFor()
}

export async function sinceList(page: Page): Promise<void> {
  await comesBack(page)
  await click('Show')(page)
  await page.getByRole('dialog').getByRole('listitem').first().waitFor()
}

/** An earlier review of the same services. */
export const seenBefore: readonly Screen[] = [
  {
    name: 'seen-before',
    as: 'fay',
    board: 'crowded',
    phase: 'welcome',
    open: (page) => page.getByRole('heading', { name: 'We have been here before' }).scrollIntoViewIfNeeded(),
  },
]

export const causeSeenBefore: Screen = {
  name: 'cause-seen-before',
  as: 'fay',
  board: 'crowded',
  phase: 'discuss',
  open: async (page) => {
    await causes(page)
    await page.getByText('Seen before, in').first().scrollIntoViewIfNeeded()
  },
}
