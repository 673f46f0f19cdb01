import pg from 'pg'
import { StoreInUse } from './hold-file.ts'
import { StoreTooNew } from './migrations.ts'
import { StoreFault } from './port.ts'
import { asStoreFault, postgresFault } from './postgres-faults.ts'

/** A database that is held, for this process alone or with others that share it. */
interface DatabaseHold {
  /**
   * Resolves while it is ours; where the connection was lost that told so, it is taken anew first.
   *
   * @throws StoreFault where it can't be.
   */
  stillHeld(): Promise<void>
  /**
   * Holds for this process alone, for as long as `work` takes, what is shared otherwise.
   *
   * @throws StoreInUse where others hold it too.
   */
  alone(work: () => Promise<void>): Promise<void>
  release(): Promise<void>
}

export interface HoldParts {
  readonly config: pg.ClientConfig
  /** With all others who share it, too. */
  readonly isShared: boolean
  /** Looks, each time it was taken anew, whether the data still are as this process knows them; throws where not. */
  readonly look: (client: pg.Client) => Promise<void>
}

/** How long a server that is just stopping may take to let go. */
const stoppingMs = 1000

/** How long one that shares the data waits for another that is just making its tables. */
const makingMs = 2000

/** Of everyone who uses one database, Hindsight alone takes a lock of this number. */
const ours = 7_108_417_241

const locked = '55P03'

const takenOver =
  'a newer version of Hindsight has brought the boards in PostgreSQL to its own layout: stop this server, and start that version'

/**
 * Holds a database until it is released or the process ends, however that comes. [STORE16] [NODES9]
 *
 * @remarks
 * The lock is that of a connection of its own, and goes with it. Where the machine goes with the process, PostgreSQL
 * notices by the keep-alives that are asked for here, within 20 seconds. A process that lost the lock may still have a
 * commit on the way: what it wrote on is told by the boards' heads.
 *
 * @throws StoreInUse
 */
export async function holdDatabase({ config, isShared, look }: HoldParts): Promise<DatabaseHold> {
  let holder: pg.Client | undefined
  let taking: Promise<void> | undefined
  let isReleased = false

  async function take(): Promise<void> {
    let isLost = false
    try {
      const client = await takeLock(config, isShared, (lost) => {
        isLost = true
        if (holder === lost) holder = undefined
      })
      await look(client).catch(async (error: unknown) => {
        await client.end().catch(() => {})
        throw error instanceof StoreTooNew ? error : asStoreFault(error)
      })
      if (!isLost) holder = client
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
        if (error instanceof StoreTooNew) throw new StoreFault('locked', takenOver, error)
        throw error instanceof StoreInUse ? postgresFault('locked', error) : error
      })
      if (!holder) throw postgresFault('unreachable', new Error('the connection was lost'))
    },
    async alone(work) {
      const client = holder
      if (client === undefined) throw postgresFault('unreachable', new Error('the connection was lost'))
      if (!isShared) return work()
      await client.query('SELECT pg_advisory_unlock_shared($1)', [ours])
      const isAlone = await lock(client, 'pg_advisory_lock', stoppingMs)
      try {
        if (isAlone) await work()
      } finally {
        await lock(client, 'pg_advisory_lock_shared', makingMs)
        if (isAlone) await client.query('SELECT pg_advisory_unlock($1)', [ours])
      }
      if (!isAlone) throw new StoreInUse()
    },
    async release() {
      isReleased = true
      await taking?.catch(() => {})
      await holder?.end()
    },
  }
}

/** @throws StoreInUse; StoreFault where the database can't be reached. */
async function takeLock(
  config: pg.ClientConfig,
  isShared: boolean,
  lost: (client: pg.Client) => void,
): Promise<pg.Client> {
  const client = new pg.Client({ ...config, application_name: 'hindsight: holds the boards' })
  client.on('error', () => lost(client))
  client.on('end', () => lost(client))
  try {
    await client.connect()
    await client.query('SET tcp_keepalives_idle=5; SET tcp_keepalives_interval=5; SET tcp_keepalives_count=3')
    const isOurs = isShared
      ? await lock(client, 'pg_advisory_lock_shared', makingMs)
      : await lock(client, 'pg_advisory_lock', stoppingMs)
    if (!isOurs) throw new StoreInUse()
    return client
  } catch (error) {
    await client.end().catch(() => {})
    throw error instanceof StoreInUse ? error : asStoreFault(error)
  }
}

/** False: somebody else has it for longer than that. */
async function lock(
  client: pg.Client,
  how: 'pg_advisory_lock' | 'pg_advisory_lock_shared',
  patienceMs: number,
): Promise<boolean> {
  try {
    await client.query(`SET lock_timeout=${patienceMs}`)
    await client.query(`SELECT ${how}($1)`, [ours])
    return true
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === locked) return false
    throw error instanceof StoreFault ? error : asStoreFault(error)
  }
}
