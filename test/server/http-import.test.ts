import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardFile, ImportAnswer } from '../../shared/api/board-file.ts'
import type { BoardListing, Problem } from '../../shared/api/boards.ts'
import { readEntries, readEntry, readFlat } from '../../shared/document/read.ts'
import { createEntry } from '../../shared/document/write.ts'
import { openTestApp, type TestApp } from '../support/app.ts'

let app: TestApp

beforeEach(async () => {
  app = await openTestApp()
})

afterEach(() => app.close())

/** A finished review of elsewhere: ana facilitated, ben wrote and voted. */
const file = {
  format: 'hindsight-board',
  version: 1,
  board: { id: 'there', title: 'Deploys stopped' },
  session: {
    title: 'Deploys stopped',
    status: 'open',
    phase: 'vote',
    agenda: [{ id: 'vote', kind: 'vote', title: 'Prioritise', minutes: 5 }],
    visits: [{ phase: 'vote', at: 5 }],
    settings: {
      ...{ votes: 5, maxPerTarget: 3, ballot: 'secret', attribution: 'named' },
      ...{ editing: 'author', reveal: 'together' },
    },
    sections: [{ id: 'lessons', title: 'Lessons', prompts: [], icon: 'lightbulb', color: 'blue', votable: true }],
    round: 'round',
    schema: 2,
  },
  incident: { severity: 'SEV-2', summary: 'Nothing could be deployed' },
  people: [
    { id: 'ana', name: 'Ana', color: 'blue', role: 'facilitator', joinedAt: 1, counts: true },
    { id: 'ben', name: 'Ben', color: 'teal', role: 'participant', joinedAt: 2, counts: true },
  ],
  results: [
    {
      ...{ id: 'round', phase: 'vote', ballot: 'secret', openedAt: 3, closedAt: 4, voters: 2, cast: 3, late: 0 },
      ...{ votes: { 'note:drill': 3 }, labels: {} },
    },
  ],
  notes: [{ id: 'drill', section: 'lessons', text: 'The drill helped', author: 'ben', createdAt: 2, rank: 'a0' }],
  timeline: [{ id: 'cut', at: '2018-10-21T22:52:00Z', event: 'The network is cut' }],
} as unknown as BoardFile

type Browser = ReturnType<TestApp['browser']>

async function bring(browser: Browser, change: object = {}) {
  const response = await browser.post('/api/boards/import', { name: 'Fay', file: { ...file, ...change } })
  const answer: ImportAnswer & Problem = await response.json()
  return { status: response.status, answer }
}

const docOf = async (board: string) => (await app.registry.open(board))!.doc
const mine = async (browser: Browser): Promise<readonly BoardListing[]> => (await browser.get('/api/boards')).json()

describe('a file over HTTP', () => {
  it('[FILE8] makes a new review, which whoever sent it facilitates', async () => {
    const fay = app.browser()
    const { status, answer } = await bring(fay)
    expect(status).toBe(201)
    expect(answer).toMatchObject({
      board: { title: 'Deploys stopped' },
      me: { name: 'Fay', role: 'facilitator' },
      brought: { added: 5, filled: 2, there: 0 },
    })
    expect(await mine(fay)).toMatchObject([
      { id: answer.board.id, origin: 'there', severity: 'SEV-2', phase: 'Prioritise' },
    ])
    expect(readEntries(await docOf(answer.board.id), 'notes')).toMatchObject([
      { author: 'ben', text: 'The drill helped' },
    ])
  })

  it('[FILE8] [FILE5] gives the review that is here what it lacks, and no other', async () => {
    const fay = app.browser()
    const first = await bring(fay)
    const more = {
      services: [{ id: 'ci', name: 'CI' }],
      incident: { summary: 'Other words', rootCause: 'A full disk' },
    }
    const again = await bring(fay, more)
    expect(again).toMatchObject({
      status: 200,
      answer: { board: first.answer.board, me: first.answer.me, brought: { added: 1, filled: 1, there: 5 } },
    })
    expect(await mine(fay)).toHaveLength(1)
    const record = readFlat(await docOf(first.answer.board.id), 'incident')
    expect([record.summary, record.rootCause]).toEqual(['Nothing could be deployed', 'A full disk'])

    const gus = app.browser()
    expect(await bring(gus)).toMatchObject({ status: 201, answer: { brought: { added: 5 } } })
  })

  it('[FILE8] finds the review that the file was taken from', async () => {
    const { fay, id } = await app.board({ notes: [{ id: 'kept', section: 'lessons', text: 'Keep the drill' }] })
    const taken: BoardFile = await (await fay.get(`/api/boards/${id}/report.json`)).json()
    expect(await bring(fay, taken)).toMatchObject({
      status: 200,
      answer: { board: { id }, brought: { added: 0, filled: 0, there: 2 } },
    })
  })

  it('[FILE8] adds nothing to a finished review', async () => {
    const fay = app.browser()
    const { answer } = await bring(fay)
    await fay.command(answer.board.id, { type: 'board.close' })
    expect(await bring(fay)).toMatchObject({ status: 200, answer: { brought: { added: 0 } } })
    expect(await bring(fay, { services: [{ id: 'ci', name: 'CI' }] })).toMatchObject({
      status: 409,
      answer: { type: 'board-closed', title: 'Nothing was added' },
    })
    expect(readEntries(await docOf(answer.board.id), 'services')).toEqual([])
  })

  it('[FILE3] [FILE8] says what it does not take, and starts nothing', async () => {
    const fay = app.browser()
    const { status, answer } = await bring(fay, { timeline: [{ id: 'cut', at: 'soon', event: 'x' }] })
    expect(status).toBe(400)
    expect(answer.errors).toEqual([
      { path: 'file.timeline.0.at', message: 'wants a time in UTC, such as 2018-10-21T22:52:00Z' },
    ])
    expect((await fay.get('/api/boards')).status).toBe(401)
  })

  it('[FILE6] lets nobody in', async () => {
    const { answer } = await bring(app.browser())
    const live = (await app.registry.open(answer.board.id))!
    expect([...live.members.keys()]).toEqual([answer.me.id])
    expect(readEntries(live.doc, 'people').filter(({ left }) => left === undefined)).toMatchObject([
      { id: answer.me.id },
    ])
    const ana = app.browser()
    await ana.join(answer.board.id, answer.invites!.participant, 'Ana')
    expect(live.members.size).toBe(2)
  })

  it('[FILE6] tells nobody who wrote on an anonymous board', async () => {
    const settings = { ...file.session!.settings, attribution: 'anonymous' }
    const { answer } = await bring(app.browser(), { session: { ...file.session, settings } })
    expect(readEntries(await docOf(answer.board.id), 'notes')).toMatchObject([{ author: null }])
  })

  it('[FILE7] keeps votes that were cast elsewhere, and counts them no second time', async () => {
    const fay = app.browser()
    const { answer } = await bring(fay)
    const recounted = await fay.command(answer.board.id, { type: 'round.recount' })
    const problem: Problem = await recounted.json()
    expect([recounted.status, problem.type]).toEqual([409, 'ballots-are-elsewhere'])
    const doc = await docOf(answer.board.id)
    expect(readEntry(doc, 'results', 'round')).toMatchObject({ cast: 3, votes: { 'note:drill': 3 } })
  })

  it('[FILE7] ends a round that still runs elsewhere', async () => {
    const results = [{ ...file.results[0], closedAt: null }]
    const { answer } = await bring(app.browser(), { results, madeAt: '2018-10-22T08:00:00Z' })
    const result = readEntry(await docOf(answer.board.id), 'results', 'round')
    expect(result?.closedAt).toBe(Date.UTC(2018, 9, 22, 8))
  })

  it('[FILE1] waits where the phase would have ended by itself meanwhile', async () => {
    const agenda = [
      { id: 'vote', kind: 'vote', title: 'Prioritise', minutes: 5, endsAt: 6, auto: true },
      { id: 'act', kind: 'act', title: 'Plan actions', minutes: 5, endsAt: Date.UTC(2019, 0), auto: true },
    ]
    const { answer } = await bring(app.browser(), { session: { ...file.session, agenda } })
    const session = readFlat(await docOf(answer.board.id), 'session')
    expect(session.agenda.map(({ auto }) => auto)).toEqual([undefined, true])
    expect(session.phase).toBe('vote')
  })

  it('[FILE8] may come packed, where it is larger than a request', async () => {
    const fay = app.browser()
    const services = Array.from({ length: 600 }, (_, n) => ({ id: `s${n}`, name: 'CI', description: 'x'.repeat(2000) }))
    const body = JSON.stringify({ name: 'Fay', file: { ...file, services } })
    const send = (packed: Uint8Array) =>
      app.app.request('/api/boards/import', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' },
        body: new Uint8Array(packed),
      })
    const answer: ImportAnswer = await (await send(gzipSync(body))).json()
    expect([body.length > 2 ** 20, answer.brought.added]).toEqual([true, 605])
    expect((await bring(fay, { services })).status).toBe(413)
    const bomb = await send(gzipSync(Buffer.alloc(64 * 2 ** 20)))
    expect([bomb.status, (await send(Buffer.from('{}'))).status]).toEqual([413, 400])
  })

  it('[FILE8] adds to a review that is full nothing at all', async () => {
    const fay = app.browser()
    const { answer } = await bring(fay)
    const doc = await docOf(answer.board.id)
    doc.transact(() => {
      for (let n = 0; n < 4999; n += 1) createEntry(doc, 'services', `s${n}`, { name: 'CI' })
    })
    const services = [
      { id: 'ci', name: 'CI' },
      { id: 'cd', name: 'CD' },
    ]
    expect(await bring(fay, { services })).toMatchObject({ status: 409, answer: { type: 'board-full' } })
    expect(doc.getMap('services').size).toBe(4999)
  })
})
