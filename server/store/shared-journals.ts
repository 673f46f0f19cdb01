import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Engine } from './engine.ts'
import { memberOf } from './load-board.ts'
import type { ClientOwner, Commit, DocumentKey, Invite, Missing, SharedJournals } from './port.ts'
import type { Tables } from './tables.ts'
import { takeAnyTurn, writeCommit } from './write-commit.ts'

export interface SharedJournalsParts {
  readonly engine: Engine
  readonly reading: Kysely<Tables>
  readonly now: () => number
  /** Runs a transaction that stamps the board; one whose end was not heard of ends well where that stamp is found. */
  stamped(board: string, work: (db: Transaction<Tables>, stamp: string) => Promise<void>): Promise<void>
}

/**
 * The journals of boards that several servers write to.
 *
 * @remarks
 * Whoever has a board's row writes alone, and reads what was committed before it: so what is decided then is decided on
 * the newest state, once however many servers hear of it. [NODES2]
 */
export function sharedJournals({ engine, reading, now, stamped }: SharedJournalsParts): SharedJournals {
  return {
    async decide(board, { head, compose }) {
      try {
        await stamped(board, async (db, stamp) => {
          const before = await takeAnyTurn(db, { engine, board, stamp })
          const missing = before === head() ? undefined : await missingAfter(db, board, head())
          const commit = compose(missing && { ...missing, head: before })
          if (commit === null) throw new NothingToWrite()
          await writeCommit(db, { engine, board, commit, at: now(), head: before + 1 })
        })
      } catch (error) {
        if (!(error instanceof NothingToWrite)) throw error
      }
    },

    since: (board, head) => missingAfter(reading, board, head),

    async heads(boards) {
      if (boards.length === 0) return new Map()
      const rows = await reading.selectFrom('boards').select(['id', 'head']).where('id', 'in', boards).execute()
      return new Map(rows.map(({ id, head }) => [id, head]))
    },
  }
}

/** Ends a transaction in which nothing was decided. */
class NothingToWrite extends Error {}

interface Row {
  readonly kind: 'board' | 'snapshot' | 'update' | 'binding' | 'member' | 'author' | 'invite' | 'command'
  readonly row: unknown
  readonly bytes: Uint8Array | null
}

/** In one statement, so that all of it is of one moment, and takes one way to the database and back. */
async function missingAfter(db: Kysely<Tables>, board: string, head: number): Promise<Missing | undefined> {
  const after = sql`WHERE board = ${board} AND head > ${head}`
  const { rows } = await sql<Row>`
    SELECT 'board' AS kind, to_jsonb(head) AS row, NULL::bytea AS bytes FROM boards WHERE id = ${board}
    UNION ALL SELECT 'snapshot', jsonb_build_object('document', document, 'seq', seq), bytes FROM snapshots ${after}
    UNION ALL SELECT 'update', jsonb_build_object('document', document, 'seq', seq), bytes FROM updates ${after}
    UNION ALL SELECT 'binding', jsonb_build_object('client', client, 'person', person), NULL FROM bindings ${after}
    UNION ALL SELECT 'member', to_jsonb(members), NULL FROM members ${after}
    UNION ALL SELECT 'author', jsonb_build_object('note', note, 'person', person), NULL FROM draft_authors ${after}
    UNION ALL SELECT 'invite', jsonb_build_object('role', role, 'secret', secret, 'since', since), NULL FROM invites ${after}
    UNION ALL SELECT 'command', to_jsonb(id), NULL FROM commands ${after}`.execute(db)
  /** We wrote them, so they are what the tables say. */
  const of = <T>(kind: Row['kind']) => rows.filter((row) => row.kind === kind).map(({ row }) => row as T)
  const [newest] = of<number>('board')
  if (newest === undefined) return undefined
  return {
    head: newest,
    updates: updatesIn(rows),
    bindings: of<{ client: number; person: string | null }>('binding').map(({ client, person }) => ({
      client,
      owner: person === null ? 'server' : ({ person } satisfies ClientOwner),
    })),
    members: of<Selectable<Tables['members']>>('member').map(memberOf),
    draftAuthors: of<Commit['draftAuthors'][number]>('author'),
    invites: of<Invite>('invite'),
    commands: of<string>('command'),
  }
}

/** Snapshots first, then the logs. */
function updatesIn(rows: readonly Row[]): Missing['updates'] {
  const parts = rows.flatMap(({ kind, row, bytes }) => {
    if (bytes === null) return []
    const { document, seq } = row as { readonly document: DocumentKey; readonly seq: number }
    return [{ kind, document, seq, update: bytes }]
  })
  return parts
    .sort((a, b) => (a.kind === b.kind ? a.seq - b.seq : a.kind === 'snapshot' ? -1 : 1))
    .map(({ document, seq, update }) => ({ document, seq, update }))
}
