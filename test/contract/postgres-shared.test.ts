import { nanoid } from 'nanoid'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { StoreInUse } from '../../server/store/hold-file.ts'
import { ServersOutdated, StoreTooNew } from '../../server/store/migrations.ts'
import { BoardGone, type Missing, type SharedJournals, type Store, StoreFault } from '../../server/store/port.ts'
import { usualPatience } from '../../server/store/postgres-pool.ts'
import { aCommit, aMember, bytes } from '../support/commits.ts'
import { openCuttingProxy } from '../support/cutting-proxy.ts'
import { openPostgres, type Postgres } from '../support/postgres.ts'
import { type DatabasePlace, databasePlace, query } from '../support/postgres-place.ts'
import { update } from './held-store.ts'

let postgres: Postgres
let place: DatabasePlace
const open: Store[] = []

beforeAll(async () => {
  postgres = await openPostgres(inject('postgres'), { isDurable: false })
})

afterAll(() => postgres.clear())

beforeEach(async () => {
  place = databasePlace(await postgres.database())
  return async () => {
    await Promise.all(open.splice(0).map((store) => store.close()))
  }
})

async function share(): Promise<Store> {
  const store = await place.open(() => 5000, { isShared: true })
  open.push(store)
  return store
}

const journalsOf = (store: Store): SharedJournals => store.boards.shared!
const nothing = { bindings: [], members: [], draftAuthors: [], invites: [], commands: [] }
const text = (missing: Missing | undefined) =>
  missing?.updates.map(({ document, seq, update: part }) => [document, seq, Buffer.from(part).toString()])

describe('the journals of a database that several servers share', () => {
  it('[NODES2] tell who commits what the others have, and let no two decide at once', async () => {
    const stores = [await share(), await share(), await share()]
    await stores[0]!.boards.create({ id: 'alerts', createdAt: 0 }, aCommit())
    const known = stores.map(() => ({ head: 0, seen: [] as string[] }))
    const write = (n: number, word: string) =>
      journalsOf(stores[n]!).decide('alerts', {
        head: () => known[n]!.head,
        compose(missing) {
          known[n]!.seen.push(...(text(missing) ?? []).map((row) => String(row[2])), word)
          known[n]!.head = (missing?.head ?? known[n]!.head) + 1
          return update('board', word)
        },
      })
    const inTurn = async (n: number) => {
      for (let word = 0; word < 20; word++) await write(n, `${n} ${word}`)
    }
    await Promise.all(stores.map((_, n) => inTurn(n)))
    const board = await stores[0]!.boards.load('alerts')
    const log = (board?.documents.get('board') ?? []).map((part) => Buffer.from(part).toString())
    expect([board?.head, new Set(log).size]).toEqual([60, 60])
    const rest = await Promise.all(stores.map((store, n) => journalsOf(store).since('alerts', known[n]!.head)))
    expect(known.map(({ seen }, n) => [...seen, ...(text(rest[n]) ?? []).map((row) => row[2])])).toEqual([
      log,
      log,
      log,
    ])
  })

  it('[NODES1] hold of each commit all that it wrote', async () => {
    const journals = journalsOf(await share())
    await open[0]!.boards.create({ id: 'alerts', createdAt: 0 }, aCommit({ members: [aMember('fay')] }))
    const written = {
      bindings: [
        { client: 7, owner: { person: 'ana' } },
        { client: 8, owner: 'server' as const },
      ],
      members: [aMember('ana', { left: 9 })],
      draftAuthors: [{ note: 'n1', person: 'ana' }],
      invites: [{ role: 'observer' as const, secret: 's', since: 4 }],
      commands: ['c1'],
    }
    const commit = aCommit({ ...update('board', 'one'), ...written })
    await journals.decide('alerts', { head: () => 0, compose: () => commit })
    await journals.decide('alerts', { head: () => 1, compose: () => update('desk/ana', 'two') })
    expect(await journals.since('alerts', 0)).toEqual({
      head: 2,
      ...written,
      updates: [
        { document: 'board', seq: 1, update: bytes('one') },
        { document: 'desk/ana', seq: 1, update: bytes('two') },
      ],
    })
    const later = await journals.since('alerts', 1)
    expect([later, text(later)]).toEqual([
      { head: 2, ...nothing, updates: expect.anything() },
      [['desk/ana', 1, 'two']],
    ])
    expect([await journals.since('gone', 0), await journals.heads(['alerts', 'gone'])]).toEqual([
      undefined,
      new Map([['alerts', 2]]),
    ])
  })

  it('[NODES1] give the snapshot of what was folded meanwhile, to those who lack something of it', async () => {
    const { boards } = await share()
    const journals = boards.shared!
    await boards.create({ id: 'alerts', createdAt: 0 }, aCommit())
    for (const [head, word] of ['one', 'two', 'three'].entries()) {
      await journals.decide('alerts', { head: () => head, compose: () => update('board', word) })
    }
    await boards.fold('alerts', 'board', 2, bytes('one and two'), false)
    expect(text(await journals.since('alerts', 1))).toEqual([
      ['board', 2, 'one and two'],
      ['board', 3, 'three'],
    ])
    expect(text(await journals.since('alerts', 2))).toEqual([['board', 3, 'three']])
  })

  it('[NODES2] are left as they were where nothing was decided, or the board is gone', async () => {
    const { boards } = await share()
    const journals = boards.shared!
    await boards.create({ id: 'alerts', createdAt: 0 }, aCommit())
    await journals.decide('alerts', { head: () => 0, compose: () => null })
    const decided = journals.decide('alerts', {
      head: () => 0,
      compose() {
        throw new Error('judged too early')
      },
    })
    await expect(decided).rejects.toThrow('judged too early')
    expect(await journals.heads(['alerts'])).toEqual(new Map([['alerts', 0]]))
    await expect(journals.decide('gone', { head: () => 0, compose: () => aCommit() })).rejects.toThrow(BoardGone)
  })

  it('[NODES8] are not held up for long by one that stands still in the middle of a commit', async () => {
    const proxy = await openCuttingProxy(place.url)
    const patience = { ...usualPatience, idleMs: 1000, queryMs: 3000 }
    const stuck = await databasePlace(proxy.via(place.url)).open(() => 0, { isShared: true, patience })
    open.push(stuck)
    const { boards } = await share()
    await boards.create({ id: 'alerts', createdAt: 0 }, aCommit())
    const held = journalsOf(stuck).decide('alerts', {
      head: () => 0,
      compose() {
        proxy.silence()
        return update('board', 'decided long ago')
      },
    })
    const failed = expect(held).rejects.toThrow(StoreFault)
    await vi.waitFor(async () => expect(await waitingFor(place.url)).toBe('idle in transaction'), 10_000)
    await boards.shared!.decide('alerts', { head: () => 0, compose: () => update('board', 'decided now') })
    await failed
    proxy.mend()
    expect((await boards.load('alerts'))?.documents.get('board')).toEqual([bytes('decided now')])
    await stuck.close()
    open.splice(open.indexOf(stuck), 1)
    await proxy.close()
  })
})

/** What the connection does that has taken the board's row. */
const waitingFor = async (url: string) => {
  const [row] = await query(
    url,
    `SELECT state FROM pg_stat_activity WHERE application_name = 'hindsight' AND datname = current_database()
     AND xact_start IS NOT NULL`,
  )
  return row?.state
}

describe('a PostgreSQL database', () => {
  it('[NODES9] is shared by those who are told to, and by nobody else, however many start at once', async () => {
    const epochs = await Promise.all([1, 2, 3].map(async () => (await share()).epoch()))
    expect(new Set(epochs).size).toBe(1)
    await expect(place.open(() => 0)).rejects.toThrow(StoreInUse)
    await Promise.all(open.splice(0).map((store) => store.close()))
    const alone = await place.open(() => 0)
    await expect(share()).rejects.toThrow(StoreInUse)
    await alone.close()
  })

  it('[NODES9] is brought to the layout of a new version once no server of the version before works on it', async () => {
    const before = await share()
    await query(place.url, `DELETE FROM meta WHERE name = 'schema'`)
    await expect(share()).rejects.toThrow(ServersOutdated)
    await before.boards.create({ id: 'alerts', createdAt: 0 }, aCommit())
    await before.close()
    open.length = 0
    await share()
    await share()
  })

  it('[NODES9] that a newer version has taken over meanwhile is left alone', async () => {
    const { boards } = await share()
    await query(place.url, `UPDATE meta SET value = '999' WHERE name = 'schema'`)
    await query(place.url, `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'`)
    // Until this server hears that it was cut off, what it writes is written.
    const create = () => boards.create({ id: nanoid(), createdAt: 0 }, aCommit())
    const refusal = 'a newer version of Hindsight has brought the boards in PostgreSQL'
    await vi.waitFor(() => expect(create()).rejects.toThrow(refusal), 10_000)
    await expect(share()).rejects.toThrow(StoreTooNew)
  })
})
