import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import * as Y from 'yjs'
import { documentName } from './promises.ts'

/** What a server left behind in its file, read without any of its own code. */
export interface KilledStore {
  /** Document -> its content, from the snapshot and the log. */
  readonly documents: ReadonlyMap<string, Y.Doc>
  readonly epoch: string | undefined
  readonly boards: ReadonlySet<string>
  /** `<board>/<person>` -> role. */
  readonly members: ReadonlySet<string>
  /** `<board>/<id>`. */
  readonly commands: ReadonlySet<string>
  /** `<board>/<client id>` -> the person, or `server`. */
  readonly bindings: ReadonlyMap<string, string>
  /** What SQLite says is wrong with the file. */
  readonly complaints: readonly string[]
}

/** Reads a copy: what is in the write-ahead log is for the server itself to recover. */
export async function readKilledStore(dataDir: string): Promise<KilledStore> {
  const copy = await mkdtemp(join(tmpdir(), 'hindsight-killed-'))
  try {
    for (const name of ['hindsight.sqlite', 'hindsight.sqlite-wal']) {
      await copyFile(join(dataDir, name), join(copy, name)).catch(ignoreMissing)
    }
    return readFileOf(join(copy, 'hindsight.sqlite'))
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

function readFileOf(file: string): KilledStore {
  const database = new Database(file)
  const rows = <Row>(sql: string): Row[] => database.prepare(sql).all() as Row[]
  try {
    return {
      ...readDocuments(rows),
      epoch: rows<{ value: string }>("SELECT value FROM meta WHERE name = 'epoch'")[0]?.value,
      boards: new Set(rows<{ id: string }>('SELECT id FROM boards').map(({ id }) => id)),
      members: new Set(
        rows<{ board: string; person: string }>('SELECT board, person FROM members').map(
          (row) => `${row.board}/${row.person}`,
        ),
      ),
      commands: new Set(
        rows<{ board: string; id: string }>('SELECT board, id FROM commands').map((row) => `${row.board}/${row.id}`),
      ),
      bindings: new Map(
        rows<{ board: string; client: number; person: string | null }>(
          'SELECT board, client, person FROM bindings',
        ).map((row) => [`${row.board}/${row.client}`, row.person ?? 'server']),
      ),
      complaints: [
        ...rows<{ integrity_check: string }>('PRAGMA integrity_check').map((row) => row.integrity_check),
        ...rows<object>('PRAGMA foreign_key_check').map((row) => `a row without its board: ${JSON.stringify(row)}`),
        ...logComplaints(rows),
      ].filter((complaint) => complaint !== 'ok'),
    }
  } finally {
    database.close()
  }
}

type Rows = <Row>(sql: string) => Row[]
interface Logged {
  readonly board: string
  readonly document: string
  readonly bytes: Uint8Array
}

function readDocuments(rows: Rows): { readonly documents: ReadonlyMap<string, Y.Doc> } {
  const documents = new Map<string, Y.Doc>()
  for (const table of ['snapshots', 'updates']) {
    for (const { board, document, bytes } of rows<Logged>(`SELECT board, document, bytes FROM ${table} ORDER BY seq`)) {
      const name = documentName(board, document)
      const doc = documents.get(name) ?? new Y.Doc()
      documents.set(name, doc)
      Y.applyUpdate(doc, new Uint8Array(bytes))
    }
  }
  return { documents }
}

/** A log goes on where its snapshot ends, has no holes, and ends where its head says. */
function logComplaints(rows: Rows): readonly string[] {
  const broken = rows<{ board: string; document: string }>(`
    SELECT d.board, d.document FROM documents d
      LEFT JOIN snapshots s ON s.board = d.board AND s.document = d.document
      LEFT JOIN updates u ON u.board = d.board AND u.document = d.document
    GROUP BY d.board, d.document
    HAVING coalesce(s.seq, 0) + count(u.seq) <> d.seq OR coalesce(max(u.seq), s.seq) <> d.seq`)
  return broken.map(({ board, document }) => `the log of ${board}/${document} has holes`)
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
