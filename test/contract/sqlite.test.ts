import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { nanoid } from 'nanoid'
import { expect, it } from 'vitest'
import { StoreTooNew } from '../../server/store/migrations.ts'
import { openFile, openSqlite } from '../../server/store/open-sqlite.ts'
import { aCommit } from '../support/commits.ts'
import { type StorePlace, storeContract } from './store.contract.ts'

async function openFolder(): Promise<StorePlace & { readonly file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'hindsight-store-'))
  const file = join(folder, 'hindsight.sqlite')
  return {
    file,
    open: (now) => openSqlite({ file, now, newId: nanoid }),
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
    const database = await openFile(place.file)
    const statement = await database.prepare(`PRAGMA ${pragma}`)
    expect(await statement.all([])).toEqual([{ [pragma]: value }])
    database.close()
    await place.clear()
  },
)

it('[STORE10] a SQLite file of a newer version is not opened', async () => {
  const place = await openFolder()
  await (await place.open(() => 0)).close()
  const file = new Database(place.file)
  file.exec(`INSERT INTO kysely_migration VALUES ('9999-tomorrow', '2030-01-01')`)
  file.close()
  await expect(place.open(() => 0)).rejects.toThrow(StoreTooNew)
  await place.clear()
})
