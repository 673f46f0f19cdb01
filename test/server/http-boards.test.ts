import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardAnswer, CreateBoard } from '../../shared/api/boards.ts'
import { readFlat } from '../../shared/document/read.ts'
import { plannedMinutes } from '../../shared/review/agenda.ts'
import { openTestApp, seen, type TestApp } from '../support/app.ts'

let app: TestApp

beforeEach(async () => {
  app = await openTestApp()
})

afterEach(() => app.close())

describe('a board over HTTP', () => {
  it('[HTTP1] is started by anyone, who facilitates it and gets its invites', async () => {
    const fay = app.browser()
    const created = await fay.post('/api/boards', { title: ' Deploys  stopped ', name: 'Fay', minutes: 45 })
    const answer: BoardAnswer = await created.json()
    expect(created.status).toBe(201)
    expect(answer).toEqual({
      board: { id: expect.any(String), title: 'Deploys stopped', epoch: expect.any(String) },
      me: { id: expect.any(String), name: 'Fay', role: 'facilitator' },
      invites: {
        facilitator: expect.stringMatching(/^[\w-]{22,}$/),
        participant: expect.stringMatching(/^[\w-]{22,}$/),
        observer: expect.stringMatching(/^[\w-]{22,}$/),
      },
    })
    expect(new Set(Object.values(answer.invites!)).size).toBe(3)
  })

  it('[HTTP1] is shown to its people, with the invites to facilitators only', async () => {
    const { fay, id, answer } = await app.board()
    const ana = app.browser()
    const joined: BoardAnswer = await (await ana.join(id, answer.invites!.participant, 'Ana')).json()

    expect(await seen(fay.get(`/api/boards/${id}`))).toEqual({ status: 200, body: answer })
    expect(await seen(ana.get(`/api/boards/${id}`))).toEqual({ status: 200, body: joined })
    expect(joined).toEqual({
      board: answer.board,
      me: { id: expect.any(String), name: 'Ana', role: 'participant' },
    })
  })

  it('[TEMPLATE2] begins with the sections and the agenda of a template', async () => {
    const { id } = await app.board({ template: 'start-stop-continue', minutes: 45 })
    const session = readFlat((await app.registry.open(id))!.doc, 'session')
    expect(session.sections.map(({ title }) => title)).toEqual(['Start', 'Stop', 'Continue'])
    expect(session.agenda.map(({ kind }) => kind)).not.toContain('facts')
    expect(plannedMinutes(session.agenda)).toBe(45)
  })

  it('[TEMPLATE3] takes over agenda, sections and settings of a board that its creator is on, and nothing else', async () => {
    const { fay, id } = await app.board({
      template: 'four-ls',
      settings: { votes: 9, attribution: 'anonymous' },
      notes: [{ section: 'liked', text: 'The drill' }],
    })
    const next = { title: 'Next', name: 'Fay', like: id, settings: { attribution: 'named' } }
    const answer: BoardAnswer = await (await fay.post('/api/boards', next)).json()
    const earlier = readFlat((await app.registry.open(id))!.doc, 'session')
    const { doc } = (await app.registry.open(answer.board.id))!
    const session = readFlat(doc, 'session')
    expect(session.sections).toEqual(earlier.sections)
    expect(session.agenda.map(({ kind, minutes }) => [kind, minutes])).toEqual(
      earlier.agenda.map(({ kind, minutes }) => [kind, minutes]),
    )
    expect(session.agenda.map(({ id }) => id)).not.toEqual(earlier.agenda.map(({ id }) => id))
    expect(session.settings).toEqual({ ...earlier.settings, attribution: 'named' })
    expect(doc.getMap('notes').size).toBe(0)
  })

  it('[TEMPLATE3] is like no board of others, nor like one that is none', async () => {
    const { id } = await app.board()
    const stranger = app.browser()
    for (const like of [id, 'nothing']) {
      const refused = await seen(stranger.post('/api/boards', { title: 'Next', name: 'Sam', like }))
      expect(refused).toMatchObject({ status: 400, body: { detail: 'like wants a review that you are on.' } })
    }
  })

  it('[TEMPLATE6] begins with the agenda and the sections that it is given', async () => {
    const agenda: NonNullable<CreateBoard['agenda']> = [
      { kind: 'reflect', title: 'Write', minutes: 20 },
      { kind: 'close', title: 'Close', minutes: null },
    ]
    const section = { id: 'kept', title: 'Kept', prompts: ['Why?'], icon: 'sparkles', color: 'teal', votable: false }
    const { fay, id } = await app.board({ agenda, sections: [section], settings: { votes: 2 } })
    const session = readFlat((await app.registry.open(id))!.doc, 'session')
    expect(session.agenda.map(({ id, ...phase }) => phase)).toEqual(agenda)
    expect(session.phase).toBe(session.agenda[0]?.id)
    expect([session.sections, session.settings.votes]).toEqual([[section], 2])

    const twice = { title: 'Next', name: 'Fay', sections: [section, section] }
    expect(await seen(fay.post('/api/boards', twice))).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'sections', message: expect.stringContaining('different ids') }] },
    })
  })

  it('[HTTP1] brings what it was given: record, timeline, notes', async () => {
    const { fay, id } = await app.board({
      incident: { severity: 'SEV-1', summary: 'Nobody could deploy' },
      timeline: [{ at: '2018-10-21T22:52:00Z', event: 'The network was cut' }],
    })
    const report = await (await fay.get(`/api/boards/${id}/report.md`)).text()
    expect(report).toContain('Nobody could deploy')
    expect(report).toContain('The network was cut')
    expect(await seen(fay.get('/api/boards'))).toMatchObject({ body: [{ id, severity: 'SEV-1' }] })
  })

  it('[HTTP1] is listed for its people until they are removed', async () => {
    const { fay, id, answer } = await app.board()
    const ana = app.browser()
    const { me }: BoardAnswer = await (await ana.join(id, answer.invites!.participant, 'Ana')).json()
    const listing = {
      id,
      title: 'Deploys stopped',
      severity: null,
      createdAt: Date.UTC(2018, 9, 22, 9),
      status: 'open',
      phase: 'Set the tone',
      openActions: 0,
      origin: null,
    }
    expect(await seen(ana.get('/api/boards'))).toEqual({ status: 200, body: [{ ...listing, role: 'participant' }] })

    await fay.command(id, { type: 'person.remove', person: me.id })
    expect(await seen(ana.get('/api/boards'))).toEqual({ status: 200, body: [] })
    expect(await seen(fay.get('/api/boards'))).toEqual({ status: 200, body: [{ ...listing, role: 'facilitator' }] })
  })

  it('[HTTP2] is deleted by a facilitator alone, and is then gone for everyone', async () => {
    const { fay, id, answer } = await app.board()
    const ana = app.browser()
    await ana.join(id, answer.invites!.participant, 'Ana')
    expect(await seen(ana.delete(`/api/boards/${id}`))).toMatchObject({
      status: 403,
      body: { type: 'not-a-facilitator' },
    })

    expect(await seen(fay.delete(`/api/boards/${id}`))).toEqual({ status: 204, body: undefined })
    expect(await seen(fay.get(`/api/boards/${id}`))).toMatchObject({ status: 404, body: { type: 'no-such-board' } })
    expect(await seen(ana.join(id, answer.invites!.participant, 'Ana'))).toMatchObject({ status: 404 })
    expect(await seen(fay.get('/api/boards'))).toEqual({ status: 200, body: [] })
  })

  it('[HTTP3] takes commands of a facilitator, and says why it does not carry one out', async () => {
    const { fay, id } = await app.board()
    expect(await seen(fay.command(id, { type: 'board.rename', title: 'Alerts' }))).toEqual({ status: 200, body: {} })
    expect(await seen(fay.get(`/api/boards/${id}`))).toMatchObject({ body: { board: { title: 'Alerts' } } })
    expect(await seen(fay.command(id, { type: 'round.close' }))).toMatchObject({
      status: 409,
      body: { type: 'no-open-round', detail: expect.stringMatching(/\.$/) },
    })
  })

  it('[HTTP3] takes a command of nobody but a facilitator', async () => {
    const { id, answer } = await app.board()
    const olga = app.browser()
    await olga.join(id, answer.invites!.observer, 'Olga')
    expect(await seen(olga.command(id, { type: 'phase.next' }))).toMatchObject({ status: 403 })
    expect(await seen(olga.post(`/api/boards/${id}/commands`, { type: 'nonsense' }))).toMatchObject({ status: 403 })
  })

  it.each([
    ['md', 'text/markdown', 'attachment'],
    ['html', 'text/html', 'inline'],
    ['json', 'application/json', 'attachment'],
    ['csv', 'text/csv', 'attachment'],
    ['ics', 'text/calendar', 'attachment'],
  ])('[HTTP4] gives its people the report as .%s, under a name of its own', async (format, type, disposition) => {
    const { fay, id } = await app.board({ actions: [{ title: 'Alert on replication lag', due: '2018-11-05' }] })
    const report = await fay.get(`/api/boards/${id}/report.${format}`)
    expect(report.status).toBe(200)
    expect(report.headers.get('Content-Type')).toContain(type)
    expect(report.headers.get('Content-Disposition')).toBe(
      `${disposition}; filename="deploys-stopped-2018-10-22.${format}"`,
    )
    expect(await report.text()).toContain('Alert on replication lag')
    expect(await seen(app.browser().get(`/api/boards/${id}/report.${format}`))).toMatchObject({ status: 401 })
    const stranger = await app.board()
    expect(await seen(stranger.fay.get(`/api/boards/${id}/report.${format}`))).toMatchObject({ status: 403 })
  })

  it('[HTTP4] has no report of another kind', async () => {
    const { fay, id } = await app.board()
    expect(await seen(fay.get(`/api/boards/${id}/report.pdf`))).toMatchObject({
      status: 404,
      body: { type: 'not-found' },
    })
  })
})
