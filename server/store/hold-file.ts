import { openDatabase } from './libsql.ts'
import { StoreFault } from './port.ts'
import { asStoreFault } from './sqlite-faults.ts'

/** Somebody else works on these data: two servers would each know only half of what is written. */
export class StoreInUse extends Error {
  override readonly name = 'StoreInUse'
}

/** How long a server that is just stopping may take to let go. */
const stoppingMs = 1000

/**
 * Holds a store's file for this process alone, until it is released or the process ends, however that comes. [STORE16]
 *
 * @remarks
 * The lock is SQLite's own on an empty file beside it, since one on the file itself would keep a backup from reading.
 * The system takes it back from a process that was killed.
 *
 * @throws StoreInUse
 */
export async function holdFile(file: string, patienceMs = stoppingMs): Promise<() => void> {
  const lock = openDatabase(`${file}.lock`)
  try {
    await lock.exec(`PRAGMA busy_timeout=${patienceMs}; PRAGMA journal_mode=MEMORY; BEGIN EXCLUSIVE`)
  } catch (error) {
    lock.close()
    const fault = asStoreFault(error)
    throw fault instanceof StoreFault && fault.kind === 'locked' ? new StoreInUse(file, { cause: error }) : fault
  }
  return () => lock.close()
}
