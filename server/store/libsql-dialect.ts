import type { DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely'
import { CompiledQuery, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { LibsqlDatabase, LibsqlStatement } from './libsql.ts'
import { asStoreFault } from './sqlite-faults.ts'

/** A writer's transactions take the one write lock at once; a reader's see one moment and wait for no writer. */
export type DatabaseUse = 'write' | 'read'

/**
 * Kysely on libsql with the disk off the event loop.
 *
 * @remarks
 * Of libsql's promise API `run` and `get` are synchronous, fsync included (measured: 0.4 ms median blocked), while
 * `exec`, `prepare` and the query in `all` run on a thread of its own (0.02 ms). So every statement, inserts too, goes
 * through `all`, and transactions begin and commit through `exec`. [STORE2]
 *
 * Within a transaction a small write stays in memory until the commit, and the way to that thread and back is all that it
 * costs: what is `atOnce` spares it. With 50 people on a board, ten of them typing, that made half of the median delay and
 * of the server's CPU (5.9 to 2.6 ms, 59 to 36 %; `npm run bench -- --scenario fan-out --size 50`).
 */
export function libsqlDialect(open: () => Promise<LibsqlDatabase>, use: DatabaseUse): Dialect {
  return {
    createAdapter: () => new WholeMigrations(),
    createDriver: () => new LibsqlDriver(open, use),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** A start that is cut short in a migration leaves nothing of it: SQLite takes changes of its tables back, too. */
class WholeMigrations extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class LibsqlDriver implements Driver {
  readonly #open: () => Promise<LibsqlDatabase>
  readonly #begin: string
  readonly #prepared = new Map<string, LibsqlStatement>()
  #database: LibsqlDatabase | undefined
  #lastTurn: Promise<void> = Promise.resolve()

  constructor(open: () => Promise<LibsqlDatabase>, use: DatabaseUse) {
    this.#open = open
    this.#begin = use === 'write' ? 'BEGIN IMMEDIATE' : 'BEGIN'
  }

  async init(): Promise<void> {
    this.#database = await this.#open()
  }

  /** There is one connection; whoever asks waits for the turns before. */
  async acquireConnection(): Promise<Turn> {
    if (this.#database === undefined) throw new Error('the database is not open')
    const turn = new Turn(this.#database, this.#prepared)
    const before = this.#lastTurn
    this.#lastTurn = turn.over
    await before
    return turn
  }

  beginTransaction(turn: Turn): Promise<void> {
    return turn.exec(this.#begin)
  }

  commitTransaction(turn: Turn): Promise<void> {
    return turn.exec('COMMIT')
  }

  /** SQLite rolls back by itself where the disk is full: a second rollback would hide the reason. */
  rollbackTransaction(turn: Turn): Promise<void> {
    return turn.database.inTransaction ? turn.exec('ROLLBACK') : Promise.resolve()
  }

  releaseConnection(turn: Turn): Promise<void> {
    turn.end()
    return Promise.resolve()
  }

  async destroy(): Promise<void> {
    await this.#lastTurn
    this.#prepared.clear()
    this.#database?.close()
    this.#database = undefined
  }
}

/** A write that gives no rows. */
interface AtOnce extends CompiledQuery {
  readonly isAtOnce: true
}

/** A write that gives no rows, and in a transaction is run where it stands unless it carries much. */
export function atOnce(sql: string, ...parameters: readonly unknown[]): AtOnce {
  return { ...CompiledQuery.raw(sql, [...parameters]), isAtOnce: true }
}

/** More than this is left to the other thread: SQLite would begin to write it out before the commit. */
const mostBytesAtOnce = 64 * 1024

const isAtOnce = (query: CompiledQuery): query is AtOnce =>
  'isAtOnce' in query && query.parameters.reduce<number>((sum, each) => sum + bytesOf(each), 0) <= mostBytesAtOnce

const bytesOf = (value: unknown) => (value instanceof Uint8Array ? value.byteLength : 0)

const writes: ReadonlySet<string> = new Set(['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode'])

/** Preparing takes as long as running; there are few different statements, but for the number of rows they write. */
const mostPrepared = 200

class Turn implements DatabaseConnection {
  readonly database: LibsqlDatabase
  readonly #prepared: Map<string, LibsqlStatement>
  readonly over: Promise<void>
  end: () => void = () => undefined

  constructor(database: LibsqlDatabase, prepared: Map<string, LibsqlStatement>) {
    this.database = database
    this.#prepared = prepared
    this.over = new Promise((resolve) => {
      this.end = resolve
    })
  }

  async exec(sql: string): Promise<void> {
    await faultsNamed(() => this.database.exec(sql))
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    query.parameters.forEach(assertStorable)
    if (isAtOnce(query) && this.database.inTransaction) return this.#runAtOnce(query)
    const rows = writes.has(query.query.kind) ? await this.#wholly(() => this.#run(query)) : await this.#run(query)
    for (const row of rows) bytesInsteadOfBuffers(row)
    return { rows: rows as Row[] }
  }

  #run(query: CompiledQuery): Promise<Record<string, unknown>[]> {
    return faultsNamed(async () => (await this.#prepare(query.sql)).all(query.parameters))
  }

  #runAtOnce(query: CompiledQuery): Promise<QueryResult<never>> {
    return faultsNamed(async () => {
      const { changes } = (await this.#prepare(query.sql)).run(query.parameters)
      return { rows: [], numAffectedRows: BigInt(changes) }
    })
  }

  /**
   * Runs a write in a transaction, where there is none.
   *
   * @remarks
   * A prepared write that finds the file locked by somebody else stays *in progress*, and from then on no transaction
   * of this connection can commit. `BEGIN IMMEDIATE` takes that refusal instead of it. [STORE11]
   */
  async #wholly<T>(write: () => Promise<T>): Promise<T> {
    if (this.database.inTransaction) return write()
    await this.exec('BEGIN IMMEDIATE')
    try {
      const result = await write()
      await this.exec('COMMIT')
      return result
    } catch (error) {
      if (this.database.inTransaction) await this.exec('ROLLBACK')
      throw error
    }
  }

  /** `get` is not for these: once it has failed it binds no values any more, and goes on with those that it failed on. */
  async #prepare(sql: string): Promise<LibsqlStatement> {
    const known = this.#prepared.get(sql)
    if (known !== undefined) return known
    const statement = await this.database.prepare(sql)
    if (this.#prepared.size >= mostPrepared) this.#prepared.clear()
    this.#prepared.set(sql, statement)
    return statement
  }

  streamQuery(): never {
    throw new Error('no query of ours streams')
  }
}

/** Makes a fault of the store of what says so. */
async function faultsNamed<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw asStoreFault(error)
  }
}

/** libsql ends the whole process on a parameter it does not know. */
function assertStorable(value: unknown): void {
  const isStorable =
    value === null || typeof value === 'string' || Number.isFinite(value) || value instanceof Uint8Array
  if (!isStorable) throw new TypeError(`a parameter of type ${typeof value} can't be stored`)
}

function bytesInsteadOfBuffers(row: Record<string, unknown>): void {
  for (const name in row) {
    const value = row[name]
    if (value instanceof ArrayBuffer) row[name] = new Uint8Array(value)
  }
}
