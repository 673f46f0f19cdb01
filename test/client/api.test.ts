import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { getBoard } from '../../client/session/api.ts'

afterEach(() => vi.unstubAllGlobals())

/** A browser whose pages come from somebody that answers everything with this. */
async function pagesFrom(status: number, type: string, body: string) {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'Content-Type': type, Connection: 'close' }).end(body)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => fetch(new URL(path, `http://127.0.0.1:${port}`), init))
  return server
}

describe('an answer', () => {
  it.each([
    ['a page that a proxy shows while our server is away', 200, 'text/html', '<h1>Back soon</h1>'],
    ['nothing at all', 200, 'text/plain', ''],
  ])('[CLIENT13] is none where it is %s', async (_what, status, type, body) => {
    const server = await pagesFrom(status, type, body)
    expect(await getBoard('b1')).toMatchObject({ allowed: false, reason: { status: 0 } })
    server.close()
  })

  it('[CLIENT13] is a problem with a sentence where a proxy says that something is wrong', async () => {
    const server = await pagesFrom(502, 'text/html', '<h1>Bad gateway</h1>')
    const detail = 'The server could not do this just now. Nothing of yours is lost; try again in a moment.'
    expect(await getBoard('b1')).toMatchObject({ allowed: false, reason: { status: 502, detail } })
    server.close()
  })
})
