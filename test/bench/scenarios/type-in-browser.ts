import { openBigBoard } from '../browser/big-board.ts'
import { gatherCrowd } from '../browser/crowd.ts'
import { framesDuring } from '../browser/frames.ts'
import { keyToPaint } from '../browser/keys.ts'
import { openViewer, profiled, type Sitting } from '../browser/viewer.ts'
import { noteId } from '../contestant.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'
import { pause } from '../typing.ts'

const others = 20
const keysEveryMs = 80

/** How soon a letter is on the screen, in a new note and in one on the board, while twenty others edit. */
export const typeInBrowser: Scenario = {
  name: 'type-in-browser',
  sizes: [100, 500, 1000],
  of: 'notes',
  contestants: ['hindsight', 'before'],
  run,
}

async function run({ people: notes, seconds, startHindsight, profileDir }: Setting): Promise<Measures> {
  const arena = await startHindsight()
  const review = await openBigBoard(arena, others + 1, notes)
  const url = `http://127.0.0.1:${arena.server.port}`
  const crowd = await gatherCrowd(review.seats.slice(1), notes)
  const viewer = await openViewer(url)
  const sitting = await viewer.sit(review.seats[0])
  const { page } = sitting
  await page.goto(`${url}/b/${review.id}`)
  await page
    .locator('article[data-note]')
    .nth(notes - 1)
    .waitFor({ state: 'attached' })
  await pause(1000)

  await crowd.edit()
  await page.getByRole('textbox', { name: 'New note in Lessons learned' }).focus()
  const composer = await profiled(sitting, profileDir, `type-composer-${notes}`, () => type(sitting, seconds))
  await page.locator(`[data-note="${noteId(0)}"]`).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Note', exact: true }).waitFor()
  const note = await profiled(sitting, profileDir, `type-note-${notes}`, () => type(sitting, seconds))
  await crowd.rest()
  await crowd.leave()
  await viewer.close()
  await arena.server.end()
  return { ...named('new note', composer), ...named('note', note) }
}

interface Typed {
  readonly times: readonly number[]
  readonly framesPerSecond: number
}

async function type({ page }: Sitting, seconds: number): Promise<Typed> {
  let times: readonly number[] = []
  const frames = await framesDuring(page, async () => {
    times = await keyToPaint(page, async () => {
      for (const until = performance.now() + seconds * 1000; performance.now() < until; ) {
        await page.keyboard.press('x')
        await pause(keysEveryMs)
      }
    })
  })
  return { times, framesPerSecond: frames.perSecond }
}

function named(where: string, { times, framesPerSecond }: Typed): Measures {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN
  return {
    [`${where}: key to paint p50 ms`]: at(0.5),
    [`${where}: key to paint p99 ms`]: at(0.99),
    [`${where}: ms a frame`]: 1000 / framesPerSecond,
  }
}
