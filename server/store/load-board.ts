import type { Kysely, Selectable, Transaction } from 'kysely'
import { BoardDamaged, type ClientOwner, type DocumentKey, type Invite, type Member, type StoredBoard } from './port.ts'
import type { Tables } from './tables.ts'

/**
 * Reads a board whole; the transaction keeps its parts of one moment.
 *
 * @throws BoardDamaged where a log is not as long as its head says.
 */
export async function loadBoard(db: Transaction<Tables>, board: string): Promise<StoredBoard | undefined> {
  const [row] = await db.selectFrom('boards').select(['created_at', 'head']).where('id', '=', board).execute()
  if (!row) return undefined
  return { id: board, createdAt: row.created_at, head: row.head, ...(await loadParts(db, board)) }
}

/** No board has this id. */
const nobodys = ''

/** Asks all that loading a board asks: whoever opens the first one waits for no connection and no statement to be made. */
export async function prepareToLoad(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await loadBoard(transaction, nobodys)
    await loadParts(transaction, nobodys)
  })
}

async function loadParts(
  db: Transaction<Tables>,
  board: string,
): Promise<Omit<StoredBoard, 'id' | 'createdAt' | 'head'>> {
  return {
    ...(await loadDocuments(db, board)),
    bindings: await loadBindings(db, board),
    members: await loadMembers(db, board),
    draftAuthors: await loadDraftAuthors(db, board),
    invites: await loadInvites(db, board),
    commands: await loadCommands(db, board),
  }
}

async function loadDocuments(
  db: Transaction<Tables>,
  board: string,
): Promise<Pick<StoredBoard, 'documents' | 'heads'>> {
  const heads = await db.selectFrom('documents').select(['document', 'seq']).where('board', '=', board).execute()
  const snapshots = await db
    .selectFrom('snapshots')
    .select(['document', 'seq', 'bytes'])
    .where('board', '=', board)
    .execute()
  const log = await db
    .selectFrom('updates')
    .select(['document', 'bytes'])
    .where('board', '=', board)
    .orderBy('document')
    .orderBy('seq')
    .execute()
  const documents = new Map<DocumentKey, Uint8Array[]>()
  const loggedFrom = new Map<string, number>()
  const logged = new Map<string, number>()
  for (const { document } of heads) documents.set(documentKey(document), [])
  for (const { document, seq, bytes } of snapshots) {
    documents.get(documentKey(document))?.push(bytes)
    loggedFrom.set(document, seq)
  }
  for (const { document, bytes } of log) {
    documents.get(documentKey(document))?.push(bytes)
    logged.set(document, (logged.get(document) ?? 0) + 1)
  }
  for (const { document, seq } of heads) {
    const [holds, due] = [logged.get(document) ?? 0, seq - (loggedFrom.get(document) ?? 0)]
    if (holds !== due) {
      throw new BoardDamaged(board, `the log of ${document}`, new Error(`it holds ${holds} updates instead of ${due}`))
    }
  }
  return {
    documents,
    heads: new Map(
      heads.map(({ document, seq }) => [documentKey(document), { seq, sinceSnapshot: logged.get(document) ?? 0 }]),
    ),
  }
}

/** We wrote it, so it is one. */
const documentKey = (document: string) => document as DocumentKey

async function loadBindings(db: Transaction<Tables>, board: string): Promise<ReadonlyMap<number, ClientOwner>> {
  const rows = await db.selectFrom('bindings').select(['client', 'person']).where('board', '=', board).execute()
  return new Map(rows.map(({ client, person }) => [client, person === null ? 'server' : { person }]))
}

async function loadMembers(db: Transaction<Tables>, board: string): Promise<readonly Member[]> {
  const rows = await db
    .selectFrom('members')
    .selectAll()
    .where('board', '=', board)
    .orderBy('joined_at')
    .orderBy('person')
    .execute()
  return rows.map(memberOf)
}

export function memberOf(row: Selectable<Tables['members']>): Member {
  return {
    id: row.person,
    name: row.name,
    color: row.color,
    role: row.role,
    joinedAt: row.joined_at,
    counts: row.counts === 1,
    ...(row.left_at === null ? {} : { left: row.left_at }),
  }
}

async function loadDraftAuthors(db: Transaction<Tables>, board: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('draft_authors').select(['note', 'person']).where('board', '=', board).execute()
  return new Map(rows.map(({ note, person }) => [note, person]))
}

async function loadInvites(db: Transaction<Tables>, board: string): Promise<readonly Invite[]> {
  return db
    .selectFrom('invites')
    .select(['role', 'secret', 'since'])
    .where('board', '=', board)
    .orderBy('role')
    .execute()
}

async function loadCommands(db: Transaction<Tables>, board: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('commands').select('id').where('board', '=', board).orderBy('id').execute()
  return rows.map(({ id }) => id)
}
