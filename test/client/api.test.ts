import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { getBoard } from '../../client/session/api.ts'

afterEach(() => vi.unstubAllGlobals())

/** A browser whose pages come from somebody that answers everything with this. */
async function pagesFrom(status: number, type: string, body: string) {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'Content-Type': type, Connection: 'close' }).end(body)
  })
  return served(server)
}

async function served(server: Server) {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => fetch(new URL(path, `http://127.0.0.1:${port}`), init))
  return server
}

/** Somebody who takes a request and says nothing, or begins to and stops. */
async function pagesFromSilence(beginning: string) {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', Connection: 'close' })
    if (beginning !== '') response.write(beginning)
  })
  return served(server)
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

  it.each(['', '{"board":'])('[CLIENT14] is none where it does not come, or stops half-way: %j', async (beginning) => {
    const server = await pagesFromSilence(beginning)
    const { timeout } = AbortSignal
    const waits = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout.call(AbortSignal, ms / 100))
    expect(await getBoard('b1')).toMatchObject({ allowed: false, reason: { status: 0 } })
    expect(waits).toHaveBeenCalledExactlyOnceWith(15_000)
    waits.mockRestore()
    server.closeAllConnections()
    server.close()
  })
})
