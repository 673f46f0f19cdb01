import { type FaultKind, StoreFault } from './port.ts'

/** What SQLite says is wrong with the file or its disk, as a fault of the store; anything else as it is. */
export function asStoreFault(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const fault = faults.find(([prefix]) => code.startsWith(prefix))
  return fault ? new StoreFault(fault[1], error) : error
}

/** By the beginning of a result code: extended ones go on, as in SQLITE_IOERR_WRITE. https://sqlite.org/rescode.html */
const faults: readonly (readonly [string, FaultKind])[] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_IOERR', 'refused'],
  ['SQLITE_CANTOPEN', 'refused'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
]
