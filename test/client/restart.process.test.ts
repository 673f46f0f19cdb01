import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mostAtOnce } from '../pressure/restart.ts'
import { openDevice } from '../support/device.ts'
import { labels } from '../support/labels.ts'
import { startServerProcess } from '../support/server-process.ts'
import { openPlainBoard } from '../support/world.ts'

let DATA_DIR: string

beforeEach(async () => {
  DATA_DIR = await mkdtemp(join(tmpdir(), 'hindsight-restart-'))
})

afterEach(() => rm(DATA_DIR, { recursive: true, force: true }))

describe('a server that is stopped in the middle of a busy session', () => {
  it('[CLIENT12] has everyone back soon after its start, not all at once, with nothing lost', async () => {
    process.setMaxListeners(0) // every provider of y-websocket waits for the end of its process
    let server = await startServerProcess({ DATA_DIR })
    const board = await openPlainBoard(server.url)
    const people = await Promise.all(Array.from({ length: 40 }, (_, n) => board.person(`Person ${n}`)))
    const devices = people.map((person) => openDevice(server.url, board.id, person))
    await Promise.all(devices.map((device) => device.isSaved()))
    for (const device of devices.slice(0, 5)) device.beginWriting()
    const watcher = board.fay.board()
    await watcher.sees((doc) => labels(doc).length > 60)

    const { code, output } = await server.end('SIGTERM')
    server = await startServerProcess({ DATA_DIR, PORT: String(server.port) })
    const startedAt = performance.now()
    await Promise.all(devices.map((device) => device.isSaved()))
    const secondsUntilBack = (performance.now() - startedAt) / 1000
    for (const device of devices) device.stopWriting()
    await Promise.all(devices.map((device) => device.isSaved()))

    expect([code, output.includes('"msg":"stopped"')]).toEqual([0, true])
    expect(secondsUntilBack).toBeLessThan(15)
    expect(mostAtOnce(devices.map((device) => device.cameBackAt()))).toBeLessThan(devices.length / 2)
    const judge = (await board.person('olga')).board()
    await judge.synced()
    expect(labels(judge.doc).sort()).toEqual(devices.flatMap((device) => device.written).sort())

    for (const device of devices) device.close()
    board.hangUp()
    await server.end('SIGTERM')
  }, 90_000)
})
