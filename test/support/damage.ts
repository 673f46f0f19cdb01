import { readFileSync, writeFileSync } from 'node:fs'
import Database from 'libsql'
import { storeFile } from '../../server/store/open-sqlite.ts'

const pageBytes = 4096

/** Does to a file of boards, or to that of a stopped server, what no server does. */
export function tamper(place: string, sql: string, ...parameters: unknown[]): void {
  const file = new Database(place.endsWith('.sqlite') ? place : storeFile(place))
  file.prepare(sql).run(parameters)
  file.pragma('wal_checkpoint(TRUNCATE)')
  file.close()
}

/** Spoils the page of the file that holds some words. */
export function spoilPage(dataDir: string, words: string): void {
  const file = storeFile(dataDir)
  const bytes = readFileSync(file)
  const at = bytes.indexOf(words)
  if (at < 0) throw new Error(`the file does not hold ${words}`)
  const start = at - (at % pageBytes)
  writeFileSync(file, bytes.fill(0x5a, start, start + pageBytes))
}
