import {
  BoardGone,
  BoardMoved,
  type BoardStore,
  type ClientOwner,
  type Commit,
  type DocumentKey,
  type EventToken,
  type EventTokenStore,
  type Invite,
  type LinkStore,
  type ListingFacts,
  type Member,
  type Store,
  type StoredBoard,
} from '../../server/store/port.ts'
import type { Role } from '../../shared/review/people.ts'

interface Log {
  seq: number
  snapshot: { readonly seq: number; readonly bytes: Uint8Array } | undefined
  updates: { readonly seq: number; readonly bytes: Uint8Array }[]
}

/** A board as it lies in the store. */
interface Row {
  readonly createdAt: number
  head: number
  readonly documents: Map<DocumentKey, Log>
  readonly bindings: Map<number, ClientOwner>
  readonly members: Map<string, Member>
  readonly draftAuthors: Map<string, string>
  readonly invites: Map<Role, Invite>
  readonly commands: Set<string>
  readonly checkpoints: { readonly document: DocumentKey; readonly seq: number }[]
  listing: ListingFacts
}

/** What a store keeps between one opening and the next. */
export interface Shelf {
  readonly boards: Map<string, Row>
  readonly links: Map<string, { readonly board: string; readonly person: string; readonly expiresAt: number }>
  readonly eventTokens: Map<string, EventToken>
}

export const emptyShelf = (): Shelf => ({ boards: new Map(), links: new Map(), eventTokens: new Map() })

/** The store's port in memory: keeps the store's contract, but for the disk. */
export function openMemoryStore(shelf: Shelf = emptyShelf()): Store {
  let isOpen = true
  return {
    boards: memoryBoards(shelf),
    links: memoryLinks(shelf),
    eventTokens: memoryEventTokens(shelf),
    epoch: async () => 'one',
    async check() {
      if (!isOpen) throw new Error('the store is closed')
    },
    async close() {
      isOpen = false
    },
  }
}

function memoryBoards({ boards, links, eventTokens }: Shelf): BoardStore {
  return {
    async create({ id, createdAt }, first) {
      if (boards.has(id)) throw new Error(`board ${id} exists`)
      const row = emptyRow(createdAt)
      write(row, first)
      boards.set(id, row)
    },
    async load(id) {
      const row = boards.get(id)
      return row && stored(id, row)
    },
    async commit(id, commit, after) {
      const row = boards.get(id)
      if (!row) throw new BoardGone(`board ${id} is gone`)
      if (after !== undefined && after !== row.head) throw new BoardMoved(`board ${id} is at ${row.head}`)
      write(row, commit)
      row.head += 1
    },
    async fold(id, document, seq, snapshot, checkpoint) {
      const row = boards.get(id)
      const log = row?.documents.get(document)
      if (!row || !log) return
      if (seq > log.seq) throw new RangeError(`${document} has no update ${seq} yet`)
      if (!log.snapshot || log.snapshot.seq < seq) log.snapshot = { seq, bytes: snapshot }
      log.updates = log.updates.filter((update) => update.seq > seq)
      if (checkpoint) row.checkpoints.push({ document, seq })
    },
    async remove(id) {
      boards.delete(id)
      eventTokens.delete(id)
      for (const [secret, link] of links) if (link.board === id) links.delete(secret)
    },
    async dueBy(at) {
      return [...boards]
        .flatMap(([id, { listing }]) => (listing.movesOnAt === null ? [] : [{ id, movesOnAt: listing.movesOnAt }]))
        .filter(({ movesOnAt }) => movesOnAt <= at)
        .sort((a, b) => a.movesOnAt - b.movesOnAt)
        .map(({ id }) => id)
    },
    async listFor(person) {
      return [...boards]
        .flatMap(
          ([
            id,
            {
              createdAt,
              listing: { movesOnAt, ...listing },
              members,
            },
          ]) => {
            const member = members.get(person)
            return member && member.left === undefined ? [{ id, createdAt, role: member.role, ...listing }] : []
          },
        )
        .sort((a, b) => b.createdAt - a.createdAt)
    },
  }
}

function memoryLinks({ links }: Shelf): LinkStore {
  const find = async (board: string, secret: string, now: number) => {
    const link = links.get(secret)
    return link && link.board === board && link.expiresAt > now ? { person: link.person } : undefined
  }
  return {
    put: async ({ secret, ...link }) => void links.set(secret, link),
    find,
    async take(board, secret, now) {
      const found = links.get(secret)
      if (!found || found.board !== board || found.expiresAt <= now) return undefined
      links.delete(secret)
      return { person: found.person }
    },
  }
}

function memoryEventTokens({ boards, eventTokens }: Shelf): EventTokenStore {
  return {
    async put(token) {
      if (!boards.has(token.board)) throw new BoardGone()
      eventTokens.set(token.board, token)
    },
    find: async (digest) => [...eventTokens.values()].find((token) => token.digest === digest),
    ofBoard: async (board) => eventTokens.get(board),
    remove: async (board) => void eventTokens.delete(board),
  }
}

function emptyRow(createdAt: number): Row {
  return {
    createdAt,
    head: 0,
    documents: new Map(),
    bindings: new Map(),
    members: new Map(),
    draftAuthors: new Map(),
    invites: new Map(),
    commands: new Set(),
    checkpoints: [],
    listing: { title: '', severity: null, status: 'open', phase: '', openActions: 0, movesOnAt: null, origin: null },
  }
}

function write(row: Row, commit: Commit): void {
  const taken = commit.bindings.find(({ client }) => row.bindings.has(client))
  if (taken) throw new Error(`client ${taken.client} is bound already`)
  for (const { client, owner } of commit.bindings) row.bindings.set(client, owner)
  for (const { document, update } of commit.updates) {
    const log = row.documents.get(document) ?? { seq: 0, snapshot: undefined, updates: [] }
    log.seq += 1
    log.updates.push({ seq: log.seq, bytes: update.slice() })
    row.documents.set(document, log)
  }
  for (const member of commit.members) row.members.set(member.id, member)
  for (const { note, person } of commit.draftAuthors) {
    if (!row.draftAuthors.has(note)) row.draftAuthors.set(note, person)
  }
  for (const invite of commit.invites) row.invites.set(invite.role, invite)
  for (const command of commit.commands) row.commands.add(command)
  row.listing = commit.listing ?? row.listing
}

function stored(id: string, row: Row): StoredBoard {
  const logs = [...row.documents]
  return {
    id,
    createdAt: row.createdAt,
    head: row.head,
    documents: new Map(
      logs.map(([document, { snapshot, updates }]) => [
        document,
        [...(snapshot ? [snapshot] : []), ...updates].map(({ bytes }) => bytes),
      ]),
    ),
    heads: new Map(logs.map(([document, { seq, updates }]) => [document, { seq, sinceSnapshot: updates.length }])),
    bindings: new Map(row.bindings),
    members: [...row.members.values()],
    draftAuthors: new Map(row.draftAuthors),
    invites: [...row.invites.values()],
    commands: [...row.commands],
  }
}
