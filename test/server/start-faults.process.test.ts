import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tamper } from '../support/damage.ts'
import { failedStart, type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { openPlainBoard } from '../support/world.ts'

let DATA_DIR: string

beforeEach(async () => {
  DATA_DIR = await mkdtemp(join(tmpdir(), 'hindsight-start-'))
})

afterEach(() => rm(DATA_DIR, { recursive: true, force: true }))

const inside = (name: string) => join(DATA_DIR, name)
const boards = 'hindsight.sqlite'

/** A server has been here, and was stopped in order. */
async function visited(): Promise<void> {
  const server = await startServerProcess({ DATA_DIR })
  await openPlainBoard(server.url, { incident: { summary: 'Deploys stopped at nine. '.repeat(800) } })
  await server.end('SIGTERM')
}

const spoilers: Readonly<Record<string, { readonly before: () => Promise<void>; readonly sentence: string }>> = {
  'boards of a newer version': {
    before: async () => tamper(DATA_DIR, `INSERT INTO kysely_migration VALUES ('9999-tomorrow', '2030-01-01')`),
    sentence: 'were written by a newer version of Hindsight',
  },
  'a file of boards that was cut short': {
    before: () => truncate(inside(boards), 20_000),
    sentence: 'are damaged. Put back a backup (npm run restore -- <file>)',
  },
  'a file of boards that is something else': {
    before: () => writeFile(inside(boards), 'Deploys stopped. '.repeat(1000)),
    sentence: 'are damaged. Put back a backup (npm run restore -- <file>)',
  },
  'a folder in place of the boards': {
    before: async () => {
      await rm(inside(boards))
      await mkdir(inside(boards))
    },
    sentence: 'the disk refuses to read or write the boards',
  },
  'a secret that was cut short': {
    before: () => truncate(inside('secret'), 0),
    sentence: 'the file secret in DATA_DIR',
  },
}

function expectSentence({ code, output }: { code: number | null; output: string }, sentence: string): void {
  expect([code, output]).toEqual([1, expect.stringContaining(sentence)])
  expect(output).toMatch(/^Hindsight can’t start: [^\n]+\n$/)
}

describe('a start', () => {
  it.each(Object.entries(spoilers))(
    '[START3] stops at %s, and says what to do',
    async (_name, { before, sentence }) => {
      await visited()
      await before()
      expectSentence(await failedStart({ DATA_DIR, PORT: '0' }), sentence)
    },
  )

  it('[START3] stops where it may not write', async () => {
    expectSentence(await failedStart({ DATA_DIR: '/sys/hindsight', PORT: '0' }), 'it may not use the folder DATA_DIR')
  })

  it('[START3] stops on a disk that is full, leaves nothing half made there, and starts once it is not', async () => {
    expectSentence(await failedStart({ DATA_DIR, PORT: '0' }, { fileBytes: 0 }), 'is full. Free some space')
    expectSentence(
      await failedStart({ DATA_DIR, PORT: '0' }, { fileBytes: 65_536 }),
      'the disk refuses to read or write',
    )
    const server = await startServerProcess({ DATA_DIR })
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    await server.end('SIGTERM')
  })

  it('[STORE16] stops where another server works, and not where one was killed', async () => {
    const first = await startServerProcess({ DATA_DIR })
    expectSentence(await failedStart({ DATA_DIR, PORT: '0' }), 'another Hindsight works in DATA_DIR')
    await first.end('SIGKILL')
    const second = await startServerProcess({ DATA_DIR })
    await second.end('SIGTERM')
  })
})

describe('what a server leaves behind', () => {
  const epochOf = async ({ url }: ServerProcess) => {
    const { id, fay } = await openPlainBoard(url)
    return (await (await fay.send('GET', `/api/boards/${id}`)).json()).board.epoch
  }

  it('[STORE17] is told apart where its log is lost: the epoch is renewed, and the operator told', async () => {
    const first = await startServerProcess({ DATA_DIR })
    const epoch = await epochOf(first)
    await first.end('SIGKILL')
    const second = await startServerProcess({ DATA_DIR })
    expect(await epochOf(second)).toBe(epoch)
    await second.end('SIGKILL')

    await rm(inside(`${boards}-wal`))
    const third = await startServerProcess({ DATA_DIR })
    expect(await epochOf(third)).not.toBe(epoch)
    expect(third.output()).toContain('the write-ahead log (-wal) beside the file of the boards is gone')
    await third.end('SIGTERM')
  })
})
