import type { Kysely, Transaction } from 'kysely'
import type { BoardListing } from '../../shared/api/boards.ts'
import type { Engine } from './engine.ts'
import { type Fold, foldLog } from './fold-log.ts'
import { groupCommit } from './group-commit.ts'
import type { StoreHealth } from './health.ts'
import { loadBoard } from './load-board.ts'
import { BoardDamaged, type BoardStore, type Commit, StoreFault } from './port.ts'
import { sharedJournals } from './shared-journals.ts'
import type { Tables } from './tables.ts'
import { listingColumns, takeTurn, writeCommit } from './write-commit.ts'

export interface BoardParts {
  readonly engine: Engine
  readonly db: Kysely<Tables>
  /** A connection of its own for what only reads: it waits for no writer. */
  readonly reading: Kysely<Tables>
  readonly now: () => number
  readonly newId: () => string
  readonly health: Pick<StoreHealth, 'writing'>
  /** Called after a board was deleted: nothing of it may stay on the disk. False: not now. */
  readonly erase: () => Promise<boolean>
  /** Whether what failed was stored all the same: then the board bears this stamp. */
  readonly isStored: (error: unknown, board: string, stamp: string) => Promise<boolean>
  /** How many transactions with commits may run at once; those of one board are always one after the other. */
  readonly lanes: number
  /** Whether other servers may work on the boards, too. */
  readonly isShared?: boolean
}

/** Snapshots may be large, and what people write waits meanwhile. */
const foldedAtOnce = 20

interface Job {
  readonly board: string
  readonly commit: Commit
  readonly after: number | undefined
}

export function sqlBoards(parts: BoardParts): BoardStore {
  const { engine, db, reading, now, newId, health, erase, isStored, lanes, isShared = false } = parts
  let isErased = true
  const write = <T>(work: (transaction: Transaction<Tables>) => Promise<T>) =>
    health.writing(() => db.transaction().execute(work))
  async function stamped(
    [board = '']: readonly string[],
    work: (transaction: Transaction<Tables>, stamp: string) => Promise<void>,
  ): Promise<void> {
    const stamp = newId()
    try {
      await write((transaction) => work(transaction, stamp))
    } catch (error) {
      if (!(await isStored(error, board, stamp))) throw error
    }
  }
  const commitTogether = inLanes(lanes, () =>
    groupCommit<Job>(
      (jobs) =>
        stamped(
          jobs.map(({ board }) => board),
          async (transaction, stamp) => {
            for (const { board, commit, after } of inOrder(jobs)) {
              await takeTurn(transaction, { engine, board, after, stamp })
              await writeCommit(transaction, { engine, board, commit, at: now() })
            }
          },
        ),
      (error) => error instanceof StoreFault,
    ),
  )
  const foldTogether = groupCommit<Fold>(
    (folds) =>
      write(async (transaction) => {
        for (const fold of inOrder(folds)) await foldLog(transaction, fold)
      }),
    (error) => error instanceof StoreFault,
    foldedAtOnce,
  )

  return {
    create: (board, first) =>
      stamped([board.id], async (transaction, stamp) => {
        const listing = first.listing ?? {
          title: '',
          severity: null,
          status: 'open',
          phase: '',
          openActions: 0,
          movesOnAt: null,
          origin: null,
        }
        await transaction
          .insertInto('boards')
          .values({ id: board.id, created_at: board.createdAt, stamp, ...listingColumns(listing) })
          .execute()
        await writeCommit(transaction, { engine, board: board.id, commit: first, at: now() })
      }),

    load: (board) =>
      reading
        .transaction()
        .execute((transaction) => loadBoard(transaction, board))
        .catch((error: unknown) => {
          if (!(error instanceof StoreFault) || error.kind !== 'damaged') throw error
          throw new BoardDamaged(board, 'a part of the file', error)
        }),

    commit: (board, commit, after) => commitTogether({ board, commit, after }),

    shared: isShared
      ? sharedJournals({ engine, reading, now, stamped: (board, work) => stamped([board], work) })
      : undefined,

    async fold(board, document, seq, snapshot, checkpoint) {
      await foldTogether({ board, document, seq, snapshot, checkpoint, at: now() })
      if (!isErased) isErased = await erase()
    },

    async remove(board) {
      await health.writing(() => db.deleteFrom('boards').where('id', '=', board).execute())
      isErased = await erase()
    },

    async dueBy(at) {
      const rows = await reading
        .selectFrom('boards')
        .select('id')
        .where('moves_on_at', '<=', at)
        .orderBy('moves_on_at')
        .execute()
      return rows.map(({ id }) => id)
    },

    async listFor(person) {
      const rows = await reading
        .selectFrom('members')
        .innerJoin('boards', 'boards.id', 'members.board')
        .selectAll('boards')
        .select('members.role')
        .where('members.person', '=', person)
        .where('members.left_at', 'is', null)
        .orderBy('boards.created_at', 'desc')
        .orderBy('boards.id')
        .execute()
      return rows.map(
        (row): BoardListing => ({
          id: row.id,
          title: row.title,
          severity: row.severity,
          createdAt: row.created_at,
          status: row.status,
          phase: row.phase,
          openActions: row.open_actions,
          role: row.role,
          origin: row.origin,
        }),
      )
    },
  }
}

/** In the same order everywhere: two groups that each wait for a board of the other would wait for ever. */
function inOrder<Of extends { readonly board: string }>(jobs: readonly Of[]): readonly Of[] {
  return jobs.toSorted((a, b) => (a.board < b.board ? -1 : a.board > b.board ? 1 : 0))
}

/** What is asked of one board goes one way, so that it stays in its order; other boards need not wait for it. */
function inLanes(count: number, open: () => (job: Job) => Promise<void>): (job: Job) => Promise<void> {
  const lanes = new Map<number, (job: Job) => Promise<void>>()
  return (job) => {
    let sum = 0
    for (const letter of job.board) sum += letter.charCodeAt(0)
    const run = lanes.get(sum % count) ?? open()
    lanes.set(sum % count, run)
    return run(job)
  }
}
