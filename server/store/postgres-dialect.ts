import type { DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely'
import { type CompiledQuery, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import pg from 'pg'
import type { DatabaseUse } from './libsql-dialect.ts'
import { asStoreFault, CommitUnanswered } from './postgres-faults.ts'
import type { Tables } from './tables.ts'

interface PostgresUse {
  readonly pool: pg.Pool
  readonly use: DatabaseUse
  /** Rejects while this process may not use the database. */
  readonly mayUse: () => Promise<void>
}

/**
 * Kysely on pg, with faults of the database told apart from what was asked of it.
 *
 * @remarks
 * Kysely's own driver gives a connection that broke back to the pool, and takes a commit that was not answered for one
 * that failed.
 */
export function postgresDatabase(parts: PostgresUse): Kysely<Tables> {
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PostgresDriver(parts),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
  return new Kysely<Tables>({ dialect })
}

class PostgresDriver implements Driver {
  readonly #parts: PostgresUse
  readonly #begin: string

  constructor(parts: PostgresUse) {
    this.#parts = parts
    this.#begin = parts.use === 'write' ? 'BEGIN' : 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'
  }

  init(): Promise<void> {
    return Promise.resolve()
  }

  async acquireConnection(): Promise<Session> {
    await this.#parts.mayUse()
    return new Session(await faultsNamed(() => this.#parts.pool.connect()))
  }

  async beginTransaction(session: Session): Promise<void> {
    await session.run(this.#begin)
  }

  async commitTransaction(session: Session): Promise<void> {
    try {
      await session.run('COMMIT')
    } catch (error) {
      throw session.isBroken ? new CommitUnanswered(error) : error
    }
  }

  /** With the connection the transaction ends, too. */
  async rollbackTransaction(session: Session): Promise<void> {
    if (!session.isBroken) await session.run('ROLLBACK').catch(() => session.give(true))
  }

  releaseConnection(session: Session): Promise<void> {
    session.give(session.isBroken)
    return Promise.resolve()
  }

  async destroy(): Promise<void> {
    await this.#parts.pool.end()
  }
}

/** A connection of the pool, for as long as somebody uses it. */
class Session implements DatabaseConnection {
  readonly #client: pg.PoolClient
  #isGiven = false
  isBroken = false

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  run(sql: string, parameters?: unknown[]): Promise<pg.QueryResult> {
    return faultsNamed(async () => {
      try {
        return await this.#client.query(sql, parameters)
      } catch (error) {
        this.isBroken ||= !(error instanceof pg.DatabaseError) || endings.has(error.severity ?? '')
        throw error
      }
    })
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, rowCount } = await this.run(sql, parameters.map(storable))
    return { rows, numAffectedRows: BigInt(rowCount ?? 0) }
  }

  give(isBroken: boolean): void {
    if (!this.#isGiven) this.#client.release(isBroken)
    this.#isGiven = true
  }

  streamQuery(): never {
    throw new Error('no query of ours streams')
  }
}

/** After these PostgreSQL ends the connection. */
const endings: ReadonlySet<string> = new Set(['FATAL', 'PANIC'])

async function faultsNamed<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw asStoreFault(error)
  }
}

/** PostgreSQL keeps no text with a zero character in it. */
const storable = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value)
