import pg from 'pg'

/** What takes longer has failed; milliseconds. */
export interface Patience {
  /** Reaching the database at all. */
  readonly connectMs: number
  /** Getting a connection, where others may be using them all. */
  readonly connectionMs: number
  /** The answer to one statement. */
  readonly queryMs: number
  /** Somebody else's lock. */
  readonly lockMs: number
  /** A transaction of ours in which nothing happens: then the database ends it. */
  readonly idleMs: number
}

export const usualPatience: Patience = {
  connectMs: 5000,
  connectionMs: 10_000,
  queryMs: 20_000,
  lockMs: 5000,
  idleMs: 15_000,
}

/** A commit is durable before it is answered, whatever else the database is told; anything stronger stays. [STORE2] */
const durable = `SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'`

export const address = (url: string): pg.ClientConfig => ({
  connectionString: url,
  keepAlive: true,
  application_name: 'hindsight',
})

/** Connections to a database. One that breaks while nobody uses it is not news: whoever needs one gets another. */
export function openPool(
  url: string,
  { connections, patience }: { readonly connections: number; readonly patience: Patience },
): pg.Pool {
  const { connectionMs, queryMs, lockMs, idleMs } = patience
  const settings = `SET statement_timeout=${queryMs}; SET lock_timeout=${lockMs}; SET idle_in_transaction_session_timeout=${idleMs}`
  const pool = new pg.Pool({
    ...address(url),
    max: connections,
    connectionTimeoutMillis: connectionMs,
    query_timeout: queryMs,
    types,
    onConnect: async (client) => {
      client.on('error', () => {}) // whoever uses it hears of that from their query
      await client.query(`${settings}; ${durable}`)
    },
  })
  pool.on('error', () => {})
  return pool
}

/** Numbers as numbers: ours are moments and counts, and stay below 2^53. Bytes as bytes. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (oid === pg.types.builtins.INT8) return Number
    const parse = pg.types.getTypeParser(oid, format)
    if (oid !== pg.types.builtins.BYTEA) return parse
    return (text: string) => {
      const { buffer, byteOffset, byteLength }: Buffer = parse(text)
      return new Uint8Array(buffer, byteOffset, byteLength)
    }
  },
}
