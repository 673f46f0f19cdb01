import type { Generated } from 'kysely'
import type { Role } from '../../shared/review/people.ts'

/** With which commit of its board a row was written; 0: by a server that had the store for itself, or with the board. */
type Head = Generated<number>

/** The tables, as Kysely knows them. Moments are epoch milliseconds, yes and no are 1 and 0. */
export interface Tables {
  boards: {
    id: string
    /** How many commits there were since it was made. */
    head: Generated<number>
    /** Which commit was the newest. */
    stamp: string | null
    created_at: number
    title: string
    severity: string | null
    status: 'open' | 'closed'
    phase: string
    open_actions: number
    /** Null: not by itself. */
    moves_on_at: number | null
    /** The board whose file this one was made of. */
    origin: string | null
  }
  /** The head of every document's log: the number of its newest update. */
  documents: { board: string; document: string; seq: number }
  updates: { board: string; document: string; seq: number; at: number; bytes: Uint8Array; head: Head }
  /** `head` is that of the newest update in it. */
  snapshots: { board: string; document: string; seq: number; bytes: Uint8Array; head: Head }
  checkpoints: { board: string; document: string; seq: number; at: number; bytes: Uint8Array }
  /** `person` null: our own. */
  bindings: { board: string; client: number; person: string | null; head: Head }
  members: {
    board: string
    person: string
    name: string
    color: string
    role: Role
    joined_at: number
    counts: number
    left_at: number | null
    head: Head
  }
  draft_authors: { board: string; note: string; person: string; head: Head }
  invites: { board: string; role: Role; secret: string; since: number; head: Head }
  commands: { board: string; id: string; head: Head }
  links: { board: string; secret: string; person: string; expires_at: number }
  event_tokens: { board: string; digest: string; made_by: string; made_at: number }
  meta: { name: string; value: string }
}
