import { type Kysely, sql } from 'kysely'
import { setMark } from './marks.ts'
import { StoreFault } from './port.ts'
import type { Tables } from './tables.ts'

/** Whether a store can be written, as far as is known. */
export interface StoreHealth {
  /** Runs a write, and remembers whether the store failed in it. */
  writing<T>(write: () => Promise<T>): Promise<T>
  /**
   * Tries to write, at most once a second however many ask.
   *
   * @throws StoreFault while the store can't be written.
   */
  check(): Promise<void>
}

const probedForMs = 1000
/** More than a page: a disk that is full takes little things into gaps of the log, and nothing that grows it. */
const growth = 64 * 1024

/** `warn` hears of it, once, when the store is found to fail: nobody else may be there to notice. */
export function storeHealth(
  db: Kysely<Tables>,
  now: () => number,
  warn: (error: unknown, sentence: string) => void,
): StoreHealth {
  let isFailing = false
  let isKnown = false
  let probed: { readonly at: number; readonly done: Promise<void> } | undefined

  async function writing<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write()
    } catch (error) {
      if (error instanceof StoreFault && !isFailing) {
        isFailing = true
        probed = undefined // it was found well before that
      }
      throw error
    }
  }

  /** The moment makes each probe differ: what is the same already SQLite does not write. */
  async function probe(): Promise<void> {
    if (isFailing) await writing(() => setMark(db, 'written', 'x'.repeat(growth)))
    isFailing = false
    await writing(() => setMark(db, 'written', String(now())))
  }

  async function tryIt(): Promise<void> {
    await sql`SELECT 1`.execute(db)
    if (!probed || now() - probed.at >= probedForMs) probed = { at: now(), done: probe() }
    await probed.done
  }

  return {
    writing,
    async check() {
      try {
        await tryIt()
        isKnown = false
      } catch (error) {
        if (!isKnown) warn(error, 'the store can’t be used')
        isKnown = true
        throw error
      }
    },
  }
}
