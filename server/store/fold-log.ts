import type { Transaction } from 'kysely'
import type { DocumentKey } from './port.ts'
import type { Tables } from './tables.ts'

/** A document's log up to `seq`, which is to become this snapshot. */
export interface Fold {
  readonly board: string
  readonly document: DocumentKey
  readonly seq: number
  readonly snapshot: Uint8Array
  /** Whether a dated copy stays. */
  readonly checkpoint: boolean
  readonly at: number
}

/**
 * Replaces a document's log up to `seq` by its snapshot, unless a newer one is there.
 *
 * @throws RangeError where the log has not come that far.
 */
export async function foldLog(db: Transaction<Tables>, fold: Fold): Promise<void> {
  const { board, document, seq, snapshot } = fold
  const [head] = await db
    .selectFrom('documents')
    .select('seq')
    .where('board', '=', board)
    .where('document', '=', document)
    .execute()
  if (!head) return // deleted meanwhile
  if (seq > head.seq) throw new RangeError(`${document} has no update ${seq} yet`)
  const [newest] = await db
    .selectFrom('updates')
    .select('head')
    .where('board', '=', board)
    .where('document', '=', document)
    .where('seq', '=', seq)
    .execute()
  const folded = { seq, bytes: snapshot, head: newest?.head ?? 0 }
  await db
    .insertInto('snapshots')
    .values({ board, document, ...folded })
    .onConflict((conflict) =>
      conflict.columns(['board', 'document']).doUpdateSet(folded).where('snapshots.seq', '<', seq),
    )
    .execute()
  await db
    .deleteFrom('updates')
    .where('board', '=', board)
    .where('document', '=', document)
    .where('seq', '<=', seq)
    .execute()
  if (fold.checkpoint) await keepCopy(db, fold)
}

/** Dated copies of a document that are kept, the newest. */
export const copiesKept = 40

async function keepCopy(db: Transaction<Tables>, { board, document, seq, snapshot, at }: Fold): Promise<void> {
  await db
    .insertInto('checkpoints')
    .values({ board, document, seq, at, bytes: snapshot })
    .onConflict((conflict) => conflict.columns(['board', 'document', 'seq']).doNothing())
    .execute()
  const ofDocument = db.selectFrom('checkpoints').where('board', '=', board).where('document', '=', document)
  const [oldestKept] = await ofDocument
    .select('seq')
    .orderBy('seq', 'desc')
    .offset(copiesKept - 1)
    .limit(1)
    .execute()
  if (!oldestKept) return
  await db
    .deleteFrom('checkpoints')
    .where('board', '=', board)
    .where('document', '=', document)
    .where('seq', '<', oldestKept.seq)
    .execute()
}
