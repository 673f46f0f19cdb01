import pg from 'pg'
import { unreachableReasons } from '../unreachable.ts'
import { BoardGone, type FaultKind, StoreFault } from './port.ts'

/**
 * What is wrong with the database, as a fault of the store; anything else as it is.
 *
 * @remarks
 * What PostgreSQL itself says has a code; without one, nothing was heard of it. Every foreign key of ours names a board,
 * so a row that finds none came too late for it.
 */
export function asStoreFault(error: unknown): unknown {
  if (error instanceof StoreFault) return error
  if (!(error instanceof pg.DatabaseError)) return postgresFault('unreachable', error)
  const { code = '' } = error
  if (code === '23503') return new BoardGone(error.message, { cause: error })
  const fault = faults.find(([prefix]) => code.startsWith(prefix))
  return fault ? postgresFault(fault[1], error) : error
}

export function postgresFault(kind: FaultKind, cause: unknown): StoreFault {
  return new StoreFault(kind, advice[kind], cause, reasonOf(cause))
}

/**
 * Nothing was heard of the end of a commit: it may be stored, or not.
 *
 * @remarks
 * The number that PostgreSQL gives a transaction does not tell: one that it had not written down as it crashed is given
 * again, to another transaction. So the board's own row tells, by its stamp. [STORE21]
 */
export class CommitUnanswered extends StoreFault {
  constructor(cause: unknown) {
    super('unreachable', advice.unreachable, cause, reasonOf(cause))
  }
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  return reasons[code] ?? (cause instanceof Error ? cause.message : String(cause))
}

const reasons: Readonly<Record<string, string>> = {
  ...unreachableReasons,
  '28P01': 'it does not take this user with this password',
  '28000': 'it does not let this user in from here',
  '3D000': 'it has no database of that name',
  '42501': 'this user may not make tables there',
  '53300': 'it has no connection left for us',
  '57P03': 'it is just starting, or stopping',
}

const advice: Readonly<Record<FaultKind, string>> = {
  full: 'the disk of PostgreSQL is full: free some space on it, and everything goes on by itself',
  'read-only':
    'PostgreSQL takes no writes of ours (it is a standby, or this user lacks the right): mend that, and everything goes on by itself',
  locked:
    'somebody else holds the boards in PostgreSQL (another Hindsight, or a transaction that was left open): end it, and everything goes on by itself',
  refused: 'PostgreSQL refuses to read or write the boards: look at its log, its disk and its limits',
  damaged: 'the boards in PostgreSQL are damaged: stop the server and put back a backup (README: PostgreSQL)',
  unreachable: 'PostgreSQL can’t be reached: once it answers at DATABASE_URL, everything goes on by itself',
}

/** By the beginning of a SQLSTATE. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const faults: readonly (readonly [string, FaultKind])[] = [
  ['53100', 'full'],
  ['25006', 'read-only'],
  ['42501', 'read-only'],
  ['55P03', 'locked'],
  ['57014', 'refused'], // a statement took too long
  ['57P', 'unreachable'],
  ['08', 'unreachable'],
  ['28', 'unreachable'],
  ['3D', 'unreachable'],
  ['25P0', 'unreachable'], // a transaction of ours was idle for too long
  ['53', 'refused'],
  ['58', 'refused'],
  ['XX000', 'refused'],
  ['XX00', 'damaged'],
]
