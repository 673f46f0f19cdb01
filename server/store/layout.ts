import type { Kysely } from 'kysely'
import type pg from 'pg'
import { schemaVersion } from '../../shared/document/schema.ts'
import type { Engine } from './engine.ts'
import { readMark, setMark } from './marks.ts'
import { migrate, missingMigrations, namesUnknown, StoreTooNew } from './migrations.ts'
import type { Tables } from './tables.ts'

/**
 * Whether the data have to be brought to the layout of this version: their tables, or the documents in them.
 *
 * @throws StoreTooNew
 */
export async function isOutdated(db: Kysely<Tables>, engine: Engine): Promise<boolean> {
  if ((await missingMigrations(db, engine)).length > 0) return true
  const schema = await readMark(db, 'schema')
  return schema === undefined || Number(schema) < schemaVersion
}

/** Brings the data to the layout of this version; documents follow as they are loaded. */
export async function bringUpToDate(db: Kysely<Tables>, engine: Engine): Promise<void> {
  await migrate(db, engine)
  await setMark(db, 'schema', String(schemaVersion))
}

/**
 * Asked on a connection that was just made: another version may have been at work while there was none. [NODES9]
 *
 * @throws StoreTooNew
 */
export async function assertNotNewer(client: pg.Client, engine: Engine): Promise<void> {
  const [tables] = await rowsOf<{ there: boolean }>(
    client,
    `SELECT to_regclass('kysely_migration') IS NOT NULL AS there`,
  )
  if (!tables?.there) return
  const unknown = namesUnknown(
    (await rowsOf<{ name: string }>(client, 'SELECT name FROM kysely_migration')).map(({ name }) => name),
    engine,
  )
  if (unknown.length > 0) throw new StoreTooNew(`it holds ${unknown.join(', ')}, which this version does not know`)
  const [{ value = '0' } = {}] = await rowsOf<{ value?: string }>(
    client,
    `SELECT value FROM meta WHERE name = 'schema'`,
  )
  if (Number(value) > schemaVersion) {
    throw new StoreTooNew(`its documents are of layout ${value}, and this version knows ${schemaVersion}`)
  }
}

async function rowsOf<Row>(client: pg.Client, sql: string): Promise<readonly Row[]> {
  return (await client.query(sql)).rows
}
