import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { FrameBytes } from '../../server/sync/frame-bytes.ts'

let hangUp = () => {}
afterEach(() => hangUp())

describe('the bytes of a frame', () => {
  it('[SYNC12] carry a message of any size as it is', async () => {
    const { stream, client } = await connected()
    const messages = [0, 1, 125, 126, 65_535, 65_536, 300_000].map((length) =>
      Uint8Array.from({ length }, (_, at) => at % 251),
    )
    const heard: Buffer[] = []
    const allHeard = new Promise<void>((resolve) => {
      client.on('message', (data: Buffer, isBinary) => {
        expect(isBinary).toBe(true)
        if (heard.push(data) === messages.length) resolve()
      })
    })
    const frames = new FrameBytes()
    for (const message of messages) for (const part of frames.of(message)) stream.write(part)
    await allHeard
    expect(heard.map((data, at) => Buffer.compare(data, messages[at]!))).toEqual(messages.map(() => 0))
  })

  it('[SYNC12] are built once for all that get the same message in a row', () => {
    const [first, other] = [new Uint8Array([1, 2]), new Uint8Array([3])]
    const frames = new FrameBytes()
    const built = frames.of(first)
    expect(frames.of(first)).toBe(built)
    expect(frames.of(other)).toEqual([Buffer.from([0x82, 1, 3])])
    expect(frames.of(first)).toEqual(built)
  })
})

/** Both ends of a WebSocket, the server's as the stream below it. */
async function connected(): Promise<{ readonly stream: Duplex; readonly client: WebSocket }> {
  const server = createServer().listen(0, '127.0.0.1')
  const upgrades = new WebSocketServer({ noServer: true })
  const upgraded = new Promise<Duplex>((resolve) => {
    server.on('upgrade', (request, stream, head) => {
      upgrades.handleUpgrade(request, stream, head, () => resolve(stream))
    })
  })
  await once(server, 'listening')
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  hangUp = () => {
    client.terminate()
    server.close()
  }
  return { stream: await upgraded, client }
}
