import Database from 'libsql/promise'
import { sqliteFault } from './sqlite-faults.ts'

/** What we use of `libsql/promise`, whose own types are loose. */
export interface LibsqlDatabase {
  readonly inTransaction: boolean
  prepare(sql: string): Promise<LibsqlStatement>
  exec(sql: string): Promise<unknown>
  close(): void
}

export interface LibsqlStatement {
  all(parameters: readonly unknown[]): Promise<Record<string, unknown>[]>
  /** Runs it here and now, and says how many rows it changed. */
  run(parameters: readonly unknown[]): { readonly changes: number }
}

/**
 * Opens a file, or makes it.
 *
 * @throws StoreFault
 */
export function openDatabase(file: string): LibsqlDatabase {
  try {
    return new Database(file, {}) as LibsqlDatabase & Database // `inTransaction` is missing in its types
  } catch (error) {
    // Of a failed opening libsql tells no code: there is a folder in the way, or the disk does not let us.
    throw sqliteFault('refused', error)
  }
}
