import type { Review } from '../contestants/hindsight.ts'
import type { Scenario, Setting } from '../scenario.ts'
import { openBigBoard } from './big-board.ts'
import { type Crowd, gatherCrowd } from './crowd.ts'
import { openViewer, type Sitting, type Viewer } from './viewer.ts'

/** For scenarios that differ by how much is on the screen. */
export const onBigBoards = {
  sizes: [100, 500, 1000],
  of: 'notes',
  contestants: ['hindsight', 'before'],
} as const satisfies Partial<Scenario>

/** A board of many notes on a server, and Chromium to look at it. */
export interface Showing {
  readonly review: Review
  /** Of the server. */
  readonly url: string
  /** Of the board. */
  readonly address: string
  readonly viewer: Viewer
  close(): Promise<void>
}

export async function openShowing({ people: notes, startHindsight }: Setting, people = 1): Promise<Showing> {
  const arena = await startHindsight()
  const review = await openBigBoard(arena, people, notes)
  const url = `http://127.0.0.1:${arena.server.port}`
  const viewer = await openViewer(url)
  return {
    review,
    url,
    address: `${url}/b/${review.id}`,
    viewer,
    async close() {
      await viewer.close()
      await arena.server.end()
    },
  }
}

/** Such a board before one person, while others are on it. */
export interface SharedShowing {
  readonly sitting: Sitting
  readonly crowd: Crowd
  /** Opens the board; resolves once all of its notes are on the page. */
  begin(): Promise<void>
  close(): Promise<void>
}

export async function openSharedShowing(setting: Setting, others: number): Promise<SharedShowing> {
  const { people: notes } = setting
  const { review, address, viewer, close } = await openShowing(setting, others + 1)
  const crowd = await gatherCrowd(review.seats.slice(1), notes)
  const sitting = await viewer.sit(review.seats[0])
  const last = sitting.page.locator('article[data-note]').nth(notes - 1)
  return {
    sitting,
    crowd,
    async begin() {
      await sitting.page.goto(address)
      await last.waitFor({ state: 'attached' })
    },
    async close() {
      await crowd.leave()
      await close()
    },
  }
}
