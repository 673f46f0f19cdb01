import { opened, watchOpening } from '../browser/opening.ts'
import { scriptsOf, weightOf } from '../browser/scripts.ts'
import { onBigBoards, openShowing } from '../browser/showing.ts'
import type { Viewer } from '../browser/viewer.ts'
import type { Seat } from '../line.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'
import { pause } from '../typing.ts'

/** By then a page that nobody touches has begun to fetch ahead. */
const settledMs = 5000

/** How much JavaScript each page brings to a browser that has seen nothing yet, from what Chromium loaded. */
export const firstLoad: Scenario = {
  ...onBigBoards,
  name: 'first-load',
  sizes: [100],
  mostRounds: 1,
  run,
}

async function run(setting: Setting): Promise<Measures> {
  const { review, url, viewer, close } = await openShowing(setting)
  const me = review.seats[0]
  const pages: readonly (readonly [string, string, string, Seat?])[] = [
    ['home', '/', 'h1'],
    ['join', `/b/${review.id}#${review.invites.participant}`, 'h1'],
    ['board', `/b/${review.id}`, 'article[data-note]', me],
    ['report', `/b/${review.id}/report`, 'h1', me],
  ]
  const measures: Record<string, number> = {}
  for (const [name, path, selector, seat] of pages) {
    const { first, ahead } = await loaded(viewer, url + path, selector, seat)
    measures[`${name}: first load KB`] = first
    measures[`${name}: with what it loads ahead KB`] = ahead
  }
  await close()
  return measures
}

async function loaded(viewer: Viewer, url: string, selector: string, seat: Seat | undefined) {
  const { context, page } = await viewer.sit(seat)
  await watchOpening(context, selector)
  await page.goto(url)
  const { scripts } = await opened(page)
  await pause(settledMs)
  await page.waitForLoadState('networkidle')
  const weight = {
    first: await weightOf(page, scripts),
    ahead: await weightOf(page, await scriptsOf(page)),
  }
  await context.close()
  return weight
}
