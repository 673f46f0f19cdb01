import pg from 'pg'
import { StoreInUse } from './hold-file.ts'
import { asStoreFault, postgresFault } from './postgres-faults.ts'

/** A database that is held for this process alone. */
interface DatabaseHold {
  /**
   * Resolves while it is ours; where the connection was lost that told so, it is taken anew first.
   *
   * @throws StoreFault where it can't be.
   */
  stillHeld(): Promise<void>
  release(): Promise<void>
}

/** How long a server that is just stopping may take to let go. */
const stoppingMs = 1000

/** Of everyone who uses one database, Hindsight alone takes a lock of this number. */
const ours = 7_108_417_241

/**
 * Holds a database for this process alone, until it is released or the process ends, however that comes. [STORE16]
 *
 * @remarks
 * The lock is that of a connection of its own, and goes with it. Where the machine goes with the process, PostgreSQL
 * notices by the keep-alives that are asked for here, within 20 seconds. A process that lost the lock may still have a
 * commit on the way: what it wrote on is told by the boards' heads.
 *
 * @throws StoreInUse
 */
export async function holdDatabase(config: pg.ClientConfig): Promise<DatabaseHold> {
  let holder: pg.Client | undefined
  let taking: Promise<void> | undefined
  let isReleased = false

  async function take(): Promise<void> {
    try {
      holder = await takeLock(config, (client) => {
        if (holder === client) holder = undefined
      })
    } finally {
      taking = undefined
    }
  }

  await take()
  return {
    async stillHeld() {
      if (holder) return
      if (isReleased) throw postgresFault('unreachable', new Error('the store is closed'))
      taking ??= take()
      await taking.catch((error: unknown) => {
        throw error instanceof StoreInUse ? postgresFault('locked', error) : error
      })
    },
    async release() {
      isReleased = true
      await taking?.catch(() => {})
      await holder?.end()
    },
  }
}

/** @throws StoreInUse; StoreFault where the database can't be reached. */
async function takeLock(config: pg.ClientConfig, lost: (client: pg.Client) => void): Promise<pg.Client> {
  const client = new pg.Client({ ...config, application_name: 'hindsight: holds the boards' })
  client.on('error', () => lost(client))
  client.on('end', () => lost(client))
  try {
    await client.connect()
    await client.query(
      `SET tcp_keepalives_idle=5; SET tcp_keepalives_interval=5; SET tcp_keepalives_count=3; SET lock_timeout=${stoppingMs}`,
    )
    await client.query('SELECT pg_advisory_lock($1)', [ours])
    return client
  } catch (error) {
    await client.end().catch(() => {})
    if (error instanceof pg.DatabaseError && error.code === '55P03') throw new StoreInUse('', { cause: error })
    throw asStoreFault(error)
  }
}
