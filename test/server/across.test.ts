import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { httpLimits } from '../../server/limits.ts'
import { realSurroundings } from '../../server/surroundings.ts'
import type { EarlierAnswer, SearchAnswer } from '../../shared/api/across.ts'
import { apiPaths } from '../../shared/api/paths.ts'
import { openTestApp, type TestApp } from '../support/app.ts'

let app: TestApp

beforeEach(async () => {
  app = await openTestApp()
})

afterEach(() => app.close())

type Browser = ReturnType<TestApp['browser']>

const failover = {
  title: 'Failover took a day',
  incident: { tags: ['database'], summary: 'A cut of 43 seconds moved the primaries.' },
  services: [{ id: 'checkout', name: 'Checkout' }],
  causes: [{ id: 'why', kind: 'why', text: 'Nobody rehearsed the regional failover procedure' }],
  notes: [{ id: 'note', section: 'lessons', text: 'The orchestrator promoted replicas' }],
  actions: [
    { id: 'drill', title: 'Drill a failover', owner: 'Database team', due: '2018-11-01' },
    { id: 'done', title: 'Page earlier', status: 'complete', verification: 'A test page', evidence: 'It came' },
  ],
}

async function made(browser: Browser, body: object): Promise<{ readonly id: string; readonly invite: string }> {
  const response = await browser.post(apiPaths.boards(), { name: 'Fay', title: 'Another', ...body })
  const { board, invites } = await response.json()
  return { id: board.id, invite: invites.participant }
}

async function found(browser: Browser, words: string): Promise<SearchAnswer['found']> {
  const response = await browser.post(apiPaths.searchBoards(), { words })
  const { found }: SearchAnswer = await response.json()
  return found
}

async function earlier(browser: Browser, board: string): Promise<EarlierAnswer['reviews']> {
  const response = await browser.get(apiPaths.earlier(board))
  const { reviews }: EarlierAnswer = await response.json()
  return reviews
}

describe('looking through my reviews', () => {
  it('[ACROSS6] lets others be served in between, also where all of them are in memory', async () => {
    const held: (() => void)[] = []
    let isHeld = false
    const { timers } = realSurroundings('silent')
    const soon = (run: () => void) => void (isHeld ? held.push(run) : timers.soon(run))
    const busy = await openTestApp({ surroundings: { timers: { ...timers, soon } } })
    const fay = busy.browser()
    const { id } = await made(fay, failover)
    await found(fay, 'failover')

    isHeld = true
    const looking = found(fay, 'failover')
    await expect.poll(() => held.length).toBeGreaterThan(0)
    expect((await fay.get(apiPaths.board(id))).status).toBe(200)
    isHeld = false
    for (const run of held) run()
    expect((await looking).map((each) => each.id)).toEqual([id])
    await busy.close()
  })

  it('[ACROSS1] finds words in title, service, tag and text, all of them in any place', async () => {
    const fay = app.browser()
    const { id } = await made(fay, failover)
    await made(fay, { title: 'Certificates ran out' })
    for (const words of ['failover day', 'checkout', 'DATABASE', 'orchestrator 43', 'drill'])
      expect((await found(fay, words)).map((each) => each.id)).toEqual([id])
    expect(await found(fay, 'failover certificates')).toEqual([])
    expect((await found(fay, 'orchestrator'))[0]?.excerpts).toEqual([
      { where: 'Note', words: 'The orchestrator promoted replicas' },
    ])
  })

  it('[ACROSS2] finds nothing of a review that I am not on, or was removed from', async () => {
    const fay = app.browser()
    const ana = app.browser()
    const { id, invite } = await made(fay, failover)
    await made(ana, { name: 'Ana' })
    expect(await found(ana, 'orchestrator')).toEqual([])

    const { me } = await (await ana.join(id, invite, 'Ana')).json()
    expect(await found(ana, 'orchestrator')).toHaveLength(1)
    await fay.command(id, { type: 'person.remove', person: me.id })
    expect(await found(ana, 'orchestrator')).toEqual([])
    expect((await app.browser().post(apiPaths.searchBoards(), { words: 'a' })).status).toBe(401)
    expect((await ana.get(apiPaths.earlier(id))).status).toBe(403)
  })

  it('[ACROSS3] finds neither what waits on a desk nor who wrote a note', async () => {
    const fay = app.browser()
    const { id, invite } = await made(fay, { ...failover, settings: { attribution: 'anonymous' } })
    await app.browser().join(id, invite, 'Wilhelmina')
    expect(await found(fay, 'Wilhelmina')).toEqual([])
  })

  it('[ACROSS5] looks into so many of the newest, and says how many it left out', async () => {
    await app.close()
    app = await openTestApp({ surroundings: { httpLimits: { ...httpLimits, reviewsAcross: 2 } } })
    const fay = app.browser()
    await made(fay, failover)
    app.pass(1000)
    await made(fay, {})
    app.pass(1000)
    await made(fay, {})
    const response = await fay.post(apiPaths.searchBoards(), { words: 'failover' })
    expect(await response.json()).toEqual({ found: [], unread: 1 })
  })
})

describe('an earlier review', () => {
  const here = {
    title: 'Checkout down again',
    services: [{ id: 'shop', name: ' checkout ' }],
    causes: [
      { id: 'again', kind: 'why', text: 'The regional failover procedure was rehearsed by nobody' },
      { id: 'new', kind: 'why', text: 'The certificate ran out' },
    ],
  }

  it('[ACROSS4] that shares a service brings its open actions, and the causes that are seen again', async () => {
    const fay = app.browser()
    const first = await made(fay, failover)
    await made(fay, { title: 'Certificates ran out', services: [{ name: 'Login' }] })
    app.pass(60_000)
    const { id } = await made(fay, here)
    expect(await earlier(fay, id)).toEqual([
      {
        ...{ id: first.id, title: 'Failover took a day', createdAt: expect.any(Number), services: ['checkout'] },
        causes: [{ id: 'again', words: 'Nobody rehearsed the regional failover procedure' }],
        openActions: [{ id: 'drill', title: 'Drill a failover', owner: 'Database team', due: '2018-11-01' }],
      },
    ])
    expect(await earlier(fay, first.id)).toEqual([])
  })

  it('[ACROSS2] is told to nobody who is not on it', async () => {
    const fay = app.browser()
    const ana = app.browser()
    await made(fay, failover)
    app.pass(60_000)
    const { id, invite } = await made(fay, here)
    await ana.join(id, invite, 'Ana')
    expect(await earlier(ana, id)).toEqual([])
  })
})
