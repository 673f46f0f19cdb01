import { existsSync, statSync } from 'node:fs'
import Database from 'libsql'
import { storeFile } from '../../../server/store/open-sqlite.ts'

/** What a store's file holds, in rows and bytes, of all documents together. */
export interface StoreFigures {
  /** Entries of the logs: what has come since the last folding. */
  readonly logRows: number
  /** Of the longest log of a document. */
  readonly longestLog: number
  readonly logBytes: number
  readonly snapshotBytes: number
  readonly copies: number
  readonly copyBytes: number
  readonly clients: number
  readonly fileBytes: number
  readonly freeBytes: number
  /** The write-ahead log beside it. */
  readonly walBytes: number
}

/** Reads them beside the server that works on the file. */
export function openFigures(dataDir: string): { read(): StoreFigures; close(): void } {
  const file = storeFile(dataDir)
  const db = new Database(file)
  const number = (sql: string) => {
    const query = db.prepare(sql)
    return () => Number(Object.values(query.get() as object)[0] ?? 0)
  }
  const pageBytes = number('PRAGMA page_size')()
  const logRows = number('SELECT count(*) FROM updates')
  const longestLog = number('SELECT max(n) FROM (SELECT count(*) AS n FROM updates GROUP BY board, document)')
  const logBytes = number('SELECT sum(length(bytes)) FROM updates')
  const snapshotBytes = number('SELECT sum(length(bytes)) FROM snapshots')
  const copies = number('SELECT count(*) FROM checkpoints')
  const copyBytes = number('SELECT sum(length(bytes)) FROM checkpoints')
  const clients = number('SELECT count(*) FROM bindings')
  const pages = number('PRAGMA page_count')
  const freePages = number('PRAGMA freelist_count')
  return {
    read: () => ({
      logRows: logRows(),
      longestLog: longestLog(),
      logBytes: logBytes(),
      snapshotBytes: snapshotBytes(),
      copies: copies(),
      copyBytes: copyBytes(),
      clients: clients(),
      fileBytes: pages() * pageBytes,
      freeBytes: freePages() * pageBytes,
      walBytes: existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0,
    }),
    close: () => db.close(),
  }
}
