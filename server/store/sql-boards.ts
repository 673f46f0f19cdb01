import type { Kysely } from 'kysely'
import type { BoardListing } from '../../shared/api/boards.ts'
import { groupCommit } from './group-commit.ts'
import { loadBoard } from './load-board.ts'
import type { BoardStore, Commit } from './port.ts'
import type { Tables } from './tables.ts'
import { listingColumns, writeCommit } from './write-commit.ts'

/** `erase` is called after a board was deleted: nothing of it may stay on the disk. */
export function sqlBoards(db: Kysely<Tables>, now: () => number, erase: () => Promise<void>): BoardStore {
  const commitTogether = groupCommit<{ readonly board: string; readonly commit: Commit }>((jobs) =>
    db.transaction().execute(async (transaction) => {
      for (const { board, commit } of jobs) await writeCommit(transaction, board, commit, now())
    }),
  )

  return {
    create: (board, first) =>
      db.transaction().execute(async (transaction) => {
        const listing = first.listing ?? { title: '', severity: null, status: 'open', phase: '', openActions: 0 }
        await transaction
          .insertInto('boards')
          .values({ id: board.id, created_at: board.createdAt, ...listingColumns(listing) })
          .execute()
        await writeCommit(transaction, board.id, first, now())
      }),

    load: (board) => db.transaction().execute((transaction) => loadBoard(transaction, board)),

    commit: (board, commit) => commitTogether({ board, commit }),

    fold: (board, document, seq, snapshot, checkpoint) =>
      db.transaction().execute(async (transaction) => {
        const [head] = await transaction
          .selectFrom('documents')
          .select('seq')
          .where('board', '=', board)
          .where('document', '=', document)
          .execute()
        if (!head) return // deleted meanwhile
        if (seq > head.seq) throw new RangeError(`${document} has no update ${seq} yet`)
        const row = { board, document, seq, bytes: snapshot }
        await transaction
          .insertInto('snapshots')
          .values(row)
          .onConflict((conflict) =>
            conflict
              .columns(['board', 'document'])
              .doUpdateSet({ seq, bytes: snapshot })
              .where('snapshots.seq', '<', seq),
          )
          .execute()
        await transaction
          .deleteFrom('updates')
          .where('board', '=', board)
          .where('document', '=', document)
          .where('seq', '<=', seq)
          .execute()
        if (!checkpoint) return
        await transaction
          .insertInto('checkpoints')
          .values({ ...row, at: now() })
          .onConflict((conflict) => conflict.columns(['board', 'document', 'seq']).doNothing())
          .execute()
      }),

    async remove(board) {
      await db.deleteFrom('boards').where('id', '=', board).execute()
      await erase()
    },

    async listFor(person) {
      const rows = await db
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
        }),
      )
    },
  }
}
