import type { Kysely } from 'kysely'
import type { LinkStore } from './port.ts'
import type { Tables } from './tables.ts'

export function sqlLinks(db: Kysely<Tables>, now: () => number): LinkStore {
  return {
    async put({ secret, person, board, expiresAt }) {
      await db.deleteFrom('links').where('expires_at', '<=', now()).execute()
      await db.insertInto('links').values({ board, secret, person, expires_at: expiresAt }).execute()
    },

    async find(board, secret, at) {
      const [link] = await db
        .selectFrom('links')
        .select('person')
        .where('board', '=', board)
        .where('secret', '=', secret)
        .where('expires_at', '>', at)
        .execute()
      return link
    },

    async take(board, secret, at) {
      const [link] = await db
        .deleteFrom('links')
        .where('board', '=', board)
        .where('secret', '=', secret)
        .where('expires_at', '>', at)
        .returning('person')
        .execute()
      return link
    },
  }
}
