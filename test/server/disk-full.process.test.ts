import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { labels } from '../support/labels.ts'
import { startServerProcess } from '../support/server-process.ts'
import { openPlainBoard } from '../support/world.ts'
import { Writer } from '../support/writer.ts'

let DATA_DIR: string

beforeEach(async () => {
  DATA_DIR = await mkdtemp(join(tmpdir(), 'hindsight-full-'))
})

afterEach(() => rm(DATA_DIR, { recursive: true, force: true }))

describe('a server whose disk is full while three people write', () => {
  it('[STORE11] loses nothing that it called saved, and has the rest from them once there is space', async () => {
    const full = await startServerProcess({ DATA_DIR }, { fileBytes: 600_000 })
    const board = await openPlainBoard(`http://127.0.0.1:${full.port}`)
    const people = [board.fay, await board.person('ana'), await board.person('ben')]
    const writers = people.map((person) => new Writer(person.board()))
    await Promise.all(writers.map(({ client }) => client.synced()))
    const writing = writers.map((writer, index) => writer.write(people[index]!.name))

    const closed = await Promise.all(writers.map(({ client }) => client.closed))
    expect(closed.map(({ code }) => code)).toEqual([4500, 4500, 4500])
    expect((await fetch(`${full.url}/readyz`)).status).toBe(503)
    expect((await fetch(`${full.url}/healthz`)).status).toBe(200)
    expect(full.output()).toContain('the disk with the boards refuses to be written or read')
    const saved = writers.flatMap((writer) => writer.saved)
    await full.end('SIGKILL')

    const roomy = await startServerProcess({ DATA_DIR, PORT: String(full.port) })
    const judge = (await board.person('olga')).board()
    await judge.synced()
    expect(saved.length).toBeGreaterThan(20)
    expect(labels(judge.doc)).toEqual(expect.arrayContaining(saved))

    for (const writer of writers) writer.stop()
    await Promise.all(writing)
    const said = writers.flatMap((writer) => writer.said).sort()
    await judge.sees((doc) => labels(doc).length === said.length)
    expect(labels(judge.doc).sort()).toEqual(said)
    board.hangUp()
    await roomy.end('SIGTERM')
  })
})
