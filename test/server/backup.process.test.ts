import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { labels } from '../support/labels.ts'
import { runBackup, type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { openPlainBoard, type PlainBoard } from '../support/world.ts'
import { Writer } from '../support/writer.ts'

let folder: string
let DATA_DIR: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindsight-backup-'))
  DATA_DIR = join(folder, 'data')
  file = join(folder, 'monday.sqlite')
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const elsewhere = () => join(folder, 'elsewhere')
const back = () => runBackup('backup', file, { DATA_DIR })
const put = (into = DATA_DIR) => runBackup('restore', file, { DATA_DIR: into })
async function epochOf(board: PlainBoard): Promise<string> {
  return (await (await board.fay.send('GET', `/api/boards/${board.id}`)).json()).board.epoch
}

const serving = (dataDir: string, { port }: { readonly port: number }): Promise<ServerProcess> =>
  startServerProcess({ DATA_DIR: dataDir, PORT: String(port) })

describe('a backup of a busy server', () => {
  it('[BACKUP1] is of one moment and holds all that was saved before, while everybody writes on', async () => {
    const server = await startServerProcess({ DATA_DIR })
    const board = await openPlainBoard(`http://127.0.0.1:${server.port}`)
    const people = [board.fay, await board.person('ana'), await board.person('ben')]
    const writers = people.map((person) => new Writer(person.board()))
    await Promise.all(writers.map(({ client }) => client.synced()))
    const writing = writers.map((writer, index) => writer.write(people[index]!.name))
    await writers[0]!.client.sees((doc) => labels(doc).length > 50)

    const [epoch, saved] = [await epochOf(board), writers.flatMap((writer) => writer.saved)]
    const { code, output } = await back()
    const said = writers.flatMap((writer) => writer.said)
    expect([code, output]).toEqual([0, expect.stringContaining('monday.sqlite holds 1 board now')])
    await writers[0]!.client.sees((doc) => labels(doc).length > said.length + 50)
    for (const writer of writers) writer.stop()
    await Promise.all(writing)
    board.hangUp()
    await server.end('SIGTERM')

    expect(await put(elsewhere())).toMatchObject({ code: 0 })
    const restored = await serving(elsewhere(), server)
    expect(await epochOf(board)).not.toBe(epoch)
    const judge = people[1]!.board()
    await judge.synced()
    expect(labels(judge.doc)).toEqual(expect.arrayContaining(saved))
    expect(said).toEqual(expect.arrayContaining(labels(judge.doc)))
    const sequences = people.map(({ name }) => labels(judge.doc).filter((label) => label.startsWith(name)).length)
    expect(labels(judge.doc).sort()).toEqual(
      people.flatMap(({ name }, index) => Array.from({ length: sequences[index]! }, (_, n) => `${name} ${n}`)).sort(),
    )
    board.hangUp()
    await restored.end('SIGTERM')
  })

  it('[BACKUP2] is made of a server that was killed, too, and changes nothing for it', async () => {
    const server = await startServerProcess({ DATA_DIR })
    const board = await openPlainBoard(server.url)
    const epoch = await epochOf(board)
    await server.end('SIGKILL')
    expect(await back()).toMatchObject({ code: 0 })
    const again = await serving(DATA_DIR, server)
    expect(await epochOf(board)).toBe(epoch)
    await again.end('SIGTERM')
  })
})

describe('the commands of an operator', () => {
  it('[BACKUP3] leave nothing behind where the disk is full', async () => {
    const server = await startServerProcess({ DATA_DIR })
    const full = await runBackup('backup', file, { DATA_DIR }, { fileBytes: 65_536 })
    expect(full).toMatchObject({ code: 1, output: expect.stringContaining('is full, or refuses to be written') })
    expect(await readdir(folder)).toEqual(['data'])
    await server.end('SIGTERM')
  })

  it('[BACKUP7] say in a sentence why nothing was done', async () => {
    const server = await startServerProcess({ DATA_DIR })
    expect(await back()).toMatchObject({ code: 0 })
    expect(await put()).toEqual({
      code: 1,
      output: `Nothing was restored: a server works in DATA_DIR (${DATA_DIR}). Stop it first.\n`,
    })
    const nameless = await runBackup('backup', '', { DATA_DIR })
    expect(nameless).toEqual({ code: 1, output: 'Name a file: npm run backup -- <file>\n' })
    await server.end('SIGTERM')
  })
})
