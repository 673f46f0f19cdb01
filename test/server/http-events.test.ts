import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rateLimits } from '../../server/limits.ts'
import type { MadeEventToken } from '../../shared/api/events.ts'
import { apiPaths } from '../../shared/api/paths.ts'
import { readEntries, readFlat } from '../../shared/document/read.ts'
import { mostEvents } from '../../shared/document/timeline.ts'
import { createEntry, setRemoved } from '../../shared/document/write.ts'
import { openTestApp, seen, type TestApp } from '../support/app.ts'
import { firing, openEventSender, plainEvent } from '../support/event-sender.ts'
import { openWorld } from '../support/world.ts'

let app: TestApp

beforeEach(async () => {
  app = await openTestApp()
})

afterEach(() => app.close())

describe('an event sent over HTTP', () => {
  it('[EVENT1] is on the timeline, as it was sent', async () => {
    const { send, told } = await openEventSender(app)
    const whole = {
      ...{ at: '2018-10-22T00:54:00+02:00', event: 'Rollback', actor: 'deploy-bot', action: 'Put 41 back' },
      ...{ kind: 'action', link: 'https://ci.example.org/41' },
    }
    expect(await send(whole)).toEqual({ status: 201, body: { events: [{ id: expect.any(String), added: true }] } })
    expect(await send({ event: 'Alerts fire' })).toMatchObject({ status: 201 })
    expect(await told()).toEqual([
      { ...plainEvent, ...whole, at: '2018-10-21T22:54:00Z' },
      { ...plainEvent, at: '2018-10-22T09:00:00Z', event: 'Alerts fire' },
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
      body: JSON.stringify(firing),
    })
    expect(sent.status).toBe(201)
    await ana.sees((doc) => readEntries(doc, 'timeline').some(({ event }) => event === 'Alerts fire'))
    await world.close()
  })

  it('[EVENT1] fills the time of its milestone where the record has none', async () => {
    const { send, board, told } = await openEventSender(app)
    await send({
      events: [
        { ...firing, milestone: 'detected' },
        { event: 'All is well', milestone: 'restored' },
      ],
    })
    const { detectedAt, restoredAt } = readFlat((await board()).doc, 'incident')
    expect([detectedAt, restoredAt]).toEqual(['2018-10-21T22:54:00Z', '2018-10-22T09:00:00Z'])
    expect((await told()).map(({ kind }) => kind)).toEqual(['milestone', 'milestone'])
  })

  it('[EVENT2] under an id that was sent before changes nothing', async () => {
    const { send, told, board } = await openEventSender(app)
    const first = await send(firing)
    const id = (first.body as { events: { id: string }[] }).events[0]!.id
    expect(await send({ ...firing, event: 'Alerts fire again' })).toEqual({
      status: 200,
      body: { events: [{ id, added: false }] },
    })
    expect(await send({ events: [firing, { ...firing, id: 'page-2' }, { ...firing, id: 'page-2' }] })).toMatchObject({
      status: 201,
      body: { events: [{ added: false }, { added: true }, { added: false }] },
    })
    expect((await told()).map(({ event }) => event)).toEqual(['Alerts fire', 'Alerts fire'])

    const live = await board()
    await live.write(({ board: doc }) => setRemoved(doc, 'timeline', id, { by: null, at: 1 }))
    await app.registry.drop(live.id)
    expect(await send(firing)).toMatchObject({ status: 200 })
    expect(await told()).toHaveLength(2)
  })

  it('[EVENT2] under an id that another board knows is an event of its own', async () => {
    const [one, two] = [await openEventSender(app), await openEventSender(app)]
    expect([await one.send(firing), await two.send(firing)].map(({ status }) => status)).toEqual([201, 201])
  })

  it('[EVENT3] needs the token of its board', async () => {
    const [one, two] = [await openEventSender(app), await openEventSender(app)]
    const none = {
      status: 401,
      body: { type: 'no-event-token', detail: expect.stringContaining('Send events by HTTP') },
    }
    for (const Authorization of ['', 'Bearer', 'Bearer guessed', `Basic ${one.token}`, one.token])
      expect(await one.send(firing, { Authorization })).toMatchObject(none)
    const asked = await app.app.request(apiPaths.timeline('unknown'), { method: 'POST' })
    expect([asked.status, asked.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer realm="Hindsight"'])

    const theirs = { Authorization: `Bearer ${two.token}` }
    expect(await one.send(firing, theirs)).toMatchObject({ status: 403, body: { type: 'not-for-this-board' } })
    expect(
      await seen(app.app.request(apiPaths.timeline('unknown'), { method: 'POST', headers: theirs })),
    ).toMatchObject({ status: 404, body: { type: 'no-such-board' } })
    expect(await one.told()).toEqual([])
  })

  it('[EVENT3] is not taken from somebody’s cookie, nor from another site', async () => {
    const { fay, id, send, told } = await openEventSender(app)
    expect(await seen(fay.post(apiPaths.timeline(id), firing))).toMatchObject({ status: 401 })
    expect(await send(firing, { Origin: 'https://evil.example' })).toMatchObject({ status: 403 })
    expect(await told()).toEqual([])
  })

  it('[EVENT3] says what is wrong with it, field by field', async () => {
    const { send, told } = await openEventSender(app)
    expect(await send({ at: '2018-10-21T22:54:00Z', sponsor: 'x' })).toMatchObject({
      status: 400,
      body: {
        errors: [
          { path: 'event', message: 'is missing' },
          { path: 'sponsor', message: 'is not known here' },
        ],
      },
    })
    expect(await send({ events: [firing, { event: ' ' }] })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'events.1.event', message: 'wants what happened' }] },
    })
    expect(await send({ events: [] })).toMatchObject({ status: 400 })
    expect(await send('[1]')).toMatchObject({ status: 400 })
    expect(await send('{')).toMatchObject({ status: 400 })
    expect(await send({ event: 'x'.repeat(1024 * 1024) })).toMatchObject({ status: 413 })
    expect(await send(firing, { 'Content-Type': 'text/plain' })).toMatchObject({ status: 415 })
    expect(await told()).toEqual([])
  })

  it('[EVENT3] comes too often from one board, and another board still gets through', async () => {
    const hasty = await openTestApp({
      surroundings: { requestLimits: { ...rateLimits, events: { points: 2, seconds: 60 } } },
    })
    const [one, two] = [await openEventSender(hasty), await openEventSender(hasty)]
    const statuses = [await one.send(firing), await one.send(firing), await one.send(firing), await two.send(firing)]
    expect(statuses.map(({ status }) => status)).toEqual([201, 200, 429, 201])
    await hasty.close()
  })

  it('[EVENT3] comes too often from one address', async () => {
    const hasty = await openTestApp({
      surroundings: { requestLimits: { ...rateLimits, sending: { points: 1, seconds: 60 } } },
    })
    const { send } = await openEventSender(hasty)
    expect([await send(firing), await send(firing)].map(({ status }) => status)).toEqual([201, 429])
    await hasty.close()
  })

  it('[EVENT4] to a finished review is refused, unless it is there already', async () => {
    const { fay, id, send, told } = await openEventSender(app)
    await send(firing)
    await fay.command(id, { type: 'board.close' })
    expect(await send({ ...firing, id: 'page-2' })).toMatchObject({
      status: 409,
      body: { type: 'board-closed', detail: expect.stringContaining('reopen') },
    })
    expect(await send(firing)).toMatchObject({ status: 200 })
    expect(await told()).toHaveLength(1)
  })

  it('[EVENT4] to a full timeline is refused', async () => {
    const { send, board } = await openEventSender(app)
    const live = await board()
    await live.write(({ board: doc }) => {
      for (let n = 1; n < mostEvents; n += 1) createEntry(doc, 'timeline', `e${n}`, { at: firing.at, event: 'It' })
    })
    expect(await send({ events: [firing, { event: 'One more' }] })).toMatchObject({
      status: 409,
      body: { type: 'timeline-full' },
    })
    expect(await send(firing)).toMatchObject({ status: 201 })
  })

  it.each([
    ['2018-10-21T22:54:00Z', '2018-10-21T22:54:00Z'],
    ['2018-10-21T22:54Z', '2018-10-21T22:54:00Z'],
    ['2018-10-22 00:54:00.123456+0200', '2018-10-21T22:54:00.123Z'],
    [1540162440, '2018-10-21T22:54:00Z'],
    [1540162440500, '2018-10-21T22:54:00.500Z'],
    ['1540162440', '2018-10-21T22:54:00Z'],
  ])('[EVENT7] takes its time as %s', async (at, instant) => {
    const { send, told } = await openEventSender(app)
    expect(await send({ at, event: 'It' })).toMatchObject({ status: 201 })
    expect(await told()).toMatchObject([{ at: instant }])
  })

  it.each(['2018-10-21T22:54:00', '2018-02-30T22:54:00Z', 'yesterday', '', 12, 1e300, null, {}])(
    '[EVENT7] does not take its time as %j',
    async (at) => {
      const { send } = await openEventSender(app)
      expect(await send({ at, event: 'It' })).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'at', message: expect.stringContaining('a time with its zone') }] },
      })
    },
  )
})
