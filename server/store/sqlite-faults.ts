import { type FaultKind, StoreFault } from './port.ts'

/** What SQLite says is wrong with the file or its disk, as a fault of the store; anything else as it is. */
export function asStoreFault(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const fault = faults.find(([prefix]) => code.startsWith(prefix))
  return fault ? sqliteFault(fault[1], error) : error
}

export function sqliteFault(kind: SqliteFaultKind, cause: unknown): StoreFault {
  return new StoreFault(kind, advice[kind], cause)
}

type SqliteFaultKind = Exclude<FaultKind, 'unreachable'>

const advice: Readonly<Record<SqliteFaultKind, string>> = {
  full: 'the disk with the boards is full: free some space on it, and everything goes on by itself',
  'read-only': 'the boards can’t be written: let this user write to their folder, and everything goes on by itself',
  locked: 'another program holds the file of the boards: end whatever has it open, and everything goes on by itself',
  refused: 'the disk with the boards refuses to be written or read: look at its space, its limits and its health',
  damaged: 'the file of the boards is damaged: stop the server and put back a backup (npm run restore -- <file>)',
}

/** By the beginning of a result code: extended ones go on, as in SQLITE_IOERR_WRITE. https://sqlite.org/rescode.html */
const faults: readonly (readonly [string, SqliteFaultKind])[] = [
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
