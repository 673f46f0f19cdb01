import { copyFile, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { nanoid } from 'nanoid'
import { expect, it } from 'vitest'
import { StoreTooNew } from '../../server/store/migrations.ts'
import { type OpenFile, openFile, openSqlite } from '../../server/store/open-sqlite.ts'
import type { Store } from '../../server/store/port.ts'
import { aCommit, bytes } from '../support/commits.ts'
import { openDisk } from '../support/disk.ts'
import type { StorePlace } from './held-store.ts'
import { storeContract } from './store.contract.ts'

interface Folder extends StorePlace {
  readonly file: string
  open(now: () => number, open?: OpenFile): Promise<Store>
}

async function openFolder(): Promise<Folder> {
  const folder = await mkdtemp(join(tmpdir(), 'hindsight-store-'))
  const file = join(folder, 'hindsight.sqlite')
  return {
    file,
    open: (now, open = openFile) => openSqlite({ file, now, newId: nanoid, openFile: open, warn: () => {} }),
    raw: async () =>
      Buffer.concat(await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))),
    clear: () => rm(folder, { recursive: true, force: true }),
  }
}

storeContract('a SQLite file', openFolder)

it('[STORE2] a SQLite file waits for the disk, and the event loop does not', async () => {
  const place = await openFolder()
  const store = await place.open(() => 0)
  await store.boards.create({ id: 'alerts', createdAt: 0 }, aCommit())
  const sixteenMegabytes = new Uint8Array(1 << 24).fill(1)
  let turns = 0
  const spin = () => {
    turns += 1
    pending = setImmediate(spin)
  }
  let pending = setImmediate(spin)
  await store.boards.commit('alerts', aCommit({ updates: [{ document: 'board', update: sixteenMegabytes }] }))
  clearImmediate(pending)
  expect(turns).toBeGreaterThan(100)
  await store.close()
  await place.clear()
})

it.each([
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['secure_delete', 1],
])(
  '[STORE2] a SQLite file is opened with %s = %s, so that what is committed stays and what is deleted goes',
  async (pragma, value) => {
    const place = await openFolder()
    const database = await openFile(place.file, 'write')
    const statement = await database.prepare(`PRAGMA ${pragma}`)
    expect(await statement.all([])).toEqual([{ [pragma]: value }])
    database.close()
    await place.clear()
  },
)

it('[STORE18] a SQLite file holds everything by itself once it was closed in order', async () => {
  const [place, elsewhere] = [await openFolder(), await openFolder()]
  const store = await place.open(() => 0)
  const commit = aCommit({ updates: [{ document: 'board', update: bytes('Alerts came late') }] })
  await store.boards.create({ id: 'alerts', createdAt: 0 }, commit)
  const epoch = await store.epoch()
  await store.close()

  await copyFile(place.file, elsewhere.file)
  const copy = await elsewhere.open(() => 0)
  expect((await copy.boards.load('alerts'))?.documents).toEqual(new Map([['board', [bytes('Alerts came late')]]]))
  expect(await copy.epoch()).toBe(epoch)
  await copy.close()
  await Promise.all([place.clear(), elsewhere.clear()])
})

it('[STORE24] a SQLite file and its log are their owner’s alone to read', async () => {
  const place = await openFolder()
  const store = await place.open(() => 0)
  const modes = await Promise.all(
    ['', '-wal', '-shm'].map(async (name) => (await stat(place.file + name)).mode & 0o777),
  )
  expect(modes).toEqual([0o600, 0o600, 0o600])
  await store.close()
  await place.clear()
})

it('[STORE15] a SQLite file that fails is not asked again for each commit that waits', async () => {
  const place = await openFolder()
  const begun: string[] = []
  const disk = openDisk()
  const store = await place.open(
    () => 0,
    async (file, use) => {
      const database = await disk.openFile(file, use)
      const exec = database.exec.bind(database)
      database.exec = (sql) => {
        begun.push(sql)
        return exec(sql)
      }
      return database
    },
  )
  await store.boards.create({ id: 'alerts', createdAt: 0 }, aCommit())
  await disk.lock()
  begun.length = 0
  const commits = await Promise.allSettled(
    Array.from({ length: 50 }, () => store.boards.commit('alerts', aCommit({ commands: ['c1'] }))),
  )
  expect(commits.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 'rejected'))
  expect(begun).toEqual(['BEGIN IMMEDIATE', 'BEGIN IMMEDIATE'])
  await disk.mend()
  await store.close()
  await place.clear()
})

it('[STORE11] a SQLite file that was locked while a single row was written takes commits again', async () => {
  const place = await openFolder()
  const disk = openDisk()
  const store = await place.open(() => 0, disk.openFile)
  await store.boards.create({ id: 'alerts', createdAt: 0 }, aCommit())
  const link = { board: 'alerts', secret: 'l1', person: 'ana', expiresAt: 9000 }
  await disk.lock()
  await expect(store.links.put(link)).rejects.toThrow('another program holds the file')
  await disk.mend()
  await store.boards.commit('alerts', aCommit({ commands: ['c1'] }))
  await store.links.put(link)
  await store.close()
  await place.clear()
})

it('[JOURNAL9] a SQLite file keeps the newest forty dated copies of a document', async () => {
  const place = await openFolder()
  const store = await place.open(() => 0)
  await store.boards.create({ id: 'alerts', createdAt: 0 }, aCommit())
  for (let seq = 1; seq <= 45; seq++) {
    await store.boards.commit('alerts', aCommit({ updates: [{ document: 'board', update: bytes('more') }] }))
    await store.boards.fold('alerts', 'board', seq, bytes(`after ${seq}`), true)
  }
  await store.close()
  const file = new Database(place.file)
  const kept = file.prepare('SELECT seq FROM checkpoints ORDER BY seq').all()
  file.close()
  expect(kept).toEqual(Array.from({ length: 40 }, (_, n) => ({ seq: n + 6 })))
  await place.clear()
})

it('[STORE5] a SQLite file that is being read while a board is deleted forgets it with the next fold', async () => {
  const place = await openFolder()
  const store = await place.open(() => 0)
  const update = { document: 'board', update: bytes('confidential') } as const
  await store.boards.create({ id: 'alerts', createdAt: 0 }, aCommit())
  await store.boards.create({ id: 'deploys', createdAt: 0 }, aCommit({ updates: [update] }))
  await store.boards.commit('alerts', aCommit({ updates: [{ document: 'board', update: bytes('public') }] }))
  const reader = new Database(place.file)
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM updates').get()

  await store.boards.remove('deploys')
  await store.boards.commit('alerts', aCommit({ commands: ['c1'] }))
  expect((await place.raw()).includes('confidential')).toBe(true)
  reader.exec('COMMIT')
  await store.boards.fold('alerts', 'board', 1, bytes('public'), false)
  expect((await place.raw()).includes('confidential')).toBe(false)
  reader.close()
  await store.close()
  await place.clear()
})

it('[STORE10] a SQLite file of a newer version is not opened', async () => {
  const place = await openFolder()
  await (await place.open(() => 0)).close()
  const file = new Database(place.file)
  file.exec(`INSERT INTO kysely_migration VALUES ('9999-tomorrow', '2030-01-01')`)
  file.close()
  await expect(place.open(() => 0)).rejects.toThrow(StoreTooNew)
  await place.clear()
})
