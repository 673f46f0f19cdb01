import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { readDrafts } from '../../shared/document/read.ts'
import { createDraft } from '../../shared/document/write.ts'
import { labels } from '../support/labels.ts'
import { type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { openPlainBoard } from '../support/world.ts'
import { Writer } from '../support/writer.ts'

let DATA_DIR: string

beforeEach(async () => {
  DATA_DIR = await mkdtemp(join(tmpdir(), 'hindsight-durability-'))
})

afterEach(() => rm(DATA_DIR, { recursive: true, force: true }))

async function restarted(killed: ServerProcess): Promise<ServerProcess> {
  await killed.end('SIGKILL')
  return startServerProcess({ DATA_DIR, PORT: String(killed.port) })
}

describe('a server that is killed while three people write', () => {
  it('[SYNC11] has everything that was called saved when it is back, and the clients carry on', async () => {
    let server = await startServerProcess({ DATA_DIR })
    const board = await openPlainBoard(`http://127.0.0.1:${server.port}`)
    const people = [board.fay, await board.person('ana'), await board.person('ben')]
    const writers = people.map((person) => new Writer(person.board()))
    await Promise.all(writers.map(({ client }) => client.synced()))

    const writing = writers.map((writer, index) => writer.write(people[index]!.name))
    await writers[0]!.client.sees((doc) => labels(doc).length > 150)
    const saved = writers.flatMap((writer) => writer.saved)
    server = await restarted(server)

    const judge = (await board.person('olga')).board()
    await judge.synced()
    expect(saved.length).toBeGreaterThan(100)
    expect(labels(judge.doc)).toEqual(expect.arrayContaining(saved))

    const writtenBy = (doc: Y.Doc, name: string) => labels(doc).filter((label) => label.startsWith(`${name} `)).length
    for (const [index, { said }] of writers.entries()) {
      const sofar = said.length
      await judge.sees((doc) => writtenBy(doc, people[index]!.name) > sofar)
    }
    for (const writer of writers) writer.stop()
    await Promise.all(writing)
    const said = writers.flatMap((writer) => writer.said).sort()
    await judge.sees((doc) => labels(doc).length === said.length)
    expect(labels(judge.doc).sort()).toEqual(said)

    board.hangUp()
    await server.end('SIGTERM')
  }, 60_000)

  it('[SYNC11] has every draft that was called saved, for its author alone', async () => {
    let server = await startServerProcess({ DATA_DIR })
    const board = await openPlainBoard(`http://127.0.0.1:${server.port}`)
    const ana = await board.person('ana')
    const desk = ana.desk()
    await desk.synced()
    for (let n = 0; n < 20; n++) {
      createDraft(desk.doc, `n${n}`, { section: 'lessons', text: `Alert ${n} came late`, rank: 'a1' })
      await desk.saved()
    }
    desk.close()
    server = await restarted(server)

    const again = ana.desk()
    const others = board.fay.board()
    await Promise.all([again.synced(), others.synced()])
    expect(readDrafts(again.doc)).toHaveLength(20)
    expect(others.received()).not.toContain('came late')
    board.hangUp()
    await server.end('SIGTERM')
  }, 60_000)
})
