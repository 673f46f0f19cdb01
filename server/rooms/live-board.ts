import type * as Y from 'yjs'
import type { Role } from '../../shared/review/people.ts'
import type { Progress } from '../../shared/review/progress.ts'
import type { Invite, Member } from '../store/port.ts'

/** A board while it is in use: its documents and people in memory, all of it loaded. */
export interface LiveBoard {
  readonly id: string
  readonly createdAt: number
  readonly members: ReadonlyMap<string, Member>
  readonly invites: ReadonlyMap<Role, Invite>
  /** Which person's draft a note was. */
  authorOfDraft(note: string): string | undefined
  hasRun(command: string): boolean
  /** There is no room for more words. */
  readonly isFull: boolean
  /** The board document; whoever reads it for an answer waits for `settled()` first. */
  readonly doc: Y.Doc
  /** Desks that hold anything, loaded or connected. */
  readonly desks: ReadonlyMap<string, Y.Doc>
  /**
   * The server as author, under the board's lock: `work` runs alone and synchronously, decides before it writes, and
   * all it writes is one update per document and one commit. Resolves once committed; rejects where that failed.
   */
  write<T>(work: (writer: BoardWriter) => T): Promise<T>
  /** Resolves once everything in memory now is committed. */
  settled(): Promise<void>
}

/** What the server may write in one turn. */
export interface BoardWriter {
  readonly board: Y.Doc
  desk(person: string): Y.Doc
  /** Adds or replaces a member: the stored membership and the `people` entry at once. */
  setMember(member: Member): void
  setInvite(invite: Invite): void
  rememberDraftAuthor(note: string, person: string): void
  rememberCommand(id: string): void
  /** Closes the sockets of this person (4409), after the commit. */
  dismiss(person: string): void
}

/** Whether somebody said something as they did it, or after an absence in which they did it. */
export type Told = 'at-once' | 'after-absence'

/** What facilitation brings to a live board; rooms know it as these hooks alone. */
export interface BoardHooks {
  /** After loading: migrate, and publish what a crash left unpublished. */
  loaded(live: LiveBoard, writer: BoardWriter): void
  /**
   * In the same turn and the same commit as any change of the board: what follows from it. `by` is whose it was, null the
   * server's own.
   */
  boardChanged(live: LiveBoard, by: string | null): void
  /** In the same turn and the same commit as a desk's change: publish what is due, count open rounds. */
  deskChanged(live: LiveBoard, writer: BoardWriter, change: { readonly person: string; readonly told: Told }): void
  /**
   * Somebody came or went, or it is time to look again: what follows from who is here. Answers in how many milliseconds it
   * wants to be asked again; null: once somebody comes or goes.
   */
  attended(live: LiveBoard, writer: BoardWriter, here: ReadonlySet<string>): number | null
  /** Whether anything can follow from who is here, as the board is now. */
  isAwaited(live: LiveBoard): boolean
  /**
   * Other servers' changes have come into memory: they have seen to what follows from them. `hasOwn`: changes of this
   * server are in memory too, and not committed yet.
   */
  taken(live: LiveBoard, hasOwn: boolean): void
  /** How far everyone is, shown to all after the commit. */
  progress(live: LiveBoard): Progress
}

/** The board is no longer in memory here; whoever opens it again gets it as it was stored. */
export class BoardEnded extends Error {
  override readonly name = 'BoardEnded'
}
