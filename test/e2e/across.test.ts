import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { apiPaths, boardPage } from '../../shared/api/paths.ts'
import { type Attendee, openStage, type Stage, saved } from '../support/stage.ts'

const earlier = {
  ...{ name: 'Fay', title: 'Failover took a day', services: [{ name: 'Checkout' }] },
  causes: [{ kind: 'why', text: 'Nobody rehearsed the regional failover procedure' }],
  notes: [{ section: 'lessons', text: 'The orchestrator promoted replicas' }],
  actions: [{ title: 'Drill a failover', owner: 'Database team', due: '2018-11-01' }],
}
const later = {
  ...{ name: 'Fay', title: 'Checkout down again', services: [{ name: 'checkout' }] },
  causes: [{ kind: 'why', text: 'The regional failover procedure was rehearsed by nobody' }],
}

describe('an earlier review', () => {
  let stage: Stage
  let fay: Attendee
  const boards: string[] = []

  beforeAll(async () => {
    stage = await openStage(inject('chromium'))
    fay = await stage.enters()
    for (const data of [earlier, later]) {
      const made = await fay.page.request.post(stage.url + apiPaths.boards(), { data })
      boards.push((await made.json()).board.id)
    }
  })

  afterAll(() => stage.close())

  it('[ACROSS1] is found from home by what was written in it', async () => {
    const { page } = fay
    await page.goto(stage.url)
    const search = page.getByRole('searchbox', { name: 'Search your reviews' })
    await search.fill('orchestrator')
    const found = page.getByRole('link', { name: /Failover took a day/ })
    await found.getByText('The orchestrator promoted replicas').waitFor()
    expect(await page.getByRole('link', { name: /Checkout down again/ }).count()).toBe(0)
  })

  it('[ACROSS4] opens the next one with what is still to be done about the same service', async () => {
    const { page } = fay
    await page.goto(stage.url + boardPage(boards[1]!))
    await saved(page)
    const before = page.getByRole('region', { name: 'We have been here before' })
    await before.getByText('Drill a failover').waitFor()
    expect(await before.getByRole('link').getAttribute('href')).toBe(boardPage(boards[0]!))
  })

  it('[ACROSS4] is told beside a cause that was seen there, once causes are spoken of', async () => {
    const { page } = fay
    await page.keyboard.press('i')
    await page.getByRole('tab', { name: 'Causes' }).click()
    const seen = page.getByText('Seen before, in').getByRole('link', { name: 'Failover took a day' })
    expect(await seen.count()).toBe(0)
    await page.getByRole('button', { name: 'Causes', exact: true }).click()
    await seen.waitFor()
  })
})
