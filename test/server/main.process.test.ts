import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { BoardAnswer } from '../../shared/api/boards.ts'
import { failedStart, type ServerProcess, startServerProcess } from '../support/server-process.ts'

let DATA_DIR: string

beforeEach(async () => {
  DATA_DIR = await mkdtemp(join(tmpdir(), 'hindsight-process-'))
})

afterEach(() => rm(DATA_DIR, { recursive: true, force: true }))

async function startReview({ url }: ServerProcess) {
  const created = await fetch(`${url}/api/boards`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: 'Deploys stopped', name: 'Fay' }),
  })
  const answer: BoardAnswer = await created.json()
  return { id: answer.board.id, cookie: created.headers.get('Set-Cookie')!.split(';')[0]! }
}

describe('a server process', () => {
  it('[START1] serves the built pages and its API', async () => {
    const server = await startServerProcess({ DATA_DIR })
    const page = await fetch(server.url)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<div id="root">')
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    await server.end('SIGKILL')
  })

  it.each(['SIGTERM', 'SIGINT'] as const)(
    '[START2] stops in order on %s: who is connected is told to try again',
    async (signal) => {
      const server = await startServerProcess({ DATA_DIR })
      const { id, cookie } = await startReview(server)
      const socket = new WebSocket(`ws://localhost:${server.port}/sync/${id}`, { headers: { Cookie: cookie } })
      await once(socket, 'message')
      const closed = once(socket, 'close')
      const { code, output } = await server.end(signal)
      expect((await closed)[0]).toBe(4500)
      expect(code).toBe(0)
      expect(output).toContain('"msg":"stopped"')
    },
  )

  it('[START2] knows, after it was killed, all that it had answered', async () => {
    const killed = await startServerProcess({ DATA_DIR })
    const { id, cookie } = await startReview(killed)
    await killed.end('SIGKILL')
    const server = await startServerProcess({ DATA_DIR })
    const answer = await fetch(`${server.url}/api/boards/${id}`, { headers: { Cookie: cookie } })
    expect(await answer.json()).toMatchObject({ board: { id, title: 'Deploys stopped' }, me: { name: 'Fay' } })
    await server.end('SIGTERM')
  })

  it('[START2] answers a body that is too large in words, whatever the client does with the rest', async () => {
    const server = await startServerProcess({ DATA_DIR })
    const refused = await fetch(`${server.url}/api/boards`, { method: 'POST', body: 'x'.repeat(5_000_000) })
    expect(refused.status).toBe(413)
    await server.end('SIGTERM')
  })

  it.each([
    ['a bad variable', { PORT: 'http' }, 'PORT wants a port number'],
    ['a foreign address', { PORT: '0', HOST: '192.0.2.1' }, 'HOST (192.0.2.1) is no address of this machine'],
    ['Redis alone', { REDIS_URL: 'redis://cache' }, 'REDIS_URL wants DATABASE_URL'],
  ])('[START3] does not start with %s, and says so', async (_what, env, sentence) => {
    const { code, output } = await failedStart({ DATA_DIR, ...env })
    expect(code).toBe(1)
    expect(output).toContain('Hindsight can’t start')
    expect(output).toContain(sentence)
    expect(output).not.toContain('    at ')
  })

  it('[START3] does not start where its folder is a file, or its port is taken, and says so', async () => {
    await writeFile(join(DATA_DIR, 'file'), '')
    const file = await failedStart({ DATA_DIR: join(DATA_DIR, 'file'), PORT: '0' })
    expect(file.output).toContain('wants to be a folder')

    const server = await startServerProcess({ DATA_DIR })
    const second = await failedStart({ DATA_DIR: join(DATA_DIR, 'second'), PORT: String(server.port) })
    expect(second.output).toContain(`something else listens on port ${server.port}`)
    await server.end('SIGTERM')
  })
})
