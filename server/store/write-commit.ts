import type { Transaction } from 'kysely'
import type { Engine } from './engine.ts'
import { BoardGone, BoardMoved, type Commit, type Invite, type ListingFacts, type Member } from './port.ts'
import type { Tables } from './tables.ts'

type Writing = Transaction<Tables>

/** What is written for a board, and when, epoch milliseconds. */
interface Written {
  readonly engine: Engine
  readonly board: string
  readonly commit: Commit
  readonly at: number
  /** What other servers know it by. */
  readonly head?: number
}

interface Turn {
  readonly engine: Engine
  readonly board: string
  readonly after: number | undefined
  /** By which this commit is known again. */
  readonly stamp: string
}

/**
 * Takes the board's turn in a running transaction: its row is ours until that ends, and its head one further. [STORE20]
 *
 * @throws BoardMoved where the head is not `after`; BoardGone where there is no such board.
 */
export async function takeTurn(db: Writing, { engine, board, after, stamp }: Turn): Promise<void> {
  const taken = after === undefined ? engine.write(next, stamp, board) : engine.write(nextAfter, stamp, board, after)
  const { numAffectedRows } = await db.executeQuery(taken)
  if (numAffectedRows !== 0n) return
  const [found] = await db.selectFrom('boards').select('head').where('id', '=', board).execute()
  throw found ? new BoardMoved(`board ${board} is at ${found.head}, not at ${after}`) : new BoardGone()
}

const next = 'UPDATE boards SET head = head + 1, stamp = ? WHERE id = ?'
const nextAfter = `${next} AND head = ?`

/**
 * Takes the board's turn, whatever its head, and gives that: the one before ours.
 *
 * @throws BoardGone
 */
export async function takeAnyTurn(db: Writing, { engine, board, stamp }: Omit<Turn, 'after'>): Promise<number> {
  const { rows } = await db.executeQuery<{ head: number }>(
    engine.write(`${next} RETURNING head - 1 AS head`, stamp, board),
  )
  const [taken] = rows
  if (taken === undefined) throw new BoardGone()
  return taken.head
}

/** Writes all of a commit into a running transaction that has the board's turn, or has made the board. */
export async function writeCommit(db: Writing, { engine, board, commit, at, head = 0 }: Written): Promise<void> {
  if (commit.listing !== null) await putListing(db, board, commit.listing)
  for (const { document, update } of commit.updates) {
    for (const statement of engine.append({ board, document, at, head, bytes: update }))
      await db.executeQuery(statement)
  }
  const place = { board, head }
  await bindClients(db, place, commit.bindings)
  await putMembers(db, place, commit.members)
  await putDraftAuthors(db, place, commit.draftAuthors)
  await putInvites(db, place, commit.invites)
  await putCommands(db, place, commit.commands)
}

/** Of which board rows are, and with which of its commits they come. */
interface Place {
  readonly board: string
  readonly head: number
}

export function listingColumns(listing: ListingFacts) {
  const { title, severity, status, phase, openActions, movesOnAt, origin } = listing
  return { title, severity, status, phase, open_actions: openActions, moves_on_at: movesOnAt, origin }
}

async function putListing(db: Writing, board: string, listing: ListingFacts): Promise<void> {
  await db.updateTable('boards').set(listingColumns(listing)).where('id', '=', board).execute()
}

/** A client id that is somebody's already fails the commit. */
async function bindClients(db: Writing, place: Place, bindings: Commit['bindings']): Promise<void> {
  if (bindings.length === 0) return
  const rows = bindings.map(({ client, owner }) => ({
    ...place,
    client,
    person: owner === 'server' ? null : owner.person,
  }))
  await db.insertInto('bindings').values(rows).execute()
}

async function putMembers(db: Writing, place: Place, members: readonly Member[]): Promise<void> {
  if (members.length === 0) return
  const rows = members.map((member) => ({
    ...place,
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
        head: ref('excluded.head'),
      })),
    )
    .execute()
}

/** The first author stays. */
async function putDraftAuthors(db: Writing, place: Place, authors: Commit['draftAuthors']): Promise<void> {
  if (authors.length === 0) return
  await db
    .insertInto('draft_authors')
    .values(authors.map(({ note, person }) => ({ ...place, note, person })))
    .onConflict((conflict) => conflict.columns(['board', 'note']).doNothing())
    .execute()
}

async function putInvites(db: Writing, place: Place, invites: readonly Invite[]): Promise<void> {
  if (invites.length === 0) return
  await db
    .insertInto('invites')
    .values(invites.map(({ role, secret, since }) => ({ ...place, role, secret, since })))
    .onConflict((conflict) =>
      conflict.columns(['board', 'role']).doUpdateSet(({ ref }) => ({
        secret: ref('excluded.secret'),
        since: ref('excluded.since'),
        head: ref('excluded.head'),
      })),
    )
    .execute()
}

async function putCommands(db: Writing, place: Place, commands: readonly string[]): Promise<void> {
  if (commands.length === 0) return
  await db
    .insertInto('commands')
    .values(commands.map((id) => ({ ...place, id })))
    .onConflict((conflict) => conflict.columns(['board', 'id']).doNothing())
    .execute()
}
