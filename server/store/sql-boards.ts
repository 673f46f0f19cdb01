import type { Kysely, Transaction } from 'kysely'
import type { BoardListing } from '../../shared/api/boards.ts'
import { foldLog } from './fold-log.ts'
import { groupCommit } from './group-commit.ts'
import type { StoreHealth } from './health.ts'
import { loadBoard } from './load-board.ts'
import { BoardDamaged, type BoardStore, type Commit, StoreFault } from './port.ts'
import type { Tables } from './tables.ts'
import { listingColumns, writeCommit } from './write-commit.ts'

export interface BoardParts {
  readonly db: Kysely<Tables>
  /** A connection of its own for what only reads: it waits for no writer. */
  readonly reading: Kysely<Tables>
  readonly now: () => number
  readonly health: Pick<StoreHealth, 'writing'>
  /** Called after a board was deleted: nothing of it may stay on the disk. False: not now. */
  readonly erase: () => Promise<boolean>
}

export function sqlBoards({ db, reading, now, health, erase }: BoardParts): BoardStore {
  let isErased = true
  const write = <T>(work: (transaction: Transaction<Tables>) => Promise<T>) =>
    health.writing(() => db.transaction().execute(work))
  const commitTogether = groupCommit<{ readonly board: string; readonly commit: Commit }>(
    (jobs) =>
      write(async (transaction) => {
        for (const { board, commit } of jobs) await writeCommit(transaction, board, commit, now())
      }),
    (error) => error instanceof StoreFault,
  )

  return {
    create: (board, first) =>
      write(async (transaction) => {
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
          .values({ id: board.id, created_at: board.createdAt, ...listingColumns(listing) })
          .execute()
        await writeCommit(transaction, board.id, first, now())
      }),

    load: (board) =>
      reading
        .transaction()
        .execute((transaction) => loadBoard(transaction, board))
        .catch((error: unknown) => {
          if (!(error instanceof StoreFault) || error.kind !== 'damaged') throw error
          throw new BoardDamaged(board, 'a part of the file', error)
        }),

    commit: (board, commit) => commitTogether({ board, commit }),

    async fold(board, document, seq, snapshot, checkpoint) {
      await write((transaction) => foldLog(transaction, { board, document, seq, snapshot, checkpoint, at: now() }))
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
