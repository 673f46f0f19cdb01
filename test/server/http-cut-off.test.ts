import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { silentLog } from '../../server/rooms/telemetry.ts'
import { openWorld } from '../support/world.ts'

describe('a connection', () => {
  it('[HTTP22] is kept for the next request longer than proxies keep theirs', async () => {
    const world = await openWorld()
    const { headers } = await fetch(`${world.origin}/api/time`)
    expect(headers.get('Keep-Alive')).toBe('timeout=75')
    await world.close()
  })
})

describe('a request that is cut off', () => {
  it('[HTTP21] is no error of the server’s', async () => {
    const errors: object[] = []
    let answered: (status: unknown) => void = () => {}
    const log = {
      ...silentLog,
      error: (fields: object) => void errors.push(fields),
      debug: (fields: object) => 'status' in fields && answered(fields.status),
    }
    const world = await openWorld({ surroundings: { log } })
    const status = new Promise((resolve) => {
      answered = resolve
    })
    const stream = connect(world.server.port, '127.0.0.1')
    const head = [
      'POST /api/boards HTTP/1.1',
      'Host: localhost',
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
    ]
    stream.write([...head, 'Expect: 100-continue', '\r\n'].join('\r\n'))
    await once(stream, 'data') // the server waits for the body now
    stream.resetAndDestroy()
    expect([await status, errors]).toEqual([400, []])
    await world.close()
  })
})
