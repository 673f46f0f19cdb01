import type { CompiledQuery } from 'kysely'

/** Where the databases differ that a store may lie in; everything else is asked of each in the same words. */
export interface Engine {
  /** The type of a column that holds bytes. */
  readonly bytes: 'blob' | 'bytea'
  /** A write that gives no rows, and that every commit does: written as SQL, with `?` for each parameter. */
  write(sql: string, ...parameters: readonly unknown[]): CompiledQuery
  /** What appends an update to the log of its document, one statement after the other. */
  append(update: LoggedUpdate): readonly CompiledQuery[]
}

export interface LoggedUpdate {
  readonly board: string
  readonly document: string
  /** Epoch milliseconds. */
  readonly at: number
  /** With which commit of the board; 0: nobody else has to know. */
  readonly head: number
  readonly bytes: Uint8Array
}
