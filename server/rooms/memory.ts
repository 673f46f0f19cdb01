import * as Y from 'yjs'
import type { Role } from '../../shared/review/people.ts'
import { BoardDamaged, type DocumentKey, type Invite, type Member, type StoredBoard } from '../store/port.ts'

/** A board's documents and people, as they lie in memory. */
export interface Memory {
  readonly id: string
  readonly createdAt: number
  /** Our own client id, in all documents of this board, for as long as it stays in memory. */
  readonly serverClient: number
  readonly doc: Y.Doc
  readonly desks: Map<string, Y.Doc>
  /** Bytes of each document as it was stored. */
  readonly storedBytes: ReadonlyMap<DocumentKey, number>
  readonly members: Map<string, Member>
  readonly invites: Map<Role, Invite>
  readonly draftAuthors: Map<string, string>
  readonly commands: Set<string>
}

/**
 * Takes a stored board into memory.
 *
 * @remarks
 * The server writes under a client id that nobody has, and a new one each time: after a failed commit an old id would
 * go on at a clock that may be taken. [ROOM4]
 *
 * @throws BoardDamaged where a document can't be made of what is stored. [STORE14]
 */
export function remember(stored: StoredBoard, newClientId: () => number): Memory {
  const serverClient = freeClient(stored, newClientId)
  const desks = new Map<string, Y.Doc>()
  for (const document of stored.documents.keys()) {
    const person = personOf(document)
    if (person !== undefined) desks.set(person, storedDocument(stored, document, serverClient))
  }
  return {
    id: stored.id,
    createdAt: stored.createdAt,
    serverClient,
    doc: storedDocument(stored, 'board', serverClient),
    desks,
    storedBytes: new Map([...stored.documents].map(([document, updates]) => [document, bytesOf(updates)])),
    members: new Map(stored.members.map((member) => [member.id, member])),
    invites: new Map(stored.invites.map((invite) => [invite.role, invite])),
    draftAuthors: new Map(stored.draftAuthors),
    commands: new Set(stored.commands),
  }
}

/** The board's document whole, where a snapshot is all that is stored of it. */
export function snapshotOf({ documents, heads }: StoredBoard): Uint8Array | undefined {
  const [first, ...others] = documents.get('board') ?? []
  return others.length === 0 && heads.get('board')?.sinceSnapshot === 0 ? first : undefined
}

export function emptyDocument(client: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = client
  return doc
}

function bytesOf(updates: readonly Uint8Array[]): number {
  return updates.reduce((sum, { byteLength }) => sum + byteLength, 0)
}

function storedDocument(stored: StoredBoard, document: DocumentKey, client: number): Y.Doc {
  const doc = emptyDocument(client)
  const updates = stored.documents.get(document) ?? []
  doc.transact(() => {
    for (const [index, update] of updates.entries()) {
      try {
        Y.applyUpdate(doc, update)
      } catch (error) {
        throw new BoardDamaged(stored.id, nameOf(stored, document, index), error)
      }
    }
  })
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new BoardDamaged(stored.id, `the log of ${document}`, new Error('something is missing in it'))
  }
  return doc
}

/** Which of a document's stored parts this is, as an operator finds it in the tables. */
function nameOf({ documents, heads }: StoredBoard, document: DocumentKey, index: number): string {
  const { seq, sinceSnapshot } = heads.get(document) ?? { seq: 0, sinceSnapshot: 0 }
  const fromEnd = (documents.get(document)?.length ?? 0) - 1 - index
  return fromEnd >= sinceSnapshot ? `the snapshot of ${document}` : `update ${seq - fromEnd} of ${document}`
}

function freeClient(stored: StoredBoard, newClientId: () => number): number {
  for (;;) {
    const client = newClientId()
    if (!stored.bindings.has(client)) return client
  }
}

function personOf(document: DocumentKey): string | undefined {
  return document.startsWith('desk/') ? document.slice('desk/'.length) : undefined
}
