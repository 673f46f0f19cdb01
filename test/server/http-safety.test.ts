import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { apiPaths, reportFormats } from '../../shared/api/paths.ts'
import { openWorld, type PlainPerson, type World } from '../support/world.ts'

const publicUrl = 'https://hindsight.example.org'

/** Every operation that the OpenAPI document tells of. */
interface Operation {
  readonly method: string
  /** With `{id}` where a board's id goes. */
  readonly path: string
}

let world: World
let operations: readonly Operation[]
let stranger: PlainPerson

beforeAll(async () => {
  world = await openWorld({ config: { publicUrl } })
  const { paths } = await (await fetch(`${world.origin}/api/openapi.json`)).json()
  operations = Object.entries<object>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  )
  const created = await fetch(`${world.origin}${apiPaths.boards()}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: 'Elsewhere', name: 'Eve' }),
  })
  stranger = { ...world.fay, cookie: created.headers.get('Set-Cookie')!.split(';')[0]! }
})

afterAll(() => world.close())

const on = (path: string, board: string) => path.replace('{id}', board)
const changing = () => operations.filter(({ method }) => method !== 'GET')

function ask(
  { method, path }: Operation,
  headers: Readonly<Record<string, string>> = {},
  body = ['GET', 'HEAD'].includes(method) ? undefined : '{}',
): Promise<Response> {
  const typed: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' }
  return fetch(`${world.origin}${path}`, {
    method,
    headers: { ...typed, ...headers },
    ...(body !== undefined && { body }),
  })
}

const typeOf = async (response: Response): Promise<string> => (await response.json()).type

describe('a request that changes something', () => {
  it('[HTTP18] is one of these, each of them tried below', () => {
    expect(
      changing()
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    ).toEqual([
      'DELETE /api/boards/{id}',
      'DELETE /api/boards/{id}/timeline/token',
      'PATCH /api/boards/{id}/me',
      'POST /api/boards',
      'POST /api/boards/import',
      'POST /api/boards/search',
      'POST /api/boards/{id}/commands',
      'POST /api/boards/{id}/invitation',
      'POST /api/boards/{id}/join',
      'POST /api/boards/{id}/me/link',
      'POST /api/boards/{id}/timeline',
      'POST /api/boards/{id}/timeline/token',
    ])
  })

  it.each([
    'https://evil.example',
    'null',
    'http://hindsight.example.org',
    'https://hindsight.example.org:8443',
    'https://hindsight.example.org.evil.example',
    'https://evil.hindsight.example.org',
  ])('[HTTP18] is refused on every route where a page of another origin sent it: %s', async (origin) => {
    for (const { method, path } of changing()) {
      const refused = await ask({ method, path: on(path, world.id) }, { Origin: origin, Cookie: world.fay.cookie })
      expect([method, path, refused.status, await typeOf(refused)]).toEqual([method, path, 403, 'foreign-origin'])
    }
    const socket = new WebSocket(`${world.origin.replace('http', 'ws')}/sync/${world.id}`, {
      headers: { Cookie: world.fay.cookie, Origin: origin },
    })
    socket.on('error', () => {})
    const [, answer] = await once(socket, 'unexpected-response')
    expect(answer.statusCode).toBe(403)
  })

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    '[HTTP18] is no form, on no route: %s',
    async (type) => {
      const { token } = await (await world.fay.send('POST', `${apiPaths.board(world.id)}/timeline/token`)).json()
      const known = { Cookie: world.fay.cookie, Authorization: `Bearer ${token}` }
      for (const { method, path } of changing()) {
        const operation = { method, path: on(path, world.id) }
        const refused = await ask(operation, { 'Content-Type': type, ...known }, 'title=x&name=y')
        expect([method, path, refused.status, await typeOf(refused)]).toEqual([method, path, 415, 'not-json'])
      }
    },
  )

  it('[HTTP18] is never a GET: nothing that a link or an image asks for changes anything', async () => {
    const before = await (await world.fay.send('GET', apiPaths.report(world.id, 'json'))).json()
    for (const { path } of operations)
      await ask({ method: 'GET', path: on(path, world.id) }, { Cookie: world.fay.cookie })
    const after = await (await world.fay.send('GET', apiPaths.report(world.id, 'json'))).json()
    expect({ ...after, madeAt: before.madeAt }).toEqual(before)
  })
})

describe('a stranger', () => {
  it('[HTTP19] without an identity hears the same of a board, whether there is one or not', async () => {
    for (const { method, path } of operations.filter((each) => each.path.includes('{id}'))) {
      const heard = async (board: string) => {
        const response = await ask({ method, path: on(path, board) })
        const { date: _date, ...headers } = Object.fromEntries(response.headers)
        return { status: response.status, body: await response.text(), headers }
      }
      const isOpenToAll = /\/(join|invitation)$/.test(path)
      const [there, nowhere] = [await heard(world.id), await heard('V1StGXR8_Z5jdHi6B-myT')]
      expect([path, isOpenToAll ? nowhere.status : there]).toEqual([path, isOpenToAll ? 404 : nowhere])
    }
    for (const board of [world.id, 'V1StGXR8_Z5jdHi6B-myT']) {
      const socket = new WebSocket(`${world.origin.replace('http', 'ws')}/sync/${board}`)
      expect((await once(socket, 'close'))[0]).toBe(4401)
    }
  })

  it('[HTTP19] learns nothing of a board from a wrong invite, however like the right one', async () => {
    const { participant } = world.invites
    const wrong = [
      participant.slice(0, -1),
      `${participant}=`,
      ` ${participant}`,
      'x',
      participant.replace(/^./, (first) => (first === '-' ? '_' : '-')),
    ]
    const told = await Promise.all(
      wrong.flatMap((invite) =>
        [apiPaths.invitation(world.id), apiPaths.join(world.id)].map(async (path) => {
          const body = JSON.stringify(path.endsWith('join') ? { invite, name: 'Eve' } : { invite })
          return (await ask({ method: 'POST', path }, {}, body)).text()
        }),
      ),
    )
    expect(new Set(told).size).toBe(1)
    expect(told[0]).not.toContain('Deploys stopped')
  })

  it('[HTTP19] would have to guess 126 bits for a board, and 144 for an invite', () => {
    expect(world.id).toMatch(/^[\w-]{21}$/)
    for (const invite of Object.values(world.invites)) expect(invite).toMatch(/^[\w-]{24}$/)
  })
})

const expected = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'strict-transport-security': 'max-age=15552000',
}

function headersOf(response: Response): Readonly<Record<string, string | null>> {
  return Object.fromEntries(Object.keys(expected).map((name) => [name, response.headers.get(name)]))
}

describe('every answer', () => {
  const everything = (): readonly Promise<Response>[] => [
    ...operations.map(({ method, path }) => ask({ method, path: on(path, world.id) })),
    ...operations.map(({ method, path }) =>
      ask({ method, path: on(path, world.id) }, { Cookie: stranger.cookie }, method === 'GET' ? undefined : '{'),
    ),
    ...operations
      .filter(({ method }) => method === 'GET')
      .map((operation) => ask({ ...operation, path: on(operation.path, world.id) }, { Cookie: world.fay.cookie })),
    ask({ method: 'POST', path: apiPaths.boards() }, {}, 'x'.repeat(2 ** 20 + 1)),
    ...['/', '/nowhere', '/assets/none.js', '/b/x', '/api/none', '/sync/x', '/%2e%2e/x'].map((path) =>
      ask({ method: 'GET', path }),
    ),
    ...['OPTIONS', 'PUT', 'HEAD'].map((method) =>
      ask({ method, path: apiPaths.board(world.id) }, {}, method === 'HEAD' ? undefined : '{}'),
    ),
  ]

  it('[HTTP13] allows no framing, no sniffing, no script but ours, and sends no address on', async () => {
    const answers = await Promise.all(everything())
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 400, 401, 403, 404, 413]))
    for (const answer of answers) {
      expect([answer.url, answer.status, headersOf(answer)]).toEqual([answer.url, answer.status, expected])
      const policy = answer.headers.get('Content-Security-Policy') ?? ''
      expect(policy).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
    }
  })

  it('[HTTP13] of what is private is kept in no cache', async () => {
    const answers = await Promise.all(everything())
    const kept = answers.filter(({ headers }) => headers.get('Cache-Control') !== 'no-store')
    expect(kept.map(({ url }) => new URL(url).pathname).filter((path) => path.startsWith('/api'))).toEqual([])
  })

  it('[HTTP13] to take away says what it is, and by which name to keep it', async () => {
    for (const format of reportFormats) {
      const { headers } = await world.fay.send('GET', apiPaths.report(world.id, format))
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Content-Disposition')).toMatch(
        new RegExp(`^${format === 'html' ? 'inline' : 'attachment'}; filename="[a-z0-9-]+\\.${format}"$`),
      )
    }
  })

  it.each([
    ['no HTTP', 'nonsense\r\n\r\n', 400],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['a host that is none', 'GET / HTTP/1.1\r\nConnection: close\r\nHost: a"b c\r\n\r\n', 400],
    ['no path', 'OPTIONS * HTTP/1.1\r\nConnection: close\r\nHost: x\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
    ['an expectation', 'POST /api/boards HTTP/1.1\r\nConnection: close\r\nHost: x\r\nExpect: magic\r\n\r\n', 417],
    ['an upgrade elsewhere', upgrade('/nowhere'), 404],
    ['an upgrade from elsewhere', upgrade('/sync/x', 'Origin: https://evil.example\r\n'), 403],
    ['an upgrade to something else', upgrade('/sync/x').replace('Version: 13', 'Version: 7'), 400],
    ['an upgrade', upgrade('/sync/x'), 101],
  ])('[HTTP13] has them all, also to %s', async (_what, request, status) => {
    const answer = await raw(request)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    for (const [name, value] of Object.entries(expected))
      expect(answer.toLowerCase()).toContain(`${name}: ${value}`.toLowerCase())
    expect(answer.toLowerCase()).toMatch(/content-security-policy: default-src 'none'/)
  })
})

describe('the cookie', () => {
  it('[AUTH9] over https is ours alone, and goes over https alone', async () => {
    const joined = await ask(
      { method: 'POST', path: apiPaths.join(world.id) },
      {},
      JSON.stringify({ invite: world.invites.participant, name: 'Ana' }),
    )
    expect(joined.headers.get('Set-Cookie')).toMatch(
      /^__Host-hindsight=[^;]+; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
  })

  it('[AUTH9] over https is believed under no other name, whoever set that', async () => {
    const tossed = world.fay.cookie.replace('__Host-', '')
    expect((await ask({ method: 'GET', path: apiPaths.board(world.id) }, { Cookie: tossed })).status).toBe(401)
    const both = `${stranger.cookie.replace('__Host-', '')}; ${world.fay.cookie}`
    expect((await ask({ method: 'GET', path: apiPaths.board(world.id) }, { Cookie: both })).status).toBe(200)
  })
})

function upgrade(path: string, more = ''): string {
  return `GET ${path} HTTP/1.1\r\nHost: x\r\n${more}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`
}

/** What comes back over a bare connection, up to its first empty line. */
async function raw(request: string): Promise<string> {
  const socket = connect(Number(new URL(world.origin).port), '127.0.0.1')
  socket.write(request)
  let answer = ''
  for await (const part of socket) {
    answer += part
    if (answer.includes('\r\n\r\n')) break
  }
  socket.destroy()
  return answer.split('\r\n\r\n')[0] ?? ''
}
