import type { Transaction } from 'kysely'
import { atOnce } from './libsql-dialect.ts'
import { BoardGone, type Commit, type Invite, type ListingFacts, type Member } from './port.ts'
import type { Tables } from './tables.ts'

type Writing = Transaction<Tables>

/** Writes all of a commit into a running transaction. */
export async function writeCommit(db: Writing, board: string, commit: Commit, at: number): Promise<void> {
  if (commit.listing !== null || commit.updates.length === 0) await touchBoard(db, board, commit.listing)
  await appendUpdates(db, board, commit.updates, at)
  await bindClients(db, board, commit.bindings)
  await putMembers(db, board, commit.members)
  await putDraftAuthors(db, board, commit.draftAuthors)
  await putInvites(db, board, commit.invites)
  await putCommands(db, board, commit.commands)
}

export function listingColumns(listing: ListingFacts) {
  const { title, severity, status, phase, openActions, movesOnAt, origin } = listing
  return { title, severity, status, phase, open_actions: openActions, moves_on_at: movesOnAt, origin }
}

async function touchBoard(db: Writing, board: string, listing: ListingFacts | null): Promise<void> {
  const found =
    listing === null
      ? await db.selectFrom('boards').select('id').where('id', '=', board).execute()
      : await db.updateTable('boards').set(listingColumns(listing)).where('id', '=', board).returning('id').execute()
  if (found.length === 0) throw new BoardGone()
}

/** What every commit does: written as SQL, which need not be put together anew each time. */
const nextOfLog =
  'INSERT INTO documents (board, document, seq) SELECT id, ?, 1 FROM boards WHERE id = ? ' +
  'ON CONFLICT (board, document) DO UPDATE SET seq = documents.seq + 1'
const append =
  'INSERT INTO updates (board, document, seq, at, bytes) ' +
  'SELECT board, document, seq, ?, ? FROM documents WHERE board = ? AND document = ?'

async function appendUpdates(db: Writing, board: string, updates: Commit['updates'], at: number): Promise<void> {
  for (const { document, update } of updates) {
    const { numAffectedRows } = await db.executeQuery(atOnce(nextOfLog, document, board))
    if (numAffectedRows === 0n) throw new BoardGone()
    await db.executeQuery(atOnce(append, at, update, board, document))
  }
}

/** A client id that is somebody's already fails the commit. */
async function bindClients(db: Writing, board: string, bindings: Commit['bindings']): Promise<void> {
  if (bindings.length === 0) return
  const rows = bindings.map(({ client, owner }) => ({
    board,
    client,
    person: owner === 'server' ? null : owner.person,
  }))
  await db.insertInto('bindings').values(rows).execute()
}

async function putMembers(db: Writing, board: string, members: readonly Member[]): Promise<void> {
  if (members.length === 0) return
  const rows = members.map((member) => ({
    board,
    person: member.id,
    name: member.name,
    color: member.color,
    role: member.role,
    joined_at: member.joinedAt,
    counts: member.counts ? 1 : 0,
    left_at: member.left ?? null,
  }))
  await db
    .insertInto('members')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['board', 'person']).doUpdateSet(({ ref }) => ({
        name: ref('excluded.name'),
        color: ref('excluded.color'),
        role: ref('excluded.role'),
        joined_at: ref('excluded.joined_at'),
        counts: ref('excluded.counts'),
        left_at: ref('excluded.left_at'),
      })),
    )
    .execute()
}

/** The first author stays. */
async function putDraftAuthors(db: Writing, board: string, authors: Commit['draftAuthors']): Promise<void> {
  if (authors.length === 0) return
  await db
    .insertInto('draft_authors')
    .values(authors.map(({ note, person }) => ({ board, note, person })))
    .onConflict((conflict) => conflict.columns(['board', 'note']).doNothing())
    .execute()
}

async function putInvites(db: Writing, board: string, invites: readonly Invite[]): Promise<void> {
  if (invites.length === 0) return
  await db
    .insertInto('invites')
    .values(invites.map(({ role, secret, since }) => ({ board, role, secret, since })))
    .onConflict((conflict) =>
      conflict
        .columns(['board', 'role'])
        .doUpdateSet(({ ref }) => ({ secret: ref('excluded.secret'), since: ref('excluded.since') })),
    )
    .execute()
}

async function putCommands(db: Writing, board: string, commands: readonly string[]): Promise<void> {
  if (commands.length === 0) return
  await db
    .insertInto('commands')
    .values(commands.map((id) => ({ board, id })))
    .onConflict((conflict) => conflict.columns(['board', 'id']).doNothing())
    .execute()
}
