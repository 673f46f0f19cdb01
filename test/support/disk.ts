import type { LibsqlDatabase } from '../../server/store/libsql.ts'
import { openDatabase } from '../../server/store/libsql.ts'
import { type OpenFile, openFile } from '../../server/store/open-sqlite.ts'

/** A server's real file, which fails when told. */
export interface Disk {
  readonly openFile: OpenFile
  /** No page can be added. */
  fill(): Promise<void>
  /** Nothing can be written. */
  protect(): Promise<void>
  /** Somebody else holds the write lock, for longer than anyone waits. */
  lock(): Promise<void>
  /** Somebody else holds the write lock, and everyone waits for them. */
  delay(): Promise<void>
  /** All is well again. */
  mend(): Promise<void>
}

export function openDisk(): Disk {
  let file = ''
  let writer: LibsqlDatabase
  let other: LibsqlDatabase | undefined
  const pragma = async (text: string) => {
    const [row] = await (await writer.prepare(`PRAGMA ${text}`)).all([])
    return Object.values(row ?? {})[0]
  }
  const delay = async () => {
    other = openDatabase(file)
    await other.exec('BEGIN IMMEDIATE')
  }

  return {
    async openFile(name, use) {
      const database = await openFile(name, use)
      if (use === 'write') [file, writer] = [name, database]
      return database
    },
    async fill() {
      await pragma(`max_page_count=${await pragma('page_count')}`)
    },
    async protect() {
      await pragma('query_only=ON')
    },
    async lock() {
      await pragma('busy_timeout=50')
      await delay()
    },
    delay,
    async mend() {
      await other?.exec('ROLLBACK')
      other?.close()
      other = undefined
      await pragma('max_page_count=1000000')
      await pragma('query_only=OFF')
      await pragma('busy_timeout=5000')
    },
  }
}
