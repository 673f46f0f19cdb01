import type { Engine } from './engine.ts'
import { atOnce } from './libsql-dialect.ts'

export const sqliteEngine: Engine = {
  bytes: 'blob',
  write: atOnce,
  append: ({ board, document, at, bytes }) => [
    atOnce(
      'INSERT INTO documents (board, document, seq) VALUES (?, ?, 1) ' +
        'ON CONFLICT (board, document) DO UPDATE SET seq = documents.seq + 1',
      board,
      document,
    ),
    atOnce(
      'INSERT INTO updates (board, document, seq, at, bytes) ' +
        'SELECT board, document, seq, ?, ? FROM documents WHERE board = ? AND document = ?',
      at,
      bytes,
      board,
      document,
    ),
  ],
}
