import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPostgres } from '../support/postgres.ts'
import { type KilledStore, readKilledDatabase, readKilledStore } from './killed-store.ts'

/** Where the servers of a torture keep their boards. */
export interface Place {
  readonly env: Readonly<Record<string, string>>
  /** What a server left behind, before anyone can mend it. */
  read(): Promise<KilledStore>
  /** What the servers can lose besides themselves: it is back once this resolves. */
  readonly database?: { crash(): Promise<void>; restart(): Promise<void> }
  clear(): Promise<void>
}

/** `programs`: PostgreSQL's, which then keeps the boards instead of a file. */
export async function openPlace(programs: string | undefined): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hindsight-torture-'))
  const clear = () => rm(dataDir, { recursive: true, force: true })
  if (programs === undefined) return { env: { DATA_DIR: dataDir }, read: () => readKilledStore(dataDir), clear }
  const postgres = await openPostgres(programs, { isDurable: true })
  const url = await postgres.database()
  return {
    env: { DATA_DIR: dataDir, DATABASE_URL: url },
    read: () => readKilledDatabase(url),
    database: {
      crash: () => postgres.crash().then(postgres.start),
      restart: () => postgres.stop().then(postgres.start),
    },
    async clear() {
      await postgres.clear()
      await clear()
    },
  }
}
