import { quantile } from '../../support/quantile.ts'
import { framesDuring } from '../browser/frames.ts'
import { keyToPaint } from '../browser/keys.ts'
import { onBigBoards, openSharedShowing } from '../browser/showing.ts'
import { profiled, type Sitting } from '../browser/viewer.ts'
import { noteId } from '../contestant.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'
import { pause } from '../typing.ts'

const others = 20
const keysEveryMs = 80

/** How soon a letter is on the screen, in a new note and in one on the board, while twenty others edit. */
export const typeInBrowser: Scenario = {
  ...onBigBoards,
  name: 'type-in-browser',
  run,
}

async function run(setting: Setting): Promise<Measures> {
  const { seconds } = setting
  const { sitting, crowd, begin, close } = await openSharedShowing(setting, others)
  const { page } = sitting
  await begin()
  await pause(1000)

  await crowd.edit()
  await page.getByRole('textbox', { name: 'New note in Lessons learned' }).focus()
  const composer = await profiled(sitting, setting, 'type-composer', () => type(sitting, seconds))
  await page.locator(`[data-note="${noteId(0)}"]`).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Note', exact: true }).waitFor()
  const note = await profiled(sitting, setting, 'type-note', () => type(sitting, seconds))
  await crowd.rest()
  await close()
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
  return {
    [`${where}: key to paint p50 ms`]: quantile(times, 0.5),
    [`${where}: key to paint p99 ms`]: quantile(times, 0.99),
    [`${where}: ms a frame`]: 1000 / framesPerSecond,
  }
}
