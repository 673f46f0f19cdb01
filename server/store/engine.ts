import type { CompiledQuery } from 'kysely'

/** Where the databases differ that a store may lie in; everything else is asked of each in the same words. */
export interface Engine {
  /** The type of a column that holds bytes. */
  readonly bytes: 'blob' | 'bytea'
  /** A write that gives no rows, and that every commit does: written as SQL, with `?` for each parameter. */
  write(sql: string, ...parameters: readonly unknown[]): CompiledQuery
}
