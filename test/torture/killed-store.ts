import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import pg from 'pg'
import * as Y from 'yjs'
import { documentName } from './promises.ts'

/** What a server left behind in its store, read without any of its own code. */
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
  /** What is wrong with the store as such. */
  readonly complaints: readonly string[]
}

/** Reads a copy: what is in the write-ahead log is for the server itself to recover. */
export async function readKilledStore(dataDir: string): Promise<KilledStore> {
  const copy = await mkdtemp(join(tmpdir(), 'hindsight-killed-'))
  try {
    for (const name of ['hindsight.sqlite', 'hindsight.sqlite-wal']) {
      await copyFile(join(dataDir, name), join(copy, name)).catch(ignoreMissing)
    }
    return await readFileOf(join(copy, 'hindsight.sqlite'))
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

async function readFileOf(file: string): Promise<KilledStore> {
  const database = new Database(file)
  const rows: Rows = async <Row>(sql: string) => database.prepare(sql).all() as Row[]
  try {
    const integrity = await rows<{ integrity_check: string }>('PRAGMA integrity_check')
    const orphans = await rows<object>('PRAGMA foreign_key_check')
    const complaints = [
      ...integrity.map((row) => row.integrity_check).filter((complaint) => complaint !== 'ok'),
      ...orphans.map((row) => `a row without its board: ${JSON.stringify(row)}`),
    ]
    return await readTables(rows, complaints)
  } finally {
    database.close()
  }
}

/** Reads it while no server does; what was on its way as the server died is done with or taken back by then. */
export async function readKilledDatabase(url: string): Promise<KilledStore> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return await readTables(async <Row>(sql: string) => (await client.query(sql)).rows as Row[], [])
  } finally {
    await client.end()
  }
}

async function readTables(rows: Rows, complaints: readonly string[]): Promise<KilledStore> {
  const [meta] = await rows<{ value: string }>("SELECT value FROM meta WHERE name = 'epoch'")
  const boards = await rows<{ id: string }>('SELECT id FROM boards')
  const members = await rows<{ board: string; person: string }>('SELECT board, person FROM members')
  const commands = await rows<{ board: string; id: string }>('SELECT board, id FROM commands')
  const bindings = await rows<{ board: string; client: number | string; person: string | null }>(
    'SELECT board, client, person FROM bindings',
  )
  return {
    documents: await readDocuments(rows),
    epoch: meta?.value,
    boards: new Set(boards.map(({ id }) => id)),
    members: new Set(members.map(({ board, person }) => `${board}/${person}`)),
    commands: new Set(commands.map(({ board, id }) => `${board}/${id}`)),
    bindings: new Map(bindings.map(({ board, client, person }) => [`${board}/${client}`, person ?? 'server'])),
    complaints: [...complaints, ...(await logComplaints(rows))],
  }
}

type Rows = <Row>(sql: string) => Promise<Row[]>
interface Logged {
  readonly board: string
  readonly document: string
  readonly bytes: Uint8Array
}

async function readDocuments(rows: Rows): Promise<ReadonlyMap<string, Y.Doc>> {
  const documents = new Map<string, Y.Doc>()
  for (const table of ['snapshots', 'updates']) {
    const logged = await rows<Logged>(`SELECT board, document, bytes FROM ${table} ORDER BY seq`)
    for (const { board, document, bytes } of logged) {
      const name = documentName(board, document)
      const doc = documents.get(name) ?? new Y.Doc()
      documents.set(name, doc)
      Y.applyUpdate(doc, new Uint8Array(bytes))
    }
  }
  return documents
}

/** A log goes on where its snapshot ends, has no holes, and ends where its head says. */
async function logComplaints(rows: Rows): Promise<readonly string[]> {
  const broken = await rows<{ board: string; document: string }>(`
    SELECT d.board, d.document FROM documents d
      LEFT JOIN snapshots s ON s.board = d.board AND s.document = d.document
      LEFT JOIN updates u ON u.board = d.board AND u.document = d.document
    GROUP BY d.board, d.document, d.seq, s.seq
    HAVING coalesce(s.seq, 0) + count(u.seq) <> d.seq OR coalesce(max(u.seq), s.seq) <> d.seq`)
  return broken.map(({ board, document }) => `the log of ${board}/${document} has holes`)
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
