import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { httpLimits, rateLimits } from '../../server/limits.ts'
import { openTestApp, seen, type TestApp } from '../support/app.ts'

let app: TestApp

beforeEach(async () => {
  app = await openTestApp()
})

afterEach(() => app.close())

const personal = [
  ['GET', ''],
  ['DELETE', ''],
  ['PATCH', '/me'],
  ['POST', '/me/link'],
  ['POST', '/commands'],
  ['GET', '/report.md'],
  ['GET', '/timeline/token'],
  ['POST', '/timeline/token'],
  ['DELETE', '/timeline/token'],
] as const

describe('a request', () => {
  const send = (method: string, path: string, cookie = '') =>
    app.app.request(path, {
      method,
      headers: { Cookie: cookie, 'Content-Type': 'application/json' },
      ...(method !== 'GET' && { body: '{}' }),
    })

  it.each(personal)(
    '[HTTP9] without an identity gets 401, whether or not the board exists: %s %s',
    async (method, path) => {
      const { id } = await app.board()
      expect(await seen(send(method, `/api/boards/${id}${path}`))).toMatchObject({
        status: 401,
        body: { type: 'no-identity' },
      })
      expect(await seen(send(method, `/api/boards/unknown${path}`))).toMatchObject({ status: 401 })
      expect(await seen(send(method, `/api/boards/${id}${path}`, 'hindsight=forged.1.x'))).toMatchObject({
        status: 401,
      })
    },
  )

  it.each(personal)('[HTTP9] for an unknown board gets 404: %s %s', async (method, path) => {
    const { fay } = await app.board()
    expect(await seen(send(method, `/api/boards/unknown${path}`, fay.cookie))).toMatchObject({
      status: 404,
      body: { type: 'no-such-board' },
    })
  })

  it.each(personal)('[HTTP9] of somebody who is not on the board gets 403: %s %s', async (method, path) => {
    const { id } = await app.board()
    const { fay } = await app.board()
    expect(await seen(send(method, `/api/boards/${id}${path}`, fay.cookie))).toMatchObject({
      status: 403,
      body: { type: 'not-a-member', detail: expect.stringContaining('Join it') },
    })
  })

  it('[HTTP10] that changes anything is refused when another site sent it', async () => {
    const { fay, id } = await app.board()
    const evil = { Origin: 'https://evil.example' }
    const refused = { status: 403, body: { type: 'foreign-origin' } }
    expect(await seen(fay.post(`/api/boards/${id}/commands`, { type: 'board.close' }, evil))).toMatchObject(refused)
    expect(await seen(fay.delete(`/api/boards/${id}`, evil))).toMatchObject(refused)
    expect(await seen(fay.post('/api/boards', { title: 'Alerts', name: 'Fay' }, evil))).toMatchObject(refused)
    expect(await seen(fay.get(`/api/boards/${id}`, evil))).toMatchObject({ status: 200 })
    expect(
      await seen(fay.post(`/api/boards/${id}/commands`, { type: 'board.close' }, { Origin: 'http://localhost' })),
    ).toMatchObject({ status: 200 })
  })

  it('[HTTP11] that is not right is told so field by field, and nothing of it is repeated', async () => {
    const response = await app.browser().post('/api/boards', {
      title: '',
      minutes: 'half-an-hour',
      sponsor: 'someone',
      settings: { ballot: 'hidden-ballot' },
      timeline: [{ at: 'yesterday-evening', event: 'cut' }],
    })
    const text = await response.text()
    expect(response.status).toBe(400)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    expect(JSON.parse(text)).toMatchObject({
      type: 'invalid',
      status: 400,
      errors: expect.arrayContaining([
        { path: 'title', message: 'wants a title' },
        { path: 'name', message: 'is missing' },
        { path: 'minutes', message: 'wants number' },
        { path: 'sponsor', message: 'is not known here' },
        { path: 'settings.ballot', message: 'wants one of secret, open' },
        { path: 'timeline.0.at', message: 'wants a time in UTC, such as 2018-10-21T22:52:00Z' },
      ]),
    })
    expect(text).not.toMatch(/half-an-hour|someone|hidden-ballot|yesterday-evening/)
  })

  it('[HTTP11] that cannot be read is told so', async () => {
    const browser = app.browser()
    expect(await seen(browser.post('/api/boards', '{"title": '))).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('not valid JSON') },
    })
    expect(await seen(browser.post('/api/boards', 'title=x', { 'Content-Type': 'text/plain' }))).toMatchObject({
      status: 415,
      body: { type: 'not-json' },
    })
  })

  it('[HTTP11] of more than 1 MiB is refused', async () => {
    const large = { title: 'Alerts', name: 'Fay', incident: { summary: 'x'.repeat(1024 * 1024) } }
    expect(await seen(app.browser().post('/api/boards', large))).toMatchObject({
      status: 413,
      body: { type: 'too-large' },
    })
  })

  it('[HTTP11] to an address that is none gets a problem, as JSON', async () => {
    expect(await seen(app.browser().get('/api/nothing'))).toMatchObject({ status: 404, body: { type: 'not-found' } })
    expect(await seen(app.browser().post('/api/time', {}))).toMatchObject({ status: 404 })
  })

  it('[HTTP12] that comes too often is told when to try again', async () => {
    const hasty = await openTestApp({
      surroundings: { requestLimits: { ...rateLimits, creating: { points: 2, seconds: 60 } } },
    })
    const start = () => hasty.browser().post('/api/boards', { title: 'Alerts', name: 'Fay' })
    expect((await start()).status).toBe(201)
    expect((await start()).status).toBe(201)
    const refused = await start()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(await refused.json()).toMatchObject({
      type: 'too-many-requests',
      detail: expect.stringContaining('Try again'),
    })
    await hasty.close()
  })

  it('[PRESSURE12] of somebody whom a board or a home page has no room for is told so in a sentence', async () => {
    const small = await openTestApp({
      surroundings: { httpLimits: { ...httpLimits, peoplePerBoard: 2, boardsPerPerson: 2 } },
    })
    const { fay, id, answer } = await small.board()
    const join = (name: string) => small.browser().join(id, answer.invites!.participant, name)
    expect((await join('Ana')).status).toBe(200)
    expect(await seen(join('Ben'))).toMatchObject({
      status: 409,
      body: {
        type: 'too-many-people',
        detail: '2 people have been on it. Ask a facilitator to share the screen, or the report afterwards.',
      },
    })
    const start = () => fay.post('/api/boards', { title: 'Alerts', name: 'Fay' })
    expect((await start()).status).toBe(201)
    expect(await seen(start())).toMatchObject({
      status: 409,
      body: {
        type: 'too-many-boards',
        detail: 'You can lead 2 reviews. Delete one that you no longer need, then start this one.',
      },
    })
    await fay.delete(`/api/boards/${id}`)
    expect((await start()).status).toBe(201)
    await small.close()
  })

  it('[HTTP12] of one person does not use up what others may do', async () => {
    const hasty = await openTestApp({
      surroundings: { requestLimits: { ...rateLimits, commands: { points: 1, seconds: 60 } } },
    })
    const [one, two] = [await hasty.board(), await hasty.board()]
    await one.fay.command(one.id, { type: 'board.close' })
    expect((await one.fay.command(one.id, { type: 'board.reopen' })).status).toBe(429)
    expect((await two.fay.command(two.id, { type: 'board.close' })).status).toBe(200)
    await hasty.close()
  })
})

describe('every response', () => {
  it.each(['/api/time', '/api/boards', '/nothing', '/healthz'])(
    '[HTTP13] lets a browser do only what we need: %s',
    async (path) => {
      const { headers } = await app.browser().get(path)
      expect(headers.get('Content-Security-Policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types hindsight-worker",
      )
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Referrer-Policy')).toBe('no-referrer')
      expect(headers.get('X-Frame-Options')).toBe('DENY')
    },
  )

  it('[HTTP13] from the API is kept in no cache', async () => {
    const { fay, id } = await app.board()
    expect((await fay.get(`/api/boards/${id}`)).headers.get('Cache-Control')).toBe('no-store')
  })

  it('[HTTP13] with the HTML report allows its one style and no script', async () => {
    const { fay, id } = await app.board()
    const { headers } = await fay.get(`/api/boards/${id}/report.html`)
    expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; /)
  })
})

describe('the server', () => {
  it('[HTTP14] tells its time', async () => {
    expect(await seen(app.browser().get('/api/time'))).toEqual({ status: 200, body: { now: Date.UTC(2018, 9, 22, 9) } })
  })

  it('[HTTP14] says whether it lives, and whether it can work', async () => {
    expect(await seen(app.browser().get('/healthz'))).toMatchObject({ status: 200 })
    expect(await seen(app.browser().get('/readyz'))).toMatchObject({ status: 200 })
    app.stop()
    expect(await seen(app.browser().get('/healthz'))).toMatchObject({ status: 200 })
    expect(await seen(app.browser().get('/readyz'))).toMatchObject({ status: 503 })
  })

  it('[HTTP14] counts what it does, by route and never by board', async () => {
    const { fay, id } = await app.board()
    await fay.get(`/api/boards/${id}`)
    await fay.command(id, { type: 'board.rename', title: 'Alerts' })
    const metrics = await app.browser().get('/metrics')
    const text = await metrics.text()
    expect(metrics.headers.get('Content-Type')).toContain('text/plain')
    expect(text).toContain('hindsight_http_request_seconds_count{method="GET",route="/api/boards/:id",status="200"} 1')
    expect(text).toContain('hindsight_boards 1')
    expect(text).toContain('hindsight_connections 0')
    expect(text).toMatch(/hindsight_commit_seconds_count [1-9]/)
    expect(text).not.toContain(id)
  })

  it('[HTTP15] describes every route, with what it takes', async () => {
    const document = await (await app.browser().get('/api/openapi.json')).json()
    const routes = Object.entries<Record<string, { requestBody?: unknown }>>(document.paths).flatMap(
      ([path, methods]) =>
        Object.entries(methods).map(
          ([method, { requestBody }]) => `${method} ${path}${requestBody ? ' takes a body' : ''}`,
        ),
    )
    expect(document.openapi).toBe('3.1.0')
    expect(routes.sort()).toEqual([
      'delete /api/boards/{id}',
      'delete /api/boards/{id}/timeline/token',
      'get /api/boards',
      'get /api/boards/{id}',
      'get /api/boards/{id}/earlier',
      'get /api/boards/{id}/report.board.html',
      'get /api/boards/{id}/report.csv',
      'get /api/boards/{id}/report.html',
      'get /api/boards/{id}/report.ics',
      'get /api/boards/{id}/report.json',
      'get /api/boards/{id}/report.md',
      'get /api/boards/{id}/report.timeline.csv',
      'get /api/boards/{id}/timeline/token',
      'get /api/time',
      'get /healthz',
      'get /metrics',
      'get /readyz',
      'patch /api/boards/{id}/me takes a body',
      'post /api/boards takes a body',
      'post /api/boards/import takes a body',
      'post /api/boards/search takes a body',
      'post /api/boards/{id}/commands takes a body',
      'post /api/boards/{id}/invitation takes a body',
      'post /api/boards/{id}/join takes a body',
      'post /api/boards/{id}/me/link',
      'post /api/boards/{id}/timeline takes a body',
      'post /api/boards/{id}/timeline/token',
    ])
    expect(document.paths['/api/boards'].post.requestBody.content['application/json'].schema).toMatchObject({
      required: ['title', 'name'],
      properties: { title: { type: 'string', maxLength: 200 } },
    })
  })
})
