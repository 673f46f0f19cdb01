import { CompiledQuery } from 'kysely'
import type { Engine } from './engine.ts'

export const postgresEngine: Engine = {
  bytes: 'bytea',
  write(sql, ...parameters) {
    let count = 0
    const numbered = sql.replaceAll('?', () => `$${++count}`)
    return CompiledQuery.raw(numbered, [...parameters])
  },
  /** In one go: on the way to the database and back most of a commit's time is spent. */
  append: ({ board, document, at, head, bytes }) => [
    CompiledQuery.raw(
      'WITH head AS (INSERT INTO documents (board, document, seq) VALUES ($1, $2, 1) ' +
        'ON CONFLICT (board, document) DO UPDATE SET seq = documents.seq + 1 RETURNING board, document, seq) ' +
        'INSERT INTO updates (board, document, seq, at, bytes, head) SELECT board, document, seq, $3, $4, $5 FROM head',
      [board, document, at, bytes, head],
    ),
  ],
}
