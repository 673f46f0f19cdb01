import { nanoid } from 'nanoid'
import pg from 'pg'
import { openPostgres, type PostgresParts } from '../../server/store/open-postgres.ts'
import type { Store } from '../../server/store/port.ts'
import type { StorePlace } from '../contract/held-store.ts'

export interface DatabasePlace extends StorePlace {
  readonly url: string
  open(now: () => number, parts?: Partial<PostgresParts>): Promise<Store>
  /** What was said to the operator. */
  readonly warnings: readonly string[]
}

/** A database as a place for a store. */
export function databasePlace(url: string): DatabasePlace {
  const warnings: string[] = []
  return {
    url,
    warnings,
    open: (now, parts) =>
      openPostgres({
        url,
        now,
        newId: nanoid,
        pause: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
        warn: (_error, sentence) => warnings.push(sentence),
        ...parts,
      }),
    async raw() {
      const tables = await query(url, `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)
      const rows = await Promise.all(tables.map(({ tablename }) => query(url, `SELECT * FROM "${tablename}"`)))
      const values = rows.flat().flatMap((row) => Object.values(row))
      return Buffer.concat(values.map((value) => (Buffer.isBuffer(value) ? value : Buffer.from(String(value)))))
    },
    clear: async () => void (await query(url, 'DELETE FROM boards')),
  }
}

/** Asks a database as somebody else than the server. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query(sql)
    return rows
  } finally {
    await client.end()
  }
}
