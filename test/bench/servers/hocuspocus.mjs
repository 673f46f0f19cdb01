import { Database } from '@hocuspocus/extension-database'
import { Redis } from '@hocuspocus/extension-redis'
import { Server } from '@hocuspocus/server'
import Libsql from 'libsql/promise'

/**
 * Hocuspocus at its defaults, with SQLite.
 *
 * Table, queries and options are those of @hocuspocus/extension-sqlite 3.4.4. That package itself brings the `sqlite3`
 * module, which has to be compiled; libsql comes as a binary and, asked through `all`, works off the event loop as
 * `sqlite3` does. With the port of a Redis it is one of several nodes, on one file.
 */
const [port, file, redisPort] = process.argv.slice(2)
const db = new Libsql(file, {})
await db.exec(
  'CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))',
)
const select = await db.prepare('SELECT data FROM "documents" WHERE name = ? ORDER BY rowid DESC')
const upsert = await db.prepare(
  'INSERT INTO "documents" ("name", "data") VALUES (?1, ?2) ON CONFLICT(name) DO UPDATE SET data = ?2',
)

/** One after the other, as `sqlite3` does by itself: libsql's statements can't be asked twice at once. */
let last = Promise.resolve()
const inTurn = (work) => {
  last = last.then(work, work)
  return last
}

const server = new Server({
  quiet: true,
  address: '127.0.0.1',
  port: Number(port),
  extensions: [
    ...(redisPort === undefined ? [] : [new Redis({ host: '127.0.0.1', port: Number(redisPort) })]),
    new Database({
      async fetch({ documentName }) {
        const [row] = await inTurn(() => select.all([documentName]))
        return row ? new Uint8Array(row.data) : null
      },
      async store({ documentName, state }) {
        await inTurn(() => upsert.all([documentName, state]))
      },
    }),
  ],
})
await server.listen()
