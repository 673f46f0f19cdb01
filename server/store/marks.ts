import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * What a store keeps about itself: `epoch`; `running`, yes from its opening to its closing; `written`, when last
 * probed; in PostgreSQL its `place`, and of which layout its documents are or are becoming, `schema`; in a backup alone
 * the `secret`.
 */
type Mark = 'epoch' | 'running' | 'written' | 'place' | 'schema' | 'secret'

export async function readMark(db: Kysely<Tables>, name: Mark): Promise<string | undefined> {
  const [row] = await db.selectFrom('meta').select('value').where('name', '=', name).execute()
  return row?.value
}

export async function setMark(db: Kysely<Tables>, name: Mark, value: string): Promise<void> {
  await db
    .insertInto('meta')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}

/** Reads a mark for the last time. */
export async function takeMark(db: Kysely<Tables>, name: Mark): Promise<string | undefined> {
  const [row] = await db.deleteFrom('meta').where('name', '=', name).returning('value').execute()
  return row?.value
}

/**
 * Marks the store as running, and gives its epoch.
 *
 * @remarks
 * A store that was running last time, and whose write-ahead log is gone now, lacks what was committed last: somebody
 * copied the one file, or put back a copy by hand. That is a restore, so its epoch is renewed. [STORE17]
 */
export async function beginRunning(
  db: Kysely<Tables>,
  { hasLog, newEpoch }: { readonly hasLog: boolean; readonly newEpoch: string },
): Promise<{ readonly epoch: string; readonly hasLostLog: boolean }> {
  const marks = await db.transaction().execute(async (transaction) => {
    const known = await readMark(transaction, 'epoch')
    const hasLostLog = !hasLog && (await readMark(transaction, 'running')) === 'yes'
    const epoch = known === undefined || hasLostLog ? newEpoch : known
    await setMark(transaction, 'epoch', epoch)
    await setMark(transaction, 'running', 'yes')
    return { epoch, hasLostLog }
  })
  await emptyLog(db)
  return marks
}

/** After a stop in order all lies in the one file. */
export async function endRunning(db: Kysely<Tables>): Promise<void> {
  await setMark(db, 'running', 'no')
  await emptyLog(db)
}

/** Brings the write-ahead log into the file and empties it; false where somebody is still reading from it. */
export async function emptyLog(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db)
  return rows[0]?.busy === 0
}
