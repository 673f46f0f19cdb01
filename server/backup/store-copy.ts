import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Kysely, sql } from 'kysely'
import { openDatabase } from '../store/libsql.ts'
import { libsqlDialect } from '../store/libsql-dialect.ts'
import type { Tables } from '../store/tables.ts'

/** Works on the file of a store, or on a copy of one, without being its server. */
export async function withStoreFile<T>(file: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  const db = new Kysely<Tables>({ dialect: libsqlDialect(async () => openDatabase(file), 'write') })
  try {
    await sql`PRAGMA busy_timeout=5000`.execute(db)
    await sql`PRAGMA secure_delete=ON`.execute(db)
    return await work(db)
  } finally {
    await db.destroy()
  }
}

/** What is wrong with a copy: not a store of Hindsight's, or not whole. Undefined: nothing. */
export async function flawOf(db: Kysely<Tables>): Promise<string | undefined> {
  const tables = (await db.introspection.getTables({ withInternalKyselyTables: true })).map(({ name }) => name)
  if (!['boards', 'updates', 'meta', 'kysely_migration'].every((name) => tables.includes(name))) {
    return 'holds no boards of Hindsight'
  }
  const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check(1)`.execute(db)
  return rows[0]?.integrity_check === 'ok' ? undefined : 'is damaged'
}

export async function countBoards(db: Kysely<Tables>): Promise<number> {
  const rows = await db.selectFrom('boards').select('id').execute()
  return rows.length
}

/** Brings a file, or what a folder lists, to the disk itself: a power cut keeps it. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync()
  await handle.close()
}

/** A name given to a file survives a power cut once its folder is on disk. */
export const syncName = (path: string): Promise<void> => sync(dirname(path))
