import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'
import { openEventSender, plainEvent } from '../support/event-sender.ts'

let app: TestApp

beforeEach(async () => {
  app = await openTestApp()
})

afterEach(() => app.close())

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
    const { send, told } = await openEventSender(app)
    expect(await send(body(alert))).toMatchObject({ status: 201 })
    expect(await send(body(alert))).toMatchObject({ status: 200 })
    expect(await send(body({ ...alert, status: 'resolved', endsAt: '2018-10-21T23:04:00Z' }))).toMatchObject({
      status: 201,
      body: { events: [{ added: false }, { added: true }] },
    })
    const event = { ...plainEvent, actor: 'Alertmanager', link: alert.generatorURL }
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
    const { send, told } = await openEventSender(app)
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
