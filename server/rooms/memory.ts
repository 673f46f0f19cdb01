import * as Y from 'yjs'
import type { Role } from '../../shared/review/people.ts'
import type { DocumentKey, Invite, Member, StoredBoard } from '../store/port.ts'

/** A board's documents and people, as they lie in memory. */
export interface Memory {
  readonly id: string
  readonly createdAt: number
  /** Our own client id, in all documents of this board, for as long as it stays in memory. */
  readonly serverClient: number
  readonly doc: Y.Doc
  readonly desks: Map<string, Y.Doc>
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
 */
export function remember(stored: StoredBoard, newClientId: () => number): Memory {
  const serverClient = freeClient(stored, newClientId)
  const desks = new Map<string, Y.Doc>()
  for (const [document, updates] of stored.documents) {
    const person = personOf(document)
    if (person !== undefined) desks.set(person, documentOf(updates, serverClient))
  }
  return {
    id: stored.id,
    createdAt: stored.createdAt,
    serverClient,
    doc: documentOf(stored.documents.get('board') ?? [], serverClient),
    desks,
    members: new Map(stored.members.map((member) => [member.id, member])),
    invites: new Map(stored.invites.map((invite) => [invite.role, invite])),
    draftAuthors: new Map(stored.draftAuthors),
    commands: new Set(stored.commands),
  }
}

export function documentOf(updates: readonly Uint8Array[], client: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
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
