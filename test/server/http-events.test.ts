import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rateLimits } from '../../server/limits.ts'
import type { MadeEventToken } from '../../shared/api/events.ts'
import { apiPaths } from '../../shared/api/paths.ts'
import { readEntries, readFlat } from '../../shared/document/read.ts'
import { mostEvents } from '../../shared/document/timeline.ts'
import { createEntry, setRemoved } from '../../shared/document/write.ts'
import { openTestApp, seen, type TestApp } from '../support/app.ts'
import { openWorld } from '../support/world.ts'

let app: TestApp

beforeEach(async () => {
  app = await openTestApp()
})

afterEach(() => app.close())

type Sent = string | object

/** A board, and a program that sends to it: no cookie, no origin, nothing but the token. */
async function aBoard(on = app) {
  const { fay, id } = await on.board()
  const makeToken = async () => ((await (await fay.post(apiPaths.eventToken(id))).json()) as MadeEventToken).token
  const token = await makeToken()
  const send = (body: Sent, headers: Record<string, string> = {}) =>
    seen(
      on.app.request(apiPaths.timeline(id), {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    )
  const board = async () => {
    const live = await on.registry.open(id)
    if (!live) throw new Error('the board is gone')
    return live
  }
  const told = async () => readEntries((await board()).doc, 'timeline').map(({ id: _, removed: __, ...event }) => event)
  return { fay, id, token, makeToken, send, board, told }
}

const plain = { actor: '', action: '', kind: 'observation', milestone: null, link: null }
const fires = { id: 'page-1', at: '2018-10-21T22:54:00Z', event: 'Alerts fire' }

describe('an event sent over HTTP', () => {
  it('[EVENT1] is on the timeline, as it was sent', async () => {
    const { send, told } = await aBoard()
    const whole = {
      ...{ at: '2018-10-22T00:54:00+02:00', event: 'Rollback', actor: 'deploy-bot', action: 'Put 41 back' },
      ...{ kind: 'action', link: 'https://ci.example.org/41' },
    }
    expect(await send(whole)).toEqual({ status: 201, body: { events: [{ id: expect.any(String), added: true }] } })
    expect(await send({ event: 'Alerts fire' })).toMatchObject({ status: 201 })
    expect(await told()).toEqual([
      { ...plain, ...whole, at: '2018-10-21T22:54:00Z' },
      { ...plain, at: '2018-10-22T09:00:00Z', event: 'Alerts fire' },
    ])
  })

  it('[EVENT1] is seen at once by everyone who is there', async () => {
    const world = await openWorld()
    const ana = (await world.person('ana')).board()
    await ana.synced()
    const made: MadeEventToken = await (await world.fay.send('POST', apiPaths.eventToken(world.id))).json()
    const sent = await fetch(`${world.origin}${apiPaths.timeline(world.id)}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${made.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(fires),
    })
    expect(sent.status).toBe(201)
    await ana.sees((doc) => readEntries(doc, 'timeline').some(({ event }) => event === 'Alerts fire'))
    await world.close()
  })

  it('[EVENT1] fills the time of its milestone where the record has none', async () => {
    const { send, board, told } = await aBoard()
    await send({
      events: [
        { ...fires, milestone: 'detected' },
        { event: 'All is well', milestone: 'restored' },
      ],
    })
    const { detectedAt, restoredAt } = readFlat((await board()).doc, 'incident')
    expect([detectedAt, restoredAt]).toEqual(['2018-10-21T22:54:00Z', '2018-10-22T09:00:00Z'])
    expect((await told()).map(({ kind }) => kind)).toEqual(['milestone', 'milestone'])
  })

  it('[EVENT2] under an id that was sent before changes nothing', async () => {
    const { send, told, board } = await aBoard()
    const first = await send(fires)
    const id = (first.body as { events: { id: string }[] }).events[0]!.id
    expect(await send({ ...fires, event: 'Alerts fire again' })).toEqual({
      status: 200,
      body: { events: [{ id, added: false }] },
    })
    expect(await send({ events: [fires, { ...fires, id: 'page-2' }, { ...fires, id: 'page-2' }] })).toMatchObject({
      status: 201,
      body: { events: [{ added: false }, { added: true }, { added: false }] },
    })
    expect((await told()).map(({ event }) => event)).toEqual(['Alerts fire', 'Alerts fire'])

    const live = await board()
    await live.write(({ board: doc }) => setRemoved(doc, 'timeline', id, { by: null, at: 1 }))
    await app.registry.drop(live.id)
    expect(await send(fires)).toMatchObject({ status: 200 })
    expect(await told()).toHaveLength(2)
  })

  it('[EVENT2] under an id that another board knows is an event of its own', async () => {
    const [one, two] = [await aBoard(), await aBoard()]
    expect([await one.send(fires), await two.send(fires)].map(({ status }) => status)).toEqual([201, 201])
  })

  it('[EVENT3] needs the token of its board', async () => {
    const [one, two] = [await aBoard(), await aBoard()]
    const none = {
      status: 401,
      body: { type: 'no-event-token', detail: expect.stringContaining('Send events by HTTP') },
    }
    for (const Authorization of ['', 'Bearer', 'Bearer guessed', `Basic ${one.token}`, one.token])
      expect(await one.send(fires, { Authorization })).toMatchObject(none)
    const asked = await app.app.request(apiPaths.timeline('unknown'), { method: 'POST' })
    expect([asked.status, asked.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer realm="Hindsight"'])

    const theirs = { Authorization: `Bearer ${two.token}` }
    expect(await one.send(fires, theirs)).toMatchObject({ status: 403, body: { type: 'not-for-this-board' } })
    expect(
      await seen(app.app.request(apiPaths.timeline('unknown'), { method: 'POST', headers: theirs })),
    ).toMatchObject({ status: 404, body: { type: 'no-such-board' } })
    expect(await one.told()).toEqual([])
  })

  it('[EVENT3] is not taken from somebody’s cookie, nor from another site', async () => {
    const { fay, id, send, told } = await aBoard()
    expect(await seen(fay.post(apiPaths.timeline(id), fires))).toMatchObject({ status: 401 })
    expect(await send(fires, { Origin: 'https://evil.example' })).toMatchObject({ status: 403 })
    expect(await told()).toEqual([])
  })

  it('[EVENT3] says what is wrong with it, field by field', async () => {
    const { send, told } = await aBoard()
    expect(await send({ at: '2018-10-21T22:54:00Z', sponsor: 'x' })).toMatchObject({
      status: 400,
      body: {
        errors: [
          { path: 'event', message: 'is missing' },
          { path: 'sponsor', message: 'is not known here' },
        ],
      },
    })
    expect(await send({ events: [fires, { event: ' ' }] })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'events.1.event', message: 'wants what happened' }] },
    })
    expect(await send({ events: [] })).toMatchObject({ status: 400 })
    expect(await send('[1]')).toMatchObject({ status: 400 })
    expect(await send('{')).toMatchObject({ status: 400 })
    expect(await send({ event: 'x'.repeat(1024 * 1024) })).toMatchObject({ status: 413 })
    expect(await send(fires, { 'Content-Type': 'text/plain' })).toMatchObject({ status: 415 })
    expect(await told()).toEqual([])
  })

  it('[EVENT3] comes too often from one board, and another board still gets through', async () => {
    const hasty = await openTestApp({
      surroundings: { requestLimits: { ...rateLimits, events: { points: 2, seconds: 60 } } },
    })
    const [one, two] = [await aBoard(hasty), await aBoard(hasty)]
    const statuses = [await one.send(fires), await one.send(fires), await one.send(fires), await two.send(fires)]
    expect(statuses.map(({ status }) => status)).toEqual([201, 200, 429, 201])
    await hasty.close()
  })

  it('[EVENT3] comes too often from one address', async () => {
    const hasty = await openTestApp({
      surroundings: { requestLimits: { ...rateLimits, sending: { points: 1, seconds: 60 } } },
    })
    const { send } = await aBoard(hasty)
    expect([await send(fires), await send(fires)].map(({ status }) => status)).toEqual([201, 429])
    await hasty.close()
  })

  it('[EVENT4] to a finished review is refused, unless it is there already', async () => {
    const { fay, id, send, told } = await aBoard()
    await send(fires)
    await fay.command(id, { type: 'board.close' })
    expect(await send({ ...fires, id: 'page-2' })).toMatchObject({
      status: 409,
      body: { type: 'board-closed', detail: expect.stringContaining('reopen') },
    })
    expect(await send(fires)).toMatchObject({ status: 200 })
    expect(await told()).toHaveLength(1)
  })

  it('[EVENT4] to a full timeline is refused', async () => {
    const { send, board } = await aBoard()
    const live = await board()
    await live.write(({ board: doc }) => {
      for (let n = 1; n < mostEvents; n += 1) createEntry(doc, 'timeline', `e${n}`, { at: fires.at, event: 'It' })
    })
    expect(await send({ events: [fires, { event: 'One more' }] })).toMatchObject({
      status: 409,
      body: { type: 'timeline-full' },
    })
    expect(await send(fires)).toMatchObject({ status: 201 })
  })

  it.each([
    ['2018-10-21T22:54:00Z', '2018-10-21T22:54:00Z'],
    ['2018-10-21T22:54Z', '2018-10-21T22:54:00Z'],
    ['2018-10-22 00:54:00.123456+0200', '2018-10-21T22:54:00.123Z'],
    [1540162440, '2018-10-21T22:54:00Z'],
    [1540162440500, '2018-10-21T22:54:00.500Z'],
    ['1540162440', '2018-10-21T22:54:00Z'],
  ])('[EVENT7] takes its time as %s', async (at, instant) => {
    const { send, told } = await aBoard()
    expect(await send({ at, event: 'It' })).toMatchObject({ status: 201 })
    expect(await told()).toMatchObject([{ at: instant }])
  })

  it.each(['2018-10-21T22:54:00', '2018-02-30T22:54:00Z', 'yesterday', '', 12, 1e300, null, {}])(
    '[EVENT7] does not take its time as %j',
    async (at) => {
      const { send } = await aBoard()
      expect(await send({ at, event: 'It' })).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'at', message: expect.stringContaining('a time with its zone') }] },
      })
    },
  )
})

describe('what Alertmanager sends', () => {
  const alert = {
    status: 'firing',
    labels: { alertname: 'HighLatency', service: 'checkout', severity: 'page' },
    annotations: { summary: 'p99 over 2 s', runbook: 'https://runbooks.example.org' },
    startsAt: '2018-10-21T22:54:00.123456789Z',
    endsAt: '0001-01-01T00:00:00Z',
    generatorURL: 'https://prometheus.example.org/graph?g0.expr=x',
    fingerprint: '8d2f1e',
  }
  const body = (...alerts: object[]) => ({
    ...{
      version: '4',
      groupKey: '{}:{alertname="HighLatency"}',
      truncatedAlerts: 0,
      status: 'firing',
      receiver: 'web',
    },
    ...{ groupLabels: {}, commonLabels: {}, commonAnnotations: {}, externalURL: 'https://am.example.org' },
    alerts,
  })

  it('[EVENT5] is one event when an alert fires, however often it is sent, and one when it is resolved', async () => {
    const { send, told } = await aBoard()
    expect(await send(body(alert))).toMatchObject({ status: 201 })
    expect(await send(body(alert))).toMatchObject({ status: 200 })
    expect(await send(body({ ...alert, status: 'resolved', endsAt: '2018-10-21T23:04:00Z' }))).toMatchObject({
      status: 201,
      body: { events: [{ added: false }, { added: true }] },
    })
    const event = { ...plain, actor: 'Alertmanager', link: alert.generatorURL }
    expect(await told()).toEqual([
      {
        ...event,
        at: '2018-10-21T22:54:00.123Z',
        event: 'HighLatency fires: p99 over 2 s (service=checkout, severity=page)',
      },
      {
        ...event,
        at: '2018-10-21T23:04:00Z',
        event: 'HighLatency is resolved: p99 over 2 s (service=checkout, severity=page)',
      },
    ])
  })

  it('[EVENT5] may leave out what we can do without', async () => {
    const { send, told } = await aBoard()
    const bare = { status: 'firing', startsAt: alert.startsAt }
    expect(
      await send(body(bare, { ...bare, labels: { alertname: 'DiskFull' }, generatorURL: 'nowhere' })),
    ).toMatchObject({
      status: 201,
    })
    expect((await told()).map(({ event, link }) => [event, link])).toEqual([
      ['An alert fires', null],
      ['DiskFull fires', null],
    ])
    expect(await send(body({ status: 'firing' }))).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'alerts.0.startsAt', message: 'is missing' }] },
    })
    expect(await send(body())).toMatchObject({ status: 200, body: { events: [] } })
  })
})

describe('the token for events', () => {
  it('[EVENT6] is told once, and can be replaced and revoked', async () => {
    const { fay, id, token, makeToken, send } = await aBoard()
    const { body } = await seen(fay.get(`/api/boards/${id}`))
    expect(await seen(fay.get(apiPaths.eventToken(id)))).toEqual({
      status: 200,
      body: { token: { by: (body as { me: { id: string } }).me.id, madeAt: Date.UTC(2018, 9, 22, 9) } },
    })
    expect(token).toMatch(/^hindsight_[\w-]{24}$/)

    const second = await makeToken()
    expect(await send(fires)).toMatchObject({ status: 401 })
    expect(await send(fires, { Authorization: `Bearer ${second}` })).toMatchObject({ status: 201 })
    expect(await seen(fay.delete(apiPaths.eventToken(id)))).toEqual({ status: 204, body: undefined })
    expect(await send(fires, { Authorization: `Bearer ${second}` })).toMatchObject({ status: 401 })
    expect(await seen(fay.get(apiPaths.eventToken(id)))).toMatchObject({ body: { token: null } })
  })

  it('[EVENT6] is the facilitators’ alone', async () => {
    const { fay, id, send } = await aBoard()
    const { body } = await seen(fay.get(`/api/boards/${id}`))
    const ana = app.browser()
    await ana.join(id, (body as { invites: { participant: string } }).invites.participant, 'Ana')
    const refused = { status: 403, body: { type: 'not-a-facilitator' } }
    const path = apiPaths.eventToken(id)
    for (const answer of [ana.get(path), ana.post(path), ana.delete(path)])
      expect(await seen(answer)).toMatchObject(refused)
    expect(await send(fires)).toMatchObject({ status: 201 })
  })

  it('[STORE19] is stored as nothing that gives access', async () => {
    const { id, token } = await aBoard()
    const kept = await app.store.eventTokens.ofBoard(id)
    expect(JSON.stringify(kept)).not.toContain(token.replace('hindsight_', ''))
    const app2 = app.app.request(apiPaths.timeline(id), {
      method: 'POST',
      headers: { Authorization: `Bearer ${kept?.digest}` },
    })
    expect(await seen(app2)).toMatchObject({ status: 401 })
  })

  it('[EVENT3] is described, with the forms that a body may have', async () => {
    const document = await (await app.browser().get('/api/openapi.json')).json()
    const { security, requestBody, responses } = document.paths['/api/boards/{id}/timeline'].post
    expect(security).toEqual([{ eventToken: [] }])
    expect(document.components.securitySchemes.eventToken).toMatchObject({ type: 'http', scheme: 'bearer' })
    expect(Object.keys(responses)).toEqual(['200', '201', '400', 'default'])
    const forms: { properties: object }[] = requestBody.content['application/json'].schema.anyOf
    expect(forms.map(({ properties }) => Object.keys(properties))).toEqual([
      ['id', 'at', 'event', 'actor', 'action', 'kind', 'milestone', 'link'],
      ['events'],
      ['alerts'],
    ])
  })
})
