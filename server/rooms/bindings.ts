import type { ClientOwner } from '../store/port.ts'
import type { Journal } from './journal.ts'

/**
 * Whose each Yjs client id of a board is. [ROOM4]
 *
 * @remarks
 * A forged client id makes replicas diverge for ever, so an id belongs to whoever used it first: at once in memory,
 * and as a row in the same commit as what it wrote.
 */
export class Bindings {
  readonly #journal: Journal
  readonly #owners: Map<number, ClientOwner>
  readonly #fresh = new Set<number>()
  readonly #counts = new Map<string, number>()

  constructor(owners: ReadonlyMap<number, ClientOwner>, journal: Journal) {
    this.#owners = new Map(owners)
    for (const owner of owners.values()) this.#count(owner)
    this.#journal = journal
  }

  ownerOf(client: number): ClientOwner | undefined {
    return this.#owners.get(client)
  }

  /** How many client ids are somebody's. */
  countOf(person: string): number {
    return this.#counts.get(person) ?? 0
  }

  /** Gives a client id to its first owner; does nothing where it has one. */
  bind(client: number, owner: ClientOwner): void {
    if (this.#owners.has(client)) return
    this.#owners.set(client, owner)
    this.#count(owner)
    this.#fresh.add(client)
    this.#journal.gather().addBinding(client, owner)
    this.#journal.whenCommitted({ committed: () => this.#fresh.delete(client), failed: () => {} })
  }

  /** Other servers have written whose it is. */
  take(client: number, owner: ClientOwner): void {
    this.#fresh.delete(client)
    if (this.#owners.has(client)) return
    this.#owners.set(client, owner)
    this.#count(owner)
  }

  /** Whether the row is on disk: before that nothing under this id is shown to anyone. */
  isCommitted(client: number): boolean {
    return this.#owners.has(client) && !this.#fresh.has(client)
  }

  #count(owner: ClientOwner): void {
    if (owner !== 'server') this.#counts.set(owner.person, this.countOf(owner.person) + 1)
  }
}

export function isOwnedBy(owner: ClientOwner | undefined, person: string): boolean {
  return owner !== undefined && owner !== 'server' && owner.person === person
}
