import { createHash } from 'node:crypto'
import type { LinkStore } from '../store/port.ts'

const selfLinkMs = 10 * 60 * 1000

/** Links to oneself: whoever opens one within ten minutes, once, is the same person. */
export interface SelfLinks {
  /** The secret of a new link. */
  offer(board: string, person: string): Promise<string>
  /** Whose link it is, without using it up. */
  personOf(board: string, secret: string): Promise<string | undefined>
  use(board: string, secret: string): Promise<string | undefined>
}

/** Stored is a digest only: reading the store makes nobody anybody. */
export function openSelfLinks(
  store: LinkStore,
  deps: { readonly now: () => number; readonly newSecret: () => string },
): SelfLinks {
  const { now, newSecret } = deps
  return {
    async offer(board, person) {
      const secret = newSecret()
      await store.put({ board, person, secret: digest(secret), expiresAt: now() + selfLinkMs })
      return secret
    },
    async personOf(board, secret) {
      return (await store.find(board, digest(secret), now()))?.person
    },
    async use(board, secret) {
      return (await store.take(board, digest(secret), now()))?.person
    },
  }
}

function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
