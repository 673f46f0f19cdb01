import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { StoreInUse } from '../../server/store/hold-file.ts'
import { migrate, StoreTooNew } from '../../server/store/migrations.ts'
import { DatabaseUnfit, type Store } from '../../server/store/port.ts'
import { postgresDatabase } from '../../server/store/postgres-dialect.ts'
import { postgresEngine } from '../../server/store/postgres-engine.ts'
import { openPool, usualPatience } from '../../server/store/postgres-pool.ts'
import { aCommit, aMember } from '../support/commits.ts'
import { openPostgres, type Postgres } from '../support/postgres.ts'
import { type DatabasePlace, databasePlace, query } from '../support/postgres-place.ts'
import { update } from './held-store.ts'
import { storeContract } from './store.contract.ts'

let postgres: Postgres
let place: DatabasePlace

beforeAll(async () => {
  postgres = await openPostgres(inject('postgres'), { isDurable: false })
  place = databasePlace(await postgres.database())
})

afterAll(() => postgres.clear())

const now = () => 5000

storeContract('PostgreSQL', async () => place)

describe('a PostgreSQL database', () => {
  it('[STORE16] is held by one server at a time, however many start at once on an empty one', async () => {
    const empty = databasePlace(await postgres.database())
    const starts = await Promise.allSettled([empty.open(now), empty.open(now), empty.open(now)])
    const stores = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []))
    const refused = starts.flatMap((start) => (start.status === 'rejected' ? [start.reason] : []))
    expect([stores.length, refused]).toEqual([1, [expect.any(StoreInUse), expect.any(StoreInUse)]])
    await stores[0]!.close()
    await (await empty.open(now)).close()
  })

  it('[STORE22] gets its tables once, however many make them at the same time', async () => {
    const url = await postgres.database()
    const several = [1, 2, 3].map(() =>
      postgresDatabase({
        pool: openPool(url, { connections: 2, patience: usualPatience }),
        use: 'write',
        mayUse: () => Promise.resolve(),
      }),
    )
    await Promise.all(several.map((db) => migrate(db, postgresEngine)))
    await Promise.all(several.map((db) => db.destroy()))
    await (await databasePlace(url).open(now)).close()
  })

  it('[STORE10] of a newer version is not opened', async () => {
    const newer = databasePlace(await postgres.database())
    await (await newer.open(now)).close()
    await query(newer.url, `INSERT INTO kysely_migration VALUES ('9999-tomorrow', '2030-01-01')`)
    await expect(newer.open(now)).rejects.toThrow(StoreTooNew)
  })

  it('[STORE1] that can’t hold any text is not used', async () => {
    const latin = new URL(place.url)
    latin.pathname = '/latin'
    await query(place.url, `CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'`)
    await expect(databasePlace(latin.href).open(now)).rejects.toThrow(DatabaseUnfit)
  })

  it('[STORE1] takes a zero character, which it can’t keep, for one that it can', async () => {
    const store = await place.open(now)
    await store.boards.create({ id: 'zeros', createdAt: 0 }, aCommit({ members: [aMember('ana', { name: 'A\0na' })] }))
    expect((await store.boards.load('zeros'))?.members[0]?.name).toBe('A\uFFFDna')
    await store.close()
  })

  it('[STORE2] waits for the disk with every commit, also where it was told not to', async () => {
    const hasty = await postgres.database()
    await query(hasty, `ALTER DATABASE "${new URL(hasty).pathname.slice(1)}" SET synchronous_commit = off`)
    const pool = openPool(hasty, { connections: 1, patience: usualPatience })
    expect((await pool.query('SHOW synchronous_commit')).rows).toEqual([{ synchronous_commit: 'on' }])
    await pool.end()
  })

  it('[STORE2] that would not survive a power cut is said to be such', async () => {
    expect(place.warnings[0]).toContain('fsync=off')
  })

  it('[STORE17] whose data were put there from elsewhere renews its epoch, once', async () => {
    const copied = databasePlace(await postgres.database())
    const epochs: string[] = []
    const open = async () => {
      const store = await copied.open(now)
      epochs.push(await store.epoch())
      return store
    }
    await (await open()).close()
    await query(copied.url, 'CREATE TABLE put_back AS TABLE meta; DROP TABLE meta; ALTER TABLE put_back RENAME TO meta')
    await query(copied.url, 'ALTER TABLE meta ADD PRIMARY KEY (name)')
    await (await open()).close()
    await (await open()).close()
    expect([epochs[0] === epochs[1], epochs[1] === epochs[2]]).toEqual([false, true])
    expect(copied.warnings.filter((warning) => warning.includes('The epoch is renewed'))).toHaveLength(1)
  })

  it('[STORE5] keeps a commit that comes as its board is deleted from bringing it back', async () => {
    const store = await place.open(now)
    await store.boards.create({ id: 'deploys', createdAt: 0 }, aCommit())
    const commits = Array.from({ length: 20 }, (_, n) => store.boards.commit('deploys', update('board', `${n}`)))
    await store.boards.remove('deploys')
    await Promise.allSettled(commits)
    expect(await store.boards.load('deploys')).toBeUndefined()
    expect(await query(place.url, `SELECT count(*)::int AS rows FROM updates`)).toEqual([{ rows: 0 }])
    await store.close()
  })

  it('[STORE1] commits to many boards at once, each in its order', async () => {
    const store: Store = await place.open(now)
    const boards = Array.from({ length: 30 }, (_, n) => `many-${n}`)
    await Promise.all(boards.map((id) => store.boards.create({ id, createdAt: 0 }, aCommit())))
    await Promise.all(
      boards.flatMap((id) =>
        Array.from({ length: 10 }, (_, n) => store.boards.commit(id, update('board', `${id} ${n}`), n)),
      ),
    )
    const stored = await Promise.all(boards.map((id) => store.boards.load(id)))
    expect(stored.map((board) => board?.head)).toEqual(boards.map(() => 10))
    await store.close()
  })
})
