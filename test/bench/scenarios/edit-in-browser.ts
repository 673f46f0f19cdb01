import { expect, type Page } from '@playwright/test'
import type { Crowd } from '../browser/crowd.ts'
import type { Deed } from '../browser/people.ts'
import { countRenders, type Renders, takeRenders } from '../browser/renders.ts'
import { onBigBoards, openSharedShowing } from '../browser/showing.ts'
import { mainThreadMs, profiled, type Sitting } from '../browser/viewer.ts'
import { noteId } from '../contestant.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'
import { pause } from '../typing.ts'

const edits = 12

/** What one edit of somebody else costs a screen: which cards and components are drawn again, and how long it works. */
export const editInBrowser: Scenario = {
  ...onBigBoards,
  name: 'edit-in-browser',
  run,
}

/** Each edit is of another note, so there are at least as many: the same one shown or moved again would look as before. */
async function run(asked: Setting): Promise<Measures> {
  const setting = { ...asked, people: Math.max(asked.people, edits) }
  const { people: notes } = setting
  const { sitting, crowd, begin, close } = await openSharedShowing(setting, 1)
  await countRenders(sitting.context)
  await begin()
  await pause(1500)

  const nth = (round: number) => Math.floor(((round + 0.5) * notes) / edits)
  const typed = await profiled(sitting, setting, 'edit-type', () =>
    eachOf(sitting, crowd, (round) => ({ what: 'type', note: nth(round) })),
  )
  const shown = await eachOf(sitting, crowd, (round) => ({ what: 'show', note: nth(round) }))
  const moved = await eachOf(sitting, crowd, (round) => ({
    what: 'move',
    note: nth(round),
    behind: (nth(round) + 2) % notes,
  }))
  await close()
  return { ...named('letter', typed), ...named('presence', shown), ...named('move', moved) }
}

interface Cost extends Renders {
  readonly ms: number
}

/** One after another, each waited for until the screen shows it. */
async function eachOf(sitting: Sitting, crowd: Crowd, deed: (round: number) => Deed): Promise<readonly Cost[]> {
  const costs: Cost[] = []
  for (let round = 0; round < edits; round += 1) {
    const next = deed(round)
    const before = await looksOf(sitting.page, next.note)
    await takeRenders(sitting.page)
    const ms = await mainThreadMs(sitting)
    await crowd.do(next)
    await expect.poll(() => looksOf(sitting.page, next.note), { intervals: [5], timeout: 10_000 }).not.toBe(before)
    await sitting.page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
    })
    costs.push({ ...(await takeRenders(sitting.page)), ms: (await mainThreadMs(sitting)) - ms })
  }
  return costs
}

/** What can be seen of a note: what stands on it, and where it lies. */
function looksOf(page: Page, note: number): Promise<string> {
  return page.evaluate((id) => {
    const card = document.querySelector(`[data-note="${id}"]`)
    const column = card?.closest<HTMLElement>('[data-column]')?.dataset.column
    return `${card?.textContent} in ${column} below ${card?.closest('li')?.previousElementSibling?.textContent}`
  }, noteId(note))
}

function named(what: string, costs: readonly Cost[]): Measures {
  const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
  return {
    [`${what}: cards drawn`]: Math.max(...costs.map(({ cards }) => cards.length)),
    [`${what}: components drawn`]: median(costs.map(({ components }) => components)),
    [`${what}: main thread ms`]: median(costs.map(({ ms }) => ms)),
  }
}
