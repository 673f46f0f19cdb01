import type { Kysely } from 'kysely'
import { BoardGone, type EventToken, type EventTokenStore } from './port.ts'
import type { Tables } from './tables.ts'

/** `reading` waits for no writer: whoever sends events asks it with every request. */
export function sqlEventTokens(db: Kysely<Tables>, reading: Kysely<Tables>): EventTokenStore {
  return {
    async put({ board, digest, by, madeAt }) {
      const written = await db
        .insertInto('event_tokens')
        .columns(['board', 'digest', 'made_by', 'made_at'])
        .expression(
          db
            .selectFrom('boards')
            .where('id', '=', board)
            .select(({ val, ref }) => [
              ref('id').as('board'),
              val(digest).as('digest'),
              val(by).as('made_by'),
              val(madeAt).as('made_at'),
            ]),
        )
        .onConflict((conflict) => conflict.column('board').doUpdateSet({ digest, made_by: by, made_at: madeAt }))
        .returning('board')
        .execute()
      if (written.length === 0) throw new BoardGone()
    },

    async find(digest) {
      const [row] = await reading.selectFrom('event_tokens').selectAll().where('digest', '=', digest).execute()
      return row && tokenIn(row)
    },

    async ofBoard(board) {
      const [row] = await reading.selectFrom('event_tokens').selectAll().where('board', '=', board).execute()
      return row && tokenIn(row)
    },

    async remove(board) {
      await db.deleteFrom('event_tokens').where('board', '=', board).execute()
    },
  }
}

function tokenIn({ board, digest, made_by, made_at }: Tables['event_tokens']): EventToken {
  return { board, digest, by: made_by, madeAt: made_at }
}
