import { type Kysely, sql } from 'kysely'
import { storeHealth } from './health.ts'
import { holdDatabase } from './hold-database.ts'
import { StoreInUse } from './hold-file.ts'
import { assertNotNewer, bringUpToDate, isOutdated } from './layout.ts'
import type { DatabaseUse } from './libsql-dialect.ts'
import { readMark, setMark } from './marks.ts'
import { ServersOutdated } from './migrations.ts'
import { DatabaseUnfit, type Store, StoreFault } from './port.ts'
import { postgresDatabase } from './postgres-dialect.ts'
import { postgresEngine } from './postgres-engine.ts'
import { CommitUnanswered } from './postgres-faults.ts'
import { address, openPool, type Patience, usualPatience } from './postgres-pool.ts'
import { sqlBoards } from './sql-boards.ts'
import { sqlEventTokens } from './sql-event-tokens.ts'
import { sqlLinks } from './sql-links.ts'
import type { Tables } from './tables.ts'

export interface PostgresParts {
  /** postgres://… */
  readonly url: string
  readonly now: () => number
  readonly newId: () => string
  /** Resolves after so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>
  /** Something an operator should know of, which keeps nobody from working. */
  readonly warn: (error: unknown, sentence: string) => void
  readonly patience?: Patience
  /** Other servers may work on it at the same time. */
  readonly isShared?: boolean
}

/** Transactions with commits that run at once: each waits for the disk, and PostgreSQL lets them wait together. */
const lanes = 4
/**
 * A server that is paused in a transaction keeps a board from all others until PostgreSQL ends that, milliseconds: less
 * than they wait for a lock. [NODES8]
 */
const sharedIdleMs = 3000

/** Connections: what is written beside commits needs one now and then, opening a board needs one of the others. */
const connections: Readonly<Record<DatabaseUse, number>> = { write: lanes + 2, read: 4 }

/**
 * The store in a PostgreSQL database, its tables made where they are missing, and held for this process alone, or for
 * all that share it.
 *
 * @throws StoreTooNew where a newer version of Hindsight has written it.
 * @throws StoreInUse where another process works on it that does not share it.
 * @throws ServersOutdated
 * @throws StoreFault where it can't be reached, read or written.
 */
export async function openPostgres({
  url,
  now,
  newId,
  pause,
  warn,
  isShared = false,
  patience = isShared ? { ...usualPatience, idleMs: sharedIdleMs } : usualPatience,
}: PostgresParts): Promise<Store> {
  const { db, reading, alone, disconnect } = await connectTo(url, patience, isShared)

  async function begin(): Promise<string> {
    await assertUsable(db, warn)
    if (await isOutdated(db, postgresEngine)) await bringUp()
    const { epoch, isElsewhere } = await beginAt(db, { place: await placeOf(db), newEpoch: newId() })
    if (isElsewhere) warn(undefined, restored)
    return epoch
  }

  /** Where several servers start at once, one brings the data up to date, and the others find them so. */
  async function bringUp(): Promise<void> {
    try {
      await alone(() => bringUpToDate(db, postgresEngine))
    } catch (error) {
      if (!(error instanceof StoreInUse)) throw error
      if (await isOutdated(db, postgresEngine)) throw new ServersOutdated('', { cause: error })
    }
  }

  /** Asks until somebody answers, for a while: a commit that is still on its way holds the board's row. */
  async function isStored(error: unknown, board: string, stamp: string): Promise<boolean> {
    if (!(error instanceof CommitUnanswered)) return false
    const until = now() + patience.connectionMs
    for (;;) {
      try {
        const rows = await db.selectFrom('boards').select('stamp').where('id', '=', board).forShare().execute()
        return rows.some((row) => row.stamp === stamp)
      } catch (fault) {
        if (!(fault instanceof StoreFault) || now() >= until) return false
        await pause(100)
      }
    }
  }

  const epoch = await begin().catch(async (error: unknown) => {
    await disconnect()
    throw error
  })
  const health = storeHealth(db, now, warn)
  const links = sqlLinks(db, now)
  const eventTokens = sqlEventTokens(db, reading)
  return {
    boards: sqlBoards({
      engine: postgresEngine,
      db,
      reading,
      now,
      newId,
      health,
      erase: () => Promise.resolve(true),
      isStored,
      lanes,
      isShared,
    }),
    links: { ...links, find: sqlLinks(reading, now).find },
    eventTokens,
    epoch: async () => (isShared ? ((await readMark(reading, 'epoch')) ?? epoch) : epoch),
    check: health.check,
    close: disconnect,
  }
}

/** Works on a database without being its server, while there is none. */
export async function withDatabase<T>(url: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  const { db, disconnect } = await connectTo(url, usualPatience, false)
  try {
    return await work(db)
  } finally {
    await disconnect()
  }
}

async function connectTo(url: string, patience: Patience, isShared: boolean) {
  const hold = await holdDatabase({
    config: { ...address(url), connectionTimeoutMillis: patience.connectMs },
    isShared,
    look: (client) => assertNotNewer(client, postgresEngine),
  })
  const connect = (use: DatabaseUse) =>
    postgresDatabase({ pool: openPool(url, { connections: connections[use], patience }), use, mayUse: hold.stillHeld })
  const [db, reading] = [connect('write'), connect('read')]
  return {
    db,
    reading,
    alone: hold.alone,
    async disconnect() {
      await reading.destroy()
      await db.destroy()
      await hold.release()
    },
  }
}

const restored =
  'the database lies elsewhere than last time (a restore, a copy, a standby that took over): what was committed last ' +
  'may be missing. The epoch is renewed, so that browsers put their copies in order before they send anything.'

async function assertUsable(db: Kysely<Tables>, warn: PostgresParts['warn']): Promise<void> {
  const { rows } = await sql<{ encoding: string; fsync: string }>`
    SELECT current_setting('server_encoding') AS encoding, current_setting('fsync') AS fsync`.execute(db)
  const [{ encoding, fsync } = { encoding: '', fsync: '' }] = rows
  if (encoding !== 'UTF8') throw new DatabaseUnfit(`it is encoded in ${encoding}. Make one with ENCODING 'UTF8'`)
  if (fsync === 'off') warn(undefined, 'PostgreSQL runs with fsync=off: a power cut can take what was called saved')
}

/**
 * Where the data lie: which cluster, which of its histories, which table. A dump that is put back lies in another table,
 * a copy in another cluster, a standby that took over goes on in another history. Undefined where that is not told to us.
 */
async function placeOf(db: Kysely<Tables>): Promise<string | undefined> {
  try {
    const { rows } = await sql<{ place: string }>`
      SELECT concat_ws('/', system_identifier, left(pg_walfile_name(pg_current_wal_lsn()), 8), 'meta'::regclass::oid)
      AS place FROM pg_control_system()`.execute(db)
    return rows[0]?.place
  } catch (error) {
    if (error instanceof StoreFault && error.kind === 'unreachable') throw error
    return undefined
  }
}

/** Gives the store's epoch, a new one where the data lie elsewhere than they did. [STORE17] */
function beginAt(
  db: Kysely<Tables>,
  { place, newEpoch }: { readonly place: string | undefined; readonly newEpoch: string },
): Promise<{ readonly epoch: string; readonly isElsewhere: boolean }> {
  return db.transaction().execute(async (transaction) => {
    // Of several servers that start at once on an empty database, one gives the epoch.
    await sql`LOCK TABLE meta IN SHARE ROW EXCLUSIVE MODE`.execute(transaction)
    const known = await readMark(transaction, 'epoch')
    const before = await readMark(transaction, 'place')
    const isElsewhere = known !== undefined && before !== undefined && place !== undefined && place !== before
    const epoch = known === undefined || isElsewhere ? newEpoch : known
    await setMark(transaction, 'epoch', epoch)
    if (place !== undefined) await setMark(transaction, 'place', place)
    return { epoch, isElsewhere }
  })
}
