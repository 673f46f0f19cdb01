import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { apiPaths } from '../../shared/api/paths.ts'
import { openTestApp, seen, type TestApp } from '../support/app.ts'
import { firing, openEventSender } from '../support/event-sender.ts'

let app: TestApp

beforeEach(async () => {
  app = await openTestApp()
})

afterEach(() => app.close())

describe('the token for events', () => {
  it('[EVENT6] is told once, and can be replaced and revoked', async () => {
    const { fay, id, token, makeToken, send } = await openEventSender(app)
    const { body } = await seen(fay.get(`/api/boards/${id}`))
    expect(await seen(fay.get(apiPaths.eventToken(id)))).toEqual({
      status: 200,
      body: { token: { by: (body as { me: { id: string } }).me.id, madeAt: Date.UTC(2018, 9, 22, 9) } },
    })
    expect(token).toMatch(/^hindsight_[\w-]{24}$/)

    const second = await makeToken()
    expect(await send(firing)).toMatchObject({ status: 401 })
    expect(await send(firing, { Authorization: `Bearer ${second}` })).toMatchObject({ status: 201 })
    expect(await seen(fay.delete(apiPaths.eventToken(id)))).toEqual({ status: 204, body: undefined })
    expect(await send(firing, { Authorization: `Bearer ${second}` })).toMatchObject({ status: 401 })
    expect(await seen(fay.get(apiPaths.eventToken(id)))).toMatchObject({ body: { token: null } })
  })

  it('[EVENT6] is the facilitators’ alone', async () => {
    const { fay, id, send } = await openEventSender(app)
    const { body } = await seen(fay.get(`/api/boards/${id}`))
    const ana = app.browser()
    await ana.join(id, (body as { invites: { participant: string } }).invites.participant, 'Ana')
    const refused = { status: 403, body: { type: 'not-a-facilitator' } }
    const path = apiPaths.eventToken(id)
    for (const answer of [ana.get(path), ana.post(path), ana.delete(path)])
      expect(await seen(answer)).toMatchObject(refused)
    expect(await send(firing)).toMatchObject({ status: 201 })
  })

  it('[STORE19] is stored as nothing that gives access', async () => {
    const { id, token } = await openEventSender(app)
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
