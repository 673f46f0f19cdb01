import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Assembly, assemble, type Surroundings } from '../../server/assemble.ts'
import type { Config } from '../../server/config.ts'
import { realSurroundings } from '../../server/surroundings.ts'
import type { BoardAnswer, CreateBoard } from '../../shared/api/boards.ts'
import type { Command } from '../../shared/api/commands.ts'
import { apiPaths } from '../../shared/api/paths.ts'

/** A whole server but its sockets, on a folder of its own: asked by `request`, as by a browser. */
export interface TestApp extends Assembly {
  /** Moves the server's clock. */
  pass(ms: number): void
  /** A browser that nobody has used yet. */
  browser(): Browser
  /** A board that fay facilitates. */
  board(
    body?: Partial<CreateBoard>,
  ): Promise<{ readonly fay: Browser; readonly id: string; readonly answer: BoardAnswer }>
}

interface Browser {
  /** What the server's cookie says, as this browser would send it. */
  cookie: string
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  patch(path: string, body: unknown): Promise<Response>
  delete(path: string, headers?: Record<string, string>): Promise<Response>
  join(board: string, invite: string, name?: string): Promise<Response>
  command(board: string, command: Command): Promise<Response>
}

export async function openTestApp(
  settings: { readonly config?: Partial<Config>; readonly surroundings?: Partial<Surroundings> } = {},
): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hindsight-app-'))
  let passed = 0
  const start = Date.UTC(2018, 9, 22, 9)
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    publicUrl: undefined,
    secret: 'a secret of good length',
    logLevel: 'silent',
    ...settings.config,
  }
  const assembly = await assemble(config, {
    ...realSurroundings('silent'),
    now: () => start + passed,
    ...settings.surroundings,
  })
  const browser = () => openBrowser(assembly)
  return {
    ...assembly,
    browser,
    pass(ms) {
      passed += ms
    },
    async board(body = {}) {
      const fay = browser()
      const created = await fay.post(apiPaths.boards(), { title: 'Deploys stopped', name: 'Fay', ...body })
      const answer: BoardAnswer = await created.json()
      return { fay, id: answer.board.id, answer }
    },
    async close() {
      await assembly.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function openBrowser({ app }: Assembly): Browser {
  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await app.request(path, {
      method,
      headers: {
        ...(browser.cookie && { Cookie: browser.cookie }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const [cookie] = response.headers.get('Set-Cookie')?.split(';') ?? []
    browser.cookie = cookie ?? browser.cookie
    return response
  }
  const browser: Browser = {
    cookie: '',
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    patch: (path, body) => send('PATCH', path, body),
    delete: (path, headers) => send('DELETE', path, undefined, headers),
    join: (board, invite, name) => send('POST', apiPaths.join(board), { invite, ...(name && { name }) }),
    command: (board, command) => send('POST', apiPaths.commands(board), command),
  }
  return browser
}

/** A response as its status and JSON. */
export async function seen(response: Response | Promise<Response>): Promise<{ status: number; body: unknown }> {
  const answered = await response
  const text = await answered.text()
  return { status: answered.status, body: text === '' ? undefined : JSON.parse(text) }
}
