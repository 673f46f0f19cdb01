import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { type Store, StoreFault } from '../../server/store/port.ts'
import { usualPatience } from '../../server/store/postgres-pool.ts'
import { update } from '../contract/held-store.ts'
import { aCommit } from '../support/commits.ts'
import { type CuttingProxy, openCuttingProxy } from '../support/cutting-proxy.ts'
import { openPostgres, type Postgres } from '../support/postgres.ts'
import { databasePlace, query } from '../support/postgres-place.ts'

let postgres: Postgres
let proxy: CuttingProxy
let url: string
let store: Store

beforeAll(async () => {
  postgres = await openPostgres(inject('postgres'), { isDurable: false })
})

afterAll(() => postgres.clear())

/** A partition is found out soon. */
const patience = { ...usualPatience, connectMs: 1500, connectionMs: 2000, queryMs: 1500, lockMs: 300 }

/** It is looked at anew once a second. */
const waiting = { timeout: 10_000 }

beforeEach(async () => {
  url = await postgres.database()
  proxy = await openCuttingProxy(url)
  store = await databasePlace(proxy.via(url)).open(() => Date.now(), { patience })
  await store.boards.create({ id: 'alerts', createdAt: 0 }, aCommit())
})

afterEach(async () => {
  await store.close()
  await proxy.close()
})

const stored = async () => {
  const board = await store.boards.load('alerts')
  return [board?.head, (board?.documents.get('board') ?? []).map((part) => Buffer.from(part).toString())]
}
const commit = (text: string, head: number) => store.boards.commit('alerts', update('board', text), head)

describe('a commit whose connection is cut', () => {
  it('[STORE21] after the database heard its end is stored once, and called so', async () => {
    await commit('one', 0)
    proxy.cutAfter('COMMIT')
    await commit('two', 1)
    expect(await stored()).toEqual([2, ['one', 'two']])
    await commit('three', 2)
    expect(await stored()).toEqual([3, ['one', 'two', 'three']])
  })

  it('[STORE21] before the database heard its end is not stored, nor called so', async () => {
    await commit('one', 0)
    proxy.cutBefore('COMMIT')
    await expect(commit('two', 1)).rejects.toThrow(StoreFault)
    expect(await stored()).toEqual([1, ['one']])
    await commit('two', 1)
    expect(await stored()).toEqual([2, ['one', 'two']])
  })

  it('[STORE21] halfway is not stored', async () => {
    proxy.cutBefore('INSERT INTO updates')
    await expect(commit('one', 0)).rejects.toThrow('PostgreSQL can’t be reached')
    expect(await stored()).toEqual([0, []])
  })

  it('[STORE21] makes a board that it made, and no second one', async () => {
    proxy.cutAfter('COMMIT')
    await store.boards.create({ id: 'deploys', createdAt: 1 }, update('board', 'pages'))
    expect((await store.boards.load('deploys'))?.documents.get('board')).toHaveLength(1)
  })
})

describe('a store whose database fails', () => {
  it('[STORE11] says that it takes no writes, and goes on once it does', async () => {
    const system = Object.assign(new URL(url), { pathname: '/postgres' })
    const database = new URL(url).pathname.slice(1)
    const everyone = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hindsight'`
    await query(system.href, `ALTER DATABASE "${database}" SET default_transaction_read_only = on`)
    await query(url, everyone)
    await vi.waitFor(() => expect(store.check()).rejects.toThrow('PostgreSQL takes no writes of ours'), waiting)
    await expect(commit('one', 0)).rejects.toThrow('PostgreSQL takes no writes of ours')
    await query(system.href, `ALTER DATABASE "${database}" RESET ALL`)
    await query(url, everyone)
    await vi.waitFor(() => store.check(), waiting)
    await commit('one', 0)
    expect(await stored()).toEqual([1, ['one']])
  })

  it('[STORE11] says that somebody holds its rows, and goes on once they do not', async () => {
    const other = new pg.Client(url)
    await other.connect()
    await other.query('BEGIN; SELECT * FROM boards FOR UPDATE')
    await expect(commit('one', 0)).rejects.toThrow('somebody else holds the boards in PostgreSQL')
    expect(await stored()).toEqual([0, []])
    await other.end()
    await commit('one', 0)
    expect(await stored()).toEqual([1, ['one']])
  })
})

describe('a store that hears nothing of its database', () => {
  it('[STORE11] calls nothing saved, says so, and goes on by itself', async () => {
    await commit('one', 0)
    proxy.silence()
    await expect(commit('two', 1)).rejects.toThrow('once it answers at DATABASE_URL, everything goes on by itself')
    await expect(store.check()).rejects.toThrow(StoreFault)
    proxy.mend()
    await store.check()
    expect(await stored()).toEqual([1, ['one']])
    await commit('two', 1)
    expect(await stored()).toEqual([2, ['one', 'two']])
  })

  it('[STORE16] lets go of what another has taken meanwhile, and takes it again once it is free', async () => {
    await query(url, `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'`)
    const other = await databasePlace(url).open(() => 0)
    await expect(commit('one', 0)).rejects.toThrow('somebody else holds the boards in PostgreSQL')
    await expect(store.boards.load('alerts')).rejects.toThrow(StoreFault)
    await other.boards.commit('alerts', update('board', 'theirs'), 0)
    await other.close()
    await expect(commit('one', 0)).rejects.toThrow('board alerts is at 1, not at 0')
    expect(await stored()).toEqual([1, ['theirs']])
  })
})
