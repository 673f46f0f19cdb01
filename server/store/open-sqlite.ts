import { Kysely, sql } from 'kysely'
import Database from 'libsql/promise'
import { type LibsqlDatabase, libsqlDialect } from './libsql-dialect.ts'
import { migrate } from './migrations.ts'
import type { Store } from './port.ts'
import { sqlBoards } from './sql-boards.ts'
import { sqlLinks } from './sql-links.ts'
import type { Tables } from './tables.ts'

/**
 * The store in one SQLite file, made where it is missing.
 *
 * @throws StoreTooNew where a newer version of Hindsight has written the file.
 */
export async function openSqlite(deps: {
  readonly file: string
  readonly now: () => number
  readonly newId: () => string
}): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: libsqlDialect(() => openFile(deps.file)) })
  const close = () => db.destroy()
  try {
    await migrate(db)
    await ensureEpoch(db, deps.newId())
  } catch (error) {
    await close()
    throw error
  }
  return {
    boards: sqlBoards(db, deps.now, async () => {
      await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db)
    }),
    links: sqlLinks(db, deps.now),
    epoch: () => readEpoch(db),
    async check() {
      await sql`SELECT 1`.execute(db)
    },
    close,
  }
}

/** The file as we want it, for every connection. */
export async function openFile(file: string): Promise<LibsqlDatabase> {
  const database = new Database(file, {}) as LibsqlDatabase & Database // `inTransaction` is missing in its types
  // FULL: a commit is on disk, not merely with the kernel. secure_delete: what is deleted is overwritten.
  for (const pragma of [
    'busy_timeout=5000',
    'journal_mode=WAL',
    'synchronous=FULL',
    'foreign_keys=ON',
    'secure_delete=ON',
  ]) {
    const statement = await database.prepare(`PRAGMA ${pragma}`)
    await statement.all([])
  }
  return database
}

async function ensureEpoch(db: Kysely<Tables>, value: string): Promise<void> {
  await db
    .insertInto('meta')
    .values({ name: 'epoch', value })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
}

async function readEpoch(db: Kysely<Tables>): Promise<string> {
  const { value } = await db.selectFrom('meta').select('value').where('name', '=', 'epoch').executeTakeFirstOrThrow()
  return value
}
