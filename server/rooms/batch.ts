import * as Y from 'yjs'
import type { Role } from '../../shared/review/people.ts'
import type { ClientOwner, Commit, DocumentKey, Invite, ListingFacts, Member } from '../store/port.ts'

/** Told what became of the commit it waits for. */
export interface Waiting {
  committed(): void
  failed(error: unknown): void
}

/** One document's share of a commit, and who wrote it. */
export interface Change {
  readonly document: DocumentKey
  readonly update: Uint8Array
  readonly authors: ReadonlySet<unknown>
}

/** Everything that goes into one commit of a board, as it gathers. */
export class Batch {
  readonly waiting: Waiting[] = []
  readonly #updates = new Map<DocumentKey, { readonly parts: Uint8Array[]; readonly authors: Set<unknown> }>()
  readonly #bindings = new Map<number, ClientOwner>()
  readonly #members = new Map<string, Member>()
  readonly #draftAuthors = new Map<string, string>()
  readonly #invites = new Map<Role, Invite>()
  readonly #commands = new Set<string>()

  addUpdate(document: DocumentKey, update: Uint8Array, author: unknown): void {
    const gathered = this.#updates.get(document)
    if (!gathered) this.#updates.set(document, { parts: [update], authors: new Set([author]) })
    else {
      gathered.parts.push(update)
      gathered.authors.add(author)
    }
  }

  addBinding(client: number, owner: ClientOwner): void {
    this.#bindings.set(client, owner)
  }

  addMember(member: Member): void {
    this.#members.set(member.id, member)
  }

  addDraftAuthor(note: string, person: string): void {
    this.#draftAuthors.set(note, person)
  }

  addInvite(invite: Invite): void {
    this.#invites.set(invite.role, invite)
  }

  addCommand(id: string): void {
    this.#commands.add(id)
  }

  /** Somebody else has brought this to the store, too. */
  dropBinding(client: number): void {
    this.#bindings.delete(client)
  }

  /** Whose it will be. */
  ownerOf(client: number): ClientOwner | undefined {
    return this.#bindings.get(client)
  }

  /** What was gathered of a document, and by whom. */
  of(
    document: DocumentKey,
  ): { readonly parts: readonly Uint8Array[]; readonly authors: ReadonlySet<unknown> } | undefined {
    return this.#updates.get(document)
  }

  get documents(): Iterable<DocumentKey> {
    return this.#updates.keys()
  }

  get changesMembers(): boolean {
    return this.#members.size > 0
  }

  /** One merged update per document. */
  changes(): readonly Change[] {
    return [...this.#updates].map(([document, { parts, authors }]) => ({ document, update: merged(parts), authors }))
  }

  commit(changes: readonly Change[], listing: ListingFacts | null): Commit {
    return {
      updates: changes.map(({ document, update }) => ({ document, update })),
      bindings: [...this.#bindings].map(([client, owner]) => ({ client, owner })),
      members: [...this.#members.values()],
      draftAuthors: [...this.#draftAuthors].map(([note, person]) => ({ note, person })),
      invites: [...this.#invites.values()],
      commands: [...this.#commands],
      listing,
    }
  }
}

/** How many updates are merged at once: what Yjs spends on that grows with the square of it. [PRESSURE2] */
const mergedAtOnce = 32

function merged(parts: readonly Uint8Array[]): Uint8Array {
  let rest = parts
  while (rest.length > 1) rest = mergedByGroups(rest)
  return rest[0] ?? emptyUpdate
}

function mergedByGroups(parts: readonly Uint8Array[]): readonly Uint8Array[] {
  const groups: Uint8Array[] = []
  for (let at = 0; at < parts.length; at += mergedAtOnce) {
    const group = parts.slice(at, at + mergedAtOnce)
    groups.push(group.length === 1 && group[0] ? group[0] : Y.mergeUpdates(group))
  }
  return groups
}

const emptyUpdate = new Uint8Array([0, 0])
