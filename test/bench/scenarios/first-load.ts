import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { openBigBoard } from '../browser/big-board.ts'
import { opened, watchOpening } from '../browser/opening.ts'
import { openViewer, type Viewer } from '../browser/viewer.ts'
import type { Seat } from '../line.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'

/** How much JavaScript each page brings to a browser that has seen nothing yet, from what Chromium loaded. */
export const firstLoad: Scenario = {
  name: 'first-load',
  sizes: [100],
  of: 'notes',
  contestants: ['hindsight', 'before'],
  run,
}

async function run({ people: notes, startHindsight }: Setting): Promise<Measures> {
  const arena = await startHindsight()
  const review = await openBigBoard(arena, 1, notes)
  const url = `http://127.0.0.1:${arena.server.port}`
  const viewer = await openViewer(url)
  const me = review.seats[0]
  const pages: readonly (readonly [string, string, string, Seat?])[] = [
    ['home', '/', 'h1'],
    ['join', `/b/${review.id}#${review.invites.participant}`, 'h1'],
    ['board', `/b/${review.id}`, 'article[data-note]', me],
    ['report', `/b/${review.id}/report`, 'h1', me],
  ]
  const measures: Record<string, number> = {}
  for (const [name, path, selector, seat] of pages) {
    const { first, ahead } = await scriptsOf(viewer, url + path, selector, seat)
    measures[`${name}: first load KB`] = first
    measures[`${name}: with what it loads ahead KB`] = ahead
  }
  await viewer.close()
  await arena.server.end()
  return measures
}

async function scriptsOf(viewer: Viewer, url: string, selector: string, seat: Seat | undefined) {
  const { context, page } = await viewer.sit(seat)
  await watchOpening(context, selector)
  const sizes = weigh(page)
  await page.goto(url)
  const { scripts } = await opened(page)
  await page.waitForLoadState('networkidle')
  const weights = await sizes()
  await context.close()
  const sum = (addresses: Iterable<string>) => [...addresses].reduce((all, each) => all + (weights.get(each) ?? 0), 0)
  return { first: sum(new Set(scripts)), ahead: sum(weights.keys()) }
}

/** What every script of a page weighs when gzipped, in thousands of bytes, however it was sent. */
function weigh(page: Page): () => Promise<ReadonlyMap<string, number>> {
  const bodies = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) bodies.set(response.url(), response.body())
  })
  return async () =>
    new Map(
      await Promise.all([...bodies].map(async ([url, body]) => [url, gzipSync(await body).length / 1000] as const)),
    )
}
