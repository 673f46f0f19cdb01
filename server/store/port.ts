import type { BoardListing } from '../../shared/api/boards.ts'
import type { ListingFacts } from '../../shared/document/listing.ts'
import type { Person, Role } from '../../shared/review/people.ts'

/** Which document of a board: the board itself, or one person's desk. */
export type DocumentKey = 'board' | `desk/${string}`

export const deskKey = (person: string): DocumentKey => `desk/${person}`

/** Whose a Yjs client id is: a person's, or our own. */
export type ClientOwner = { readonly person: string } | 'server'

/** A person on one board. `left` is set once they were removed. */
export type Member = Person

/** A secret that gives a role. `since` (epoch ms) tells whether someone removed earlier may come back with it. */
export interface Invite {
  readonly role: Role
  readonly secret: string
  readonly since: number
}

export type { ListingFacts }

/** Everything one commit writes for one board: all of it, or nothing. */
export interface Commit {
  /** At most one merged update per document. */
  readonly updates: readonly { readonly document: DocumentKey; readonly update: Uint8Array }[]
  readonly bindings: readonly { readonly client: number; readonly owner: ClientOwner }[]
  readonly members: readonly Member[]
  /** Which person's draft a note was: also on anonymous boards, where nobody sees it. */
  readonly draftAuthors: readonly { readonly note: string; readonly person: string }[]
  readonly invites: readonly Invite[]
  /** Ids of the commands this commit carries out; a repeated id has no effect. */
  readonly commands: readonly string[]
  readonly listing: ListingFacts | null
}

export interface StoredBoard {
  readonly id: string
  readonly createdAt: number
  /** How many commits there were since it was made. */
  readonly head: number
  /** Snapshot first, then the log in order; to be applied in this order. */
  readonly documents: ReadonlyMap<DocumentKey, readonly Uint8Array[]>
  /** Length of each document's log since its snapshot: what tells when to fold. */
  readonly heads: ReadonlyMap<DocumentKey, { readonly seq: number; readonly sinceSnapshot: number }>
  readonly bindings: ReadonlyMap<number, ClientOwner>
  readonly members: readonly Member[]
  readonly draftAuthors: ReadonlyMap<string, string>
  readonly invites: readonly Invite[]
  readonly commands: readonly string[]
}

/** What the journal of a board holds beyond a head. */
export interface Missing extends Pick<Commit, 'bindings' | 'members' | 'draftAuthors' | 'invites' | 'commands'> {
  /** The newest. */
  readonly head: number
  /** To be applied in this order; `seq` is the length of the document's log with it. What is folded comes as a snapshot. */
  readonly updates: readonly { readonly document: DocumentKey; readonly update: Uint8Array; readonly seq: number }[]
}

/** What is to be decided once it is a board's turn. */
export interface Decision {
  /** The head that is known here. */
  head(): number
  /** Decides on the newest state; `missing` undefined: that is what is known here. Null: nothing is to be written. */
  compose(missing: Missing | undefined): Commit | null
}

/** The journals of a store on which several servers work at once. */
export interface SharedJournals {
  /**
   * Commits what `compose` decides while no other server can write to the board. Durable once resolved.
   *
   * @throws BoardGone where the board was deleted; StoreFault where the store fails; whatever `compose` throws. Any
   * error: nothing of it is stored.
   */
  decide(board: string, decision: Decision): Promise<void>
  /** Undefined: the board is gone. */
  since(board: string, head: number): Promise<Missing | undefined>
  /** The newest head of each that is there. */
  heads(boards: readonly string[]): Promise<ReadonlyMap<string, number>>
}

/** Boards and the append-only log of their documents. */
export interface BoardStore {
  create(board: { readonly id: string; readonly createdAt: number }, first: Commit): Promise<void>
  /**
   * Undefined: no such board.
   *
   * @throws BoardDamaged where what is stored of it can't be read.
   */
  load(board: string): Promise<StoredBoard | undefined>
  /**
   * Durable once resolved. Calls that arrive while one runs may share a transaction with others. `after` is the head
   * that was known when this was decided on; without it any will do.
   *
   * @throws BoardGone where the board was deleted; BoardMoved where its head is another one; StoreFault where the store
   * fails; any error: nothing of the commit is stored.
   */
  commit(board: string, commit: Commit, after?: number): Promise<void>
  /** Replaces a document's log up to `seq` by a snapshot; a `checkpoint` keeps a dated copy of it. */
  fold(board: string, document: DocumentKey, seq: number, snapshot: Uint8Array, checkpoint: boolean): Promise<void>
  remove(board: string): Promise<void>
  /** The boards this person is on and was not removed from, newest first. */
  listFor(person: string): Promise<readonly BoardListing[]>
  /** The boards that the clock moves on to their next phase by this moment, epoch milliseconds; those due first, first. */
  dueBy(at: number): Promise<readonly string[]>
  /** Undefined: this server has the store for itself. */
  readonly shared?: SharedJournals | undefined
}

/** Links that make another browser the same person: once, for a while. */
export interface LinkStore {
  put(link: {
    readonly secret: string
    readonly person: string
    readonly board: string
    readonly expiresAt: number
  }): Promise<void>
  /** The link, if it is of this board and not expired; `take` uses it up. */
  find(board: string, secret: string, now: number): Promise<{ readonly person: string } | undefined>
  take(board: string, secret: string, now: number): Promise<{ readonly person: string } | undefined>
}

/** What is kept of the token with which other programs send events to a board: enough to know it again. */
export interface EventToken {
  readonly board: string
  readonly digest: string
  /** The person who made it. */
  readonly by: string
  /** Epoch milliseconds. */
  readonly madeAt: number
}

/** A board has one token or none. */
export interface EventTokenStore {
  /**
   * From now on the board's token; the one before is forgotten.
   *
   * @throws BoardGone where the board was deleted.
   */
  put(token: EventToken): Promise<void>
  find(digest: string): Promise<EventToken | undefined>
  ofBoard(board: string): Promise<EventToken | undefined>
  remove(board: string): Promise<void>
}

export interface Store {
  readonly boards: BoardStore
  readonly links: LinkStore
  readonly eventTokens: EventTokenStore
  /** Renewed by a restore from a backup. */
  epoch(): Promise<string>
  /** Rejects while the store can't be written. */
  check(): Promise<void>
  close(): Promise<void>
}

export class BoardGone extends Error {
  override readonly name = 'BoardGone'
}

/** Somebody else has written to the board: what was decided on is not the newest any more. */
export class BoardMoved extends Error {
  override readonly name = 'BoardMoved'
}

/**
 * What is wrong with a store: its disk is full, it may not be written, somebody else holds it, the disk refuses, what
 * lies there is damaged, nothing is heard of it.
 */
export type FaultKind = 'full' | 'read-only' | 'locked' | 'refused' | 'damaged' | 'unreachable'

/** The store itself failed, and not what was asked of it; it says what an operator does next. [STORE11] */
export class StoreFault extends Error {
  override readonly name = 'StoreFault'
  readonly kind: FaultKind
  /** Why, as an end of a sentence. */
  readonly reason: string

  constructor(kind: FaultKind, advice: string, cause: unknown, reason = String(cause)) {
    super(advice, { cause })
    this.kind = kind
    this.reason = reason
  }
}

/** A database that could be used, and must not be; the message says why, and what would do. */
export class DatabaseUnfit extends Error {
  override readonly name = 'DatabaseUnfit'
}

/** What is stored of one board can't be read; all others are as good as before. [STORE14] */
export class BoardDamaged extends Error {
  override readonly name = 'BoardDamaged'

  /** `what` is damaged, such as *update 17 of desk/ana*. */
  constructor(board: string, what: string, cause: unknown) {
    super(
      `${what} of board ${board} is damaged. Nothing was deleted, and no other board is concerned. ` +
        'To have it back, stop the server and put back a backup (npm run restore -- <file>; with PostgreSQL, as the README says).',
      { cause },
    )
  }
}
