import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { storeHealth } from './health.ts'
import { holdFile } from './hold-file.ts'
import { type LibsqlDatabase, openDatabase } from './libsql.ts'
import { type DatabaseUse, libsqlDialect } from './libsql-dialect.ts'
import { prepareToLoad } from './load-board.ts'
import { beginRunning, emptyLog, endRunning } from './marks.ts'
import { migrate } from './migrations.ts'
import type { Store } from './port.ts'
import { sqlBoards } from './sql-boards.ts'
import { sqlEventTokens } from './sql-event-tokens.ts'
import { sqlLinks } from './sql-links.ts'
import { sqliteEngine } from './sqlite-engine.ts'
import { asStoreFault } from './sqlite-faults.ts'
import type { Tables } from './tables.ts'

/** The file of the boards in a data folder. */
export const storeFile = (dataDir: string): string => join(dataDir, 'hindsight.sqlite')

export type OpenFile = (file: string, use: DatabaseUse) => Promise<LibsqlDatabase>

export interface SqliteParts {
  readonly file: string
  readonly now: () => number
  readonly newId: () => string
  readonly openFile: OpenFile
  /** Something an operator should know of, which keeps nobody from working. */
  readonly warn: (error: unknown, sentence: string) => void
}

/**
 * The store in one SQLite file, made where it is missing, and held for this process alone.
 *
 * @remarks
 * One connection writes, another reads: while the disk takes its time over a commit, boards are opened all the same.
 * [STORE13]
 *
 * @throws StoreTooNew where a newer version of Hindsight has written the file.
 * @throws StoreInUse where another process works on it.
 * @throws StoreFault where it can't be read or written.
 */
export async function openSqlite({ file, now, newId, openFile, warn }: SqliteParts): Promise<Store> {
  const letGo = await holdFile(file)
  const connect = (use: DatabaseUse) => new Kysely<Tables>({ dialect: libsqlDialect(() => openFile(file, use), use) })
  const [db, reading] = [connect('write'), connect('read')]
  const disconnect = async () => {
    await reading.destroy()
    await db.destroy()
    letGo()
  }

  async function begin(): Promise<string> {
    await makeForUsAlone(file)
    const hasLog = existsSync(`${file}-wal`)
    await migrate(db, sqliteEngine)
    const { epoch, hasLostLog } = await beginRunning(db, { hasLog, newEpoch: newId() })
    if (hasLostLog) warn(undefined, lostLog)
    return epoch
  }

  const epoch = await begin().catch(async (error: unknown) => {
    await disconnect()
    throw error
  })
  // What can't be read is told to whoever opens that board.
  await prepareToLoad(reading).catch(() => undefined)
  const health = storeHealth(db, now, warn)
  const links = sqlLinks(db, now)
  return {
    boards: sqlBoards({
      engine: sqliteEngine,
      db,
      reading,
      now,
      newId,
      health,
      erase: () => erase(db),
      isStored: () => Promise.resolve(false),
      lanes: 1,
    }),
    links: { ...links, find: sqlLinks(reading, now).find },
    eventTokens: sqlEventTokens(db, reading),
    epoch: () => Promise.resolve(epoch),
    check: health.check,
    async close() {
      await endRunning(db).catch((error: unknown) => warn(error, 'could not tidy up the file of the boards'))
      await disconnect()
    },
  }
}

const lostLog =
  'the write-ahead log (-wal) beside the file of the boards is gone: what was committed last may be missing. ' +
  'The epoch is renewed, so that browsers put their copies in order before they send anything.'

/** The file as we want it, for every connection. */
export const openFile: OpenFile = async (file, use) => {
  const database = openDatabase(file)
  // FULL: a commit is on disk, not merely with the kernel. secure_delete: what is deleted is overwritten.
  const pragmas = ['busy_timeout=5000', 'journal_mode=WAL', 'synchronous=FULL', 'foreign_keys=ON', 'secure_delete=ON']
  try {
    for (const pragma of use === 'read' ? ['busy_timeout=5000', 'query_only=ON'] : pragmas) {
      const statement = await database.prepare(`PRAGMA ${pragma}`)
      await statement.all([])
    }
    return database
  } catch (error) {
    database.close()
    throw asStoreFault(error)
  }
}

/** Where it is missing: SQLite gives its log the permissions that the file has. */
async function makeForUsAlone(file: string): Promise<void> {
  const made = await open(file, 'a', 0o600)
  await made.close()
}

/** After a board was deleted nothing of it may stay in the log; a backup that reads it meanwhile is not waited for. */
function erase(db: Kysely<Tables>): Promise<boolean> {
  return db.connection().execute(async (connection) => {
    await sql`PRAGMA busy_timeout=50`.execute(connection)
    const isErased = await emptyLog(connection)
    await sql`PRAGMA busy_timeout=5000`.execute(connection)
    return isErased
  })
}
