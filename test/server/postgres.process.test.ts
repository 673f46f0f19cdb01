import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import type * as Y from 'yjs'
import { labels } from '../support/labels.ts'
import { openPostgres, type Postgres } from '../support/postgres.ts'
import { failedStart, runBackup, type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { openPlainBoard, type PlainBoard } from '../support/world.ts'
import { Writer } from '../support/writer.ts'

let postgres: Postgres
let DATABASE_URL: string
let DATA_DIR: string

beforeAll(async () => {
  postgres = await openPostgres(inject('postgres'), { isDurable: true })
  DATABASE_URL = await postgres.database()
})

afterAll(() => postgres.clear())

beforeEach(async () => {
  DATA_DIR = await mkdtemp(join(tmpdir(), 'hindsight-data-'))
})

afterEach(() => rm(DATA_DIR, { recursive: true, force: true }))

const serve = (env: Record<string, string> = {}) => startServerProcess({ DATA_DIR, DATABASE_URL, ...env })
const readiness = async ({ port }: ServerProcess) => (await fetch(`http://127.0.0.1:${port}/readyz`)).status
/** Readiness is looked at anew once a second. */
const patience = { timeout: 20_000, interval: 100 }

async function writing(server: ServerProcess) {
  const board = await openPlainBoard(`http://127.0.0.1:${server.port}`)
  const people = [board.fay, await board.person('ana'), await board.person('ben')]
  const writers = people.map((person) => new Writer(person.board()))
  await Promise.all(writers.map(({ client }) => client.synced()))
  const written = writers.map((writer, index) => writer.write(people[index]!.name))
  await writers[0]!.client.sees((doc) => labels(doc).length > 50)
  return { board, writers, written }
}

/** All that was written is there once, for somebody who comes now. */
async function expectAll({ board, writers, written }: Awaited<ReturnType<typeof writing>>): Promise<Y.Doc> {
  const sofar = writers.map((writer) => writer.saved.length)
  await vi.waitFor(
    () => expect(writers.map((writer, n) => writer.saved.length > sofar[n]!)).toEqual([true, true, true]),
    patience,
  )
  for (const writer of writers) writer.stop()
  await Promise.all(written)
  const said = writers.flatMap((writer) => writer.said).sort()
  const judge = (await board.person('olga')).board()
  await judge.sees((doc) => labels(doc).length === said.length)
  expect(labels(judge.doc).sort()).toEqual(said)
  board.hangUp()
  return judge.doc
}

describe('a server on PostgreSQL', () => {
  it('[STORE11] says so while its database is gone, loses nothing that it called saved, and goes on by itself', async () => {
    const server = await serve()
    const session = await writing(server)
    await postgres.crash()
    expect([await readiness(server), (await fetch(`${server.url}/healthz`)).status]).toEqual([503, 200])
    expect(server.output()).toContain('PostgreSQL can’t be reached: once it answers at DATABASE_URL')
    const saved = session.writers.flatMap((writer) => writer.saved)

    await postgres.start()
    await vi.waitFor(async () => expect(await readiness(server)).toBe(200), patience)
    await vi.waitFor(() => expect(session.writers.flatMap((writer) => writer.saved)).not.toEqual(saved), patience)
    await postgres.stop()
    await postgres.start()
    expect(labels(await expectAll(session))).toEqual(expect.arrayContaining(saved))
    expect((await server.end('SIGTERM')).code).toBe(0)
  })

  it('[SYNC11] that is killed has everything that was called saved when it is back', async () => {
    const killed = await serve()
    const session = await writing(killed)
    await killed.end('SIGKILL')
    const server = await serve({ PORT: String(killed.port) })
    await expectAll(session)
    await server.end('SIGTERM')
  })
})

describe('a start with DATABASE_URL', () => {
  const elsewhere = (change: Partial<Pick<URL, 'host' | 'port' | 'pathname'>>) => {
    const url = Object.assign(new URL(DATABASE_URL), { password: 'hunter2', ...change })
    return failedStart({ DATA_DIR, PORT: '0', DATABASE_URL: url.href })
  }

  it.each([
    ['nothing listens there', { port: '1' }, ': nothing listens there.'],
    ['there is no such host', { host: 'db.invalid' }, ': there is no such host.'],
    ['it has no such database', { pathname: '/nowhere' }, ': it has no database of that name.'],
  ])('[START3] says why it stops where %s, and keeps the password to itself', async (_why, change, sentence) => {
    const { code, output } = await elsewhere(change)
    expect([code, output]).toEqual([1, expect.stringContaining(sentence)])
    expect(output).toMatch(/^Hindsight can’t start: it can’t use DATABASE_URL \(postgres:[^\n]+\n$/)
    expect(output).not.toContain('hunter2')
  })

  it('[STORE16] stops where another server works', async () => {
    const first = await serve()
    const second = await failedStart({ DATA_DIR, PORT: '0', DATABASE_URL })
    expect([second.code, second.output]).toEqual([
      1,
      expect.stringContaining('another Hindsight works on DATABASE_URL'),
    ])
    await first.end('SIGTERM')
  })
})

describe('the commands of an operator of PostgreSQL', () => {
  const run = (verb: 'backup' | 'restore' | 'restored', url = DATABASE_URL) =>
    runBackup(verb, join(DATA_DIR, 'boards'), { DATA_DIR, DATABASE_URL: url })
  const program = (name: string, ...args: string[]) =>
    expect(spawnSync(join(inject('postgres'), name), args, { encoding: 'utf8' })).toMatchObject({ status: 0 })
  const epochOf = async (board: PlainBoard) =>
    (await (await board.fay.send('GET', `/api/boards/${board.id}`)).json()).board.epoch

  it('[BACKUP8] back up and restore by its own tools, after which the epoch is renewed', async () => {
    const server = await serve()
    const board = await openPlainBoard(`http://127.0.0.1:${server.port}`)
    const epoch = await epochOf(board)
    const file = join(DATA_DIR, 'monday.dump')
    program('pg_dump', '--format=custom', `--file=${file}`, DATABASE_URL)
    await server.end('SIGTERM')

    const url = await postgres.database()
    expect(await run('restored', url)).toEqual({
      code: 1,
      output: 'Nothing was renewed: the database in DATABASE_URL holds no boards of Hindsight.\n',
    })
    program('pg_restore', '--exit-on-error', `--dbname=${url}`, file)
    expect(await run('restored', url)).toEqual({
      code: 0,
      output: expect.stringMatching(/^The database with \d boards counts as restored now\. Start Hindsight\.\n$/),
    })
    const restored = await serve({ PORT: String(server.port), DATABASE_URL: url })
    expect([(await epochOf(board)) === epoch, (await board.person('ana')).name]).toEqual([false, 'ana'])
    expect(await run('restored', url)).toMatchObject({
      code: 1,
      output: expect.stringMatching(/^Nothing was renewed: another Hindsight works on DATABASE_URL/),
    })
    await restored.end('SIGTERM')
  })

  it('[BACKUP8] say in a sentence what to do instead', async () => {
    expect([await run('backup'), await run('restore')]).toEqual([
      { code: 1, output: expect.stringMatching(/^Nothing was backed up: .+ such as pg_dump\.\n$/) },
      { code: 1, output: expect.stringMatching(/^Nothing was restored: .+ and then run npm run restored\.\n$/) },
    ])
  })
})
