import { setMark } from '../store/marks.ts'
import { countBoards } from './store-copy.ts'

type RenewOutcome = { readonly boards: number } | { readonly problem: string }

/**
 * Tells a database that it was put back from a backup: browsers that have seen later things put their copies in order
 * before they send any. [BACKUP8]
 */
export async function renewEpoch(databaseUrl: string, epoch: string): Promise<RenewOutcome> {
  const { withDatabase } = await import('../store/open-postgres.ts')
  return withDatabase(databaseUrl, async (db) => {
    const names = (await db.introspection.getTables()).map(({ name }) => name)
    if (!names.includes('boards') || !names.includes('meta')) {
      return { problem: 'the database in DATABASE_URL holds no boards of Hindsight.' }
    }
    await setMark(db, 'epoch', epoch)
    return { boards: await countBoards(db) }
  })
}
